/** What a worker does with one input: reads it, and says what became of it. Nothing it meets is thrown. */
import { readFile, stat } from 'node:fs/promises'
import type { Extractor, Notice } from '../index.js'
import { parseNotice, readNotice, UnreadableNoticeError } from '../index.js'
import { contentId, contentOf, errorDone, noticeDone, pathId } from './record.js'
import { failureOfFile } from './sources/failure.js'
import type { BatchInput, Done, Failure, Settings } from './types.js'

export type Work = (input: BatchInput) => Promise<Done>

/** `extractors`: the list to use in place of the built-in one. */
export function worker(settings: Settings, extractors: readonly Extractor[] | undefined): Work {
  const { referenceDate, maxBytes } = settings
  const shared = {
    ...(referenceDate === undefined ? {} : { referenceDate }),
    ...(extractors === undefined ? {} : { extractors }),
  }
  return async (input) => {
    const who = { id: input.id ?? pathId(input.path ?? ''), path: input.path, ref: input.ref }
    try {
      if (input.error) return errorDone(who, input.error)
      const content = contentOf(input) ?? (await load(input.path, settings))
      const hash = contentId(content)
      if (input.id === undefined) who.id = hash
      if (content.length > maxBytes) throw tooLarge(content.length, maxBytes, input.path)
      const options = {
        ...shared,
        ...(input.path === undefined ? {} : { filename: input.path }),
        ...(input.baseUrl === undefined ? {} : { baseUrl: input.baseUrl }),
      }
      const notice =
        typeof content === 'string'
          ? parseNotice(content, input.html === undefined ? options : { ...options, carrier: 'html' })
          : await readNotice(content, { ...options, maxBytes })
      const told = { ...tell(notice), ...(input.id === undefined ? {} : { content: hash }) }
      return noticeDone(who, pick(notice, settings.fields), told)
    } catch (error) {
      return errorDone(who, failureOf(error, input.path))
    }
  }
}

/** The bytes of a file, so that they are read once for the id and for the notice. */
async function load(path: string | undefined, { files, maxBytes }: Settings): Promise<Uint8Array> {
  if (path === undefined) throw new UnreadableNoticeError('unsupported', 'the input has neither content nor a path')
  if (!files) throw new UnreadableNoticeError('unsupported', 'files are not read here', path)
  try {
    const info = await stat(path)
    if (!info.isFile()) throw new UnreadableNoticeError('not-a-file', 'this is not a file', path)
    if (info.size > maxBytes) throw tooLarge(info.size, maxBytes, path)
    return await readFile(path)
  } catch (error) {
    if (error instanceof UnreadableNoticeError) throw error
    const { code, message } = failureOfFile(error)
    throw new UnreadableNoticeError(code, message, path, { cause: error })
  }
}

const tooLarge = (size: number, limit: number, path: string | undefined) =>
  new UnreadableNoticeError('too-large', `${size} bytes, more than the limit of ${limit}`, path)

/** The path stands in the record already: the message does not say it again. */
function failureOf(error: unknown, path: string | undefined): Failure {
  const message = error instanceof Error ? error.message : String(error)
  const reason = path && message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message
  return { code: error instanceof UnreadableNoticeError ? error.code : 'internal', message: reason }
}

function pick(notice: Notice, fields: readonly string[]): object {
  if (!fields.length) return notice
  const all = notice as unknown as Record<string, unknown>
  return Object.fromEntries(fields.map((name) => [name, all[name]]))
}

function tell({ diagnostics, documentNumber }: Notice) {
  const number = documentNumber?.text
  return {
    ...(diagnostics.some(({ severity }) => severity !== 'info') ? { warned: true } : {}),
    ...(number === undefined ? {} : { number }),
  }
}
