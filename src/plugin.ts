/** The two steps of `parseNotice` as unified plugins: between them a user may change the tree. */
import type { Plugin } from 'unified'
import type { Extractor } from './extract/define.js'
import { extractTree, type ParseOptions, parseTree, readString } from './notice.js'
import type { NoticeTree } from './parse/tree.js'
import type { Carrier, Diagnostic, Notice } from './types.js'

declare module 'unified' {
  interface CompileResultMap {
    Notice: Notice
  }
}

/** Options of `noticeParse`. */
export type NoticeParseOptions = Pick<ParseOptions, 'carrier'>
/** Options of `noticeExtract`: those of `parseNotice` that are not about reading. */
export type NoticeExtractOptions = Omit<ParseOptions<readonly Extractor[]>, 'carrier' | 'filename'>

const EARLIER = new WeakMap<NoticeTree, Diagnostic[]>()

/** Parser: text, Markdown or HTML to a notice tree (`notice > header | body | imprint | appendix > element`). */
export const noticeParse: Plugin<[NoticeParseOptions?], string, NoticeTree> = function (options = {}) {
  this.parser = (text, file) => {
    const diagnostics: Diagnostic[] = []
    const read = readString(
      text,
      { ...options, ...(file.path ? { filename: file.path } : {}) } as { carrier?: Carrier },
      diagnostics,
    )
    const tree = parseTree(read, diagnostics)
    EARLIER.set(tree, diagnostics)
    return tree
  }
}

/** Compiler: notice tree to `Notice` (in `file.result`); diagnostics also become messages of the file. */
export const noticeExtract: Plugin<[NoticeExtractOptions?], NoticeTree, Notice> = function (options = {}) {
  this.compiler = (tree, file) => {
    const notice = extractTree(tree as NoticeTree, options, [...(EARLIER.get(tree as NoticeTree) ?? [])])
    for (const d of notice.diagnostics) {
      const message = file.message(d.reason, { ruleId: d.ruleId.split('/')[1] ?? d.ruleId, source: 'gongwen' })
      message.fatal = d.severity === 'error' ? true : d.severity === 'warning' ? false : undefined
    }
    return notice
  }
}
