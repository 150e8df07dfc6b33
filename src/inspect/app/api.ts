/** Requests to the inspector's server, with the secret of this run. */
import type { Facts } from '../../eval/index.js'
import type { Notice } from '../../index.js'
import type { Golden, ListedNotice } from '../folder.js'

export interface State {
  version: string
  referenceDate?: string
  folder: string | null
  notices: ListedNotice[]
}

/** What the server refused or could not do; the message names the file. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const KEY = 'gongwen-inspect'

/** From the address, which then forgets it; kept for a reload of this tab. */
export function takeSecret(): string {
  const given = location.hash.slice(1)
  if (/^[\w-]{43}$/.test(given)) {
    sessionStorage.setItem(KEY, given)
    history.replaceState(null, '', '/')
  }
  return sessionStorage.getItem(KEY) ?? ''
}

export type Api = ReturnType<typeof createApi>

export function createApi(secret: string) {
  async function ask(path: string, query: Record<string, string>, init: RequestInit = {}): Promise<Response> {
    const target = `${path}?${new URLSearchParams(query)}`
    const headers = { ...init.headers, Authorization: `Bearer ${secret}` }
    const response = await fetch(target, { ...init, headers, redirect: 'error' }).catch((cause: unknown) => {
      throw new ApiError('unreachable', cause instanceof Error ? cause.message : String(cause))
    })
    if (response.ok) return response
    const { error } = (await response.json()) as { error: { code: string; message: string; file?: string } }
    throw new ApiError(error.code, error.file === undefined ? error.message : `${error.file}: ${error.message}`)
  }
  const noticeIn = async (response: Response, name: string): Promise<Notice> => {
    const record = (await response.json()) as { notice: Notice } | { error: { code: string; message: string } }
    if ('notice' in record) return record.notice
    const { code, message } = record.error
    throw new ApiError(code, message.startsWith(name) ? message : `${name}: ${message}`)
  }
  return {
    state: async () => (await (await ask('/api/state', {})).json()) as State,
    file: async (name: string) => (await ask('/api/file', { name })).arrayBuffer(),
    read: async (name: string) => noticeIn(await ask('/api/read', { name }), name),
    readBytes: async (name: string, body: ArrayBuffer) =>
      noticeIn(
        await ask(
          '/api/read',
          { name },
          { method: 'POST', body, headers: { 'Content-Type': 'application/octet-stream' } },
        ),
        name,
      ),
    golden: async (stem: string) => (await (await ask('/api/golden', { stem })).json()) as Golden,
    save: async (stem: string, facts: Facts, diagnostics: string[] | undefined, revision: string | null) => {
      const init = {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ facts, diagnostics, revision }),
      }
      return (await (await ask('/api/golden', { stem }, init)).json()) as Golden
    },
  }
}
