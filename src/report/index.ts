/** What `gongwen/report` offers. */
export { type ReportOptions, reportPage } from './page.js'
export { viewScript } from './script.js'
export { viewStyle } from './style.js'
export { type Evidence, type EvidenceOf, type Trace, trace } from './trace.js'
export { noticeView, type ViewOptions } from './view.js'
export { LANGS, type Lang } from './words.js'
