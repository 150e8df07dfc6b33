/** What the page is made of: its markup and style from here, its scripts as they were bundled at the build. */
import { readFile } from 'node:fs/promises'
import { viewScript } from '../report/index.js'
import { shell } from './page.js'
import type { Asset } from './server.js'
import { style } from './style.js'

const SCRIPT = 'text/javascript; charset=utf-8'
/** The seal of a notice: no file of its own, nothing is fetched. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#b3261e"/><path d="M16 6.5l2.2 6.1 6.5.2-5.2 3.9 1.9 6.2-5.4-3.6-5.4 3.6 1.9-6.2-5.2-3.9 6.5-.2z" fill="#ffd75e"/></svg>`

/** `folder`: where `app.js` and `worker.js` lie. Rejects when they are not there. */
export async function loadAssets(folder: URL): Promise<Record<string, Asset>> {
  const script = async (name: string): Promise<Asset> => ({
    type: SCRIPT,
    body: await readFile(new URL(name, folder)).catch((cause: unknown) => {
      throw new Error(`the inspector's page is not there: ${new URL(name, folder).pathname}`, { cause })
    }),
  })
  return {
    '/': { type: 'text/html; charset=utf-8', body: shell() },
    '/style.css': { type: 'text/css; charset=utf-8', body: style },
    '/icon.svg': { type: 'image/svg+xml', body: ICON },
    '/view.js': { type: SCRIPT, body: viewScript },
    '/app.js': await script('app.js'),
    '/worker.js': await script('worker.js'),
  }
}
