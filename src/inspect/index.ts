/** `gongwen inspect`: notices looked at in a browser, beside what people have read from them. Documented in docs/inspect.md. */
export { loadAssets } from './assets.js'
export type { Folder } from './folder.js'
export { openFolder } from './folder.js'
export { opener } from './opener.js'
export type { Inspector } from './server.js'
export { startInspector } from './server.js'
