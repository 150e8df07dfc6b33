/** The report: one self-contained page of one notice or several, with an index. */
import type { Notice } from '../index.js'
import { type Content, html, type Markup } from '../page/html.js'
import { page } from '../page/page.js'
import { viewScript } from './script.js'
import { viewStyle } from './style.js'
import type { EvidenceOf } from './trace.js'
import { checkView, noticeView } from './view.js'
import { type Lang, WORDS, type Words } from './words.js'

export interface ReportOptions {
  /** Language of labels. Default `zh`. */
  lang?: Lang
  /** Rules and certainties, as the `trace` that the notices were read with tells them. */
  evidenceOf?: EvidenceOf
  /** Inputs that could not be read: named above the notices. */
  failures?: readonly { file: string; message: string }[]
}

/**
 * A whole HTML document: nothing is fetched, nothing runs but its own script, and no notice can add to it. The same
 * notices give the same page. Throws `TypeError` on a wrong argument.
 */
export function reportPage(notices: readonly Notice[], options: ReportOptions = {}): string {
  if (!Array.isArray(notices)) throw new TypeError('reportPage: notices must be a list')
  checkView(options, 'reportPage')
  const { lang = 'zh', evidenceOf, failures = [] } = options
  const words = WORDS[lang]
  const several = notices.length > 1
  const views = notices.map((notice, i) =>
    noticeView(notice, { lang, id: `n${i + 1}`, indexed: several, ...(evidenceOf ? { evidenceOf } : {}) }),
  )
  const only = several ? undefined : notices[0]?.title?.text
  return page({
    title: only ? `${only} · ${words.page.report}` : `${words.page.report} · ${notices.length}`,
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    style: `${viewStyle}${frameStyle}`,
    script: viewScript,
    body: html`<a class="skip" href="#n1-facts">${words.page.skip}</a>
<header class="head"><h1>${words.page.report}</h1>${several && html`<p>${notices.length} ${words.page.notices}</p>`}</header>
<main>
${failureList(failures, words)}${several && index(notices, words)}${views}</main>`,
  })
}

function failureList(failures: NonNullable<ReportOptions['failures']>, { page: words }: Words): Content {
  return (
    failures.length > 0 &&
    html`<section class="failed" aria-label="${words.failed}"><h2>${words.failed}</h2><ul>${failures.map(({ file, message }) => html`<li><b>${file}</b> ${message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message}</li>`)}</ul></section>
`
  )
}

function index(notices: readonly Notice[], words: Words): Markup {
  const { page: names, roles } = words
  const heads = [names.title, names.number, names.issuer, roles.signed, names.due, names.diagnostics]
  return html`<nav class="index" id="index" aria-label="${names.index}" tabindex="-1"><h2>${names.index}</h2>
<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${notices.map((notice, i) => indexRow(notice, i, heads, words))}</tbody></table></nav>
`
}

function indexRow(notice: Notice, i: number, heads: readonly string[], words: Words): Markup {
  const { title, documentNumber, issuingBodies, dates, deadlines, diagnostics, source } = notice
  const signed = dates.find(({ role }) => role === 'signed')
  const due = deadlines.flatMap(({ due }) => due ?? []).sort()
  const grave = diagnostics.filter(({ severity }) => severity !== 'info').length
  const cells: Content[] = [
    html`<a href="#n${i + 1}">${title?.text ?? source.filename ?? words.page.untitled}</a>`,
    documentNumber?.text,
    issuingBodies.map(({ text }) => text).join(words.comma),
    signed?.start,
    due.length > 0 && `${due[0]!.replace('T', ' ')}${due.length > 1 ? ` (${due.length})` : ''}`,
    grave > 0 && html`<b class="warn">${grave}</b>`,
  ]
  return html`<tr>${cells.map((cell, n) => html`<td data-head="${heads[n]}">${cell}</td>`)}</tr>
`
}

const frameStyle = `
.head{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1rem;padding:.9rem clamp(.75rem,2vw,2rem) 0;max-width:98rem;margin:0 auto}
.head h1{font-size:.9rem;font-weight:600;letter-spacing:.06em;margin:0;color:var(--dim)}.head p{margin:0;color:var(--dim);font-size:.9rem}
.index,.failed{max-width:98rem;margin:0 auto;padding:1rem clamp(.75rem,2vw,2rem)}
.index:focus{outline:none}
.index h2,.failed h2{font-size:1.1rem;margin:0 0 .5rem}.failed ul{margin:0;padding-left:1.25rem}
.index table{border-collapse:collapse;width:100%;font-size:.9rem;background:var(--sheet)}
.index th,.index td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--hair)}
.index th,.index td:nth-child(2){white-space:nowrap}.index th{color:var(--dim);font-weight:600;font-size:.82rem}.index td:nth-child(n+4){white-space:nowrap;font-variant-numeric:tabular-nums}
.warn{color:var(--warn)}
@media (max-width:52rem){
.index thead{display:none}.index table,.index tbody,.index tr,.index td{display:block}
.index tr{border-bottom:1px solid var(--line);padding:.5rem .25rem}.index td{border:0;padding:.1rem 0}.index td:empty{display:none}
.index td:not(:first-child)::before{content:attr(data-head) "  ";color:var(--dim);font-size:.82rem}
}
@media print{.index{break-after:page}}
`
