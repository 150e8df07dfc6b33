/** The golden facts beside what was read: field by field, entry by entry, each with its mark. */
import { type Compared, type FieldComparison, type GoldenField, isListField, type Mark } from '../../eval/index.js'
import { type Content, html, type Markup } from '../../page/html.js'
import { type Lang, WORDS } from '../../report/words.js'
import { type Part, partsOf, readPart } from './edit.js'
import { entryOf } from './entries.js'
import type { Say, Word } from './words.js'

/** What is open for editing: an entry by its place among the field's items, a new one (`-1`), or the field as JSON. */
export interface Editing {
  field: GoldenField
  item: number | 'json'
  /** What was wrong with it. */
  fault?: string
  /** What was written, kept when it was wrong. */
  written?: string
}

export interface CompareView {
  fields: readonly FieldComparison[]
  /** Whether there are golden facts at all. */
  any: boolean
  right: number
  total: number
  f1: number
  dirty: boolean
  /** Whether the golden file can be written, or only be downloaded. */
  writable: boolean
  onlyDifferences: boolean
  editing: Editing | null
  /** Fields of which all items are shown. */
  whole: ReadonlySet<GoldenField>
  golden: Readonly<Partial<Record<GoldenField, unknown>>>
  lang: Lang
  say: Say
}

/** More are shown on demand. */
const FIRST = 100

const SIGNS: Readonly<Record<Mark, string>> = { right: '✓', missing: '−', extra: '+', different: '≠' }

export function comparePanel(view: CompareView): Markup {
  const { say, fields, any, onlyDifferences } = view
  return html`<section class="compare" aria-labelledby="compare-h">
<h3 id="compare-h" class="vh">${say('compare')}</h3>
${toolbar(view)}
${!any && html`<p class="note">${say('noGolden')}</p>`}
${!view.writable && html`<p class="note">${say('notHere')}</p>`}
<p class="keys" aria-hidden="true">${(['right', 'missing', 'extra', 'different'] as const).map((mark) => html`<span class="${mark}"><b class="sign">${SIGNS[mark]}</b>${say(mark)}</span> `)}</p>
${any && html`<label class="only"><input type="checkbox" data-do="only" data-focus="only"${onlyDifferences && html` checked`}>${say('onlyDifferences')}</label>`}
${fields.filter((one) => one.measured || one.items.length).map((one) => fieldOf(one, view))}
${adders(view)}
</section>`
}

function toolbar({ say, any, right, total, f1, dirty, writable }: CompareView): Markup {
  const share = Math.floor(f1 * 1000) / 10
  return html`<div class="bar">
${any && html`<p class="score"><b>${right === total && f1 === 1 ? say('allRight') : `F1 ${share.toFixed(1)}`}</b> <span>${right} ${say('ofRight')} ${total}</span></p>`}
<div class="acts">
<button type="button" class="plain" data-do="accept-all" data-focus="accept-all">${say('acceptAll')}</button>
${dirty && html`<button type="button" class="plain" data-do="revert" data-focus="revert">${say('revert')}</button>`}
${writable && html`<button type="button" class="primary" data-do="save" data-focus="save"${!dirty && html` aria-disabled="true"`}>${say('save')}${dirty && html`<span class="dot" aria-hidden="true"></span><span class="vh"> (${say('unsaved')})</span>`}</button>`}
</div>
</div>`
}

const labelOf = (field: GoldenField, lang: Lang) => WORDS[lang].fields[field]

function fieldOf({ field, measured, items }: FieldComparison, view: CompareView): Content {
  const { say, lang, onlyDifferences, whole, editing } = view
  const counts = (['right', 'missing', 'extra', 'different'] as const).flatMap((mark) => {
    const count = items.filter((item) => item.mark === mark).length
    return count
      ? [
          html`<span class="${mark}"><b class="sign" aria-hidden="true">${SIGNS[mark]}</b>${count}<span class="vh"> ${say(mark)}</span></span> `,
        ]
      : []
  })
  const numbered = items.map((item, i) => [item, i] as const)
  const open = editing?.field === field
  const kept = numbered.filter(([{ mark }, i]) => !onlyDifferences || mark !== 'right' || (open && editing.item === i))
  if (onlyDifferences && !kept.length && !open) return null
  const shown = whole.has(field) ? kept : kept.slice(0, FIRST)
  const button = (name: string, label: Word) =>
    html`<button type="button" class="small" data-do="${name}" data-field="${field}" data-focus="${name}-${field}">${say(label)}<span class="vh">${WORDS[lang].colon}${labelOf(field, lang)}</span></button>`
  const fine = measured && items.every(({ mark }) => mark === 'right')
  return html`<section class="field${measured ? '' : ' loose'}" data-field="${field}" aria-labelledby="f-${field}">
<header><h4 id="f-${field}">${labelOf(field, lang)}</h4><p class="counts">${measured ? (counts.length ? counts : html`<span class="right"><b class="sign" aria-hidden="true">✓</b>${say('none')}</span>`) : html`<span class="dim">${say('notMeasured')}</span>`}</p>
<div class="acts">${!fine && button('accept-field', 'acceptField')}${measured && partsOf(field) !== null && (isListField(field) || !items.length) && button('add', 'add')}${measured && isListField(field) && button('json', 'json')}${measured && !fine && items.length > 0 && button('absent', 'absent')}${measured && button('unmeasure', 'unmeasure')}</div></header>
${open && editing.item === 'json' && jsonForm(field, view)}
<ul>${shown.map(([item, i]) => (open && editing.item === i ? html`<li class="cmp ${item.mark}">${entryForm(field, item.golden ?? item.found, i, view)}</li>` : row(field, item, i, measured, view)))}
${open && editing.item === -1 && html`<li class="cmp new">${entryForm(field, undefined, -1, view)}</li>`}</ul>
${shown.length < kept.length && button('whole', 'showAll')}
</section>
`
}

function row(field: GoldenField, item: Compared, i: number, measured: boolean, { say, lang }: CompareView): Markup {
  const { mark, golden, found, at, differs } = item
  const editable = measured && partsOf(field) !== null && (at !== undefined || !isListField(field))
  const button = (name: string, label: Word) =>
    html`<button type="button" class="small" data-do="${name}" data-field="${field}" data-item="${i}" data-focus="${name}-${field}-${i}">${say(label)}</button>`
  const told = (value: unknown) => entryOf(field, value, lang)
  const place =
    found !== undefined &&
    partsOf(field) !== null &&
    html`<button type="button" class="small go" data-do="go" data-field="${field}" data-item="${i}" data-focus="go-${field}-${i}">${say('show')}</button>`
  return html`<li class="cmp ${mark}" data-item="${i}"><b class="sign" aria-hidden="true">${SIGNS[mark]}</b><div class="what"><span class="vh">${say(mark)}${WORDS[lang].colon}</span>${
    mark === 'different'
      ? html`<div class="pair"><span class="tag">${say('asGolden')}</span><div>${told(golden)}</div></div><div class="pair"><span class="tag">${say('asRead')}</span><div>${told(found)}</div></div>${differs.some((name) => name !== field) && html`<p class="rest">${differs.join(', ')}</p>`}`
      : told(mark === 'missing' ? golden : (found ?? golden))
  }</div><div class="acts">${measured && partsOf(field) !== null && (mark === 'extra' || mark === 'different') && button('accept', 'accept')}${editable && mark !== 'extra' && button('edit', 'edit')}${editable && mark !== 'extra' && button('remove', 'remove')}${place}</div></li>
`
}

const PART_WORDS: Readonly<Record<string, Word>> = {
  role: 'role',
  start: 'start',
  end: 'end',
  due: 'due',
  from: 'start',
  action: 'action',
  recipient: 'recipient',
  text: 'value',
}

function partLabel(field: GoldenField, { name }: Part, { say, lang }: CompareView): string {
  if (PART_WORDS[name]) return say(PART_WORDS[name])
  const own = field === 'events' && name === 'title' ? 'eventTitle' : name
  const words = WORDS[lang].fields as Record<string, string>
  return words[own] ?? name
}

function entryForm(field: GoldenField, value: unknown, i: number, view: CompareView): Markup {
  const { say, editing } = view
  const parts = partsOf(field) ?? []
  return html`<form class="edit" data-do="entry" data-field="${field}" data-item="${i}" autocomplete="off">
${parts.map((part, n) => {
  const id = `e-${part.name}`
  const given = value === undefined ? (part.kind === 'role' ? 'signed' : '') : readPart(value, part)
  return html`<label for="${id}">${partLabel(field, part, view)}</label>${part.kind === 'role' ? roles(id, given, view) : html`<input id="${id}" name="${part.name}" value="${given}" lang="zh-CN"${n === 0 && html` data-focus="editing"`}>`}`
})}
${editing?.fault && html`<p class="fault" role="alert">${editing.fault}</p>`}
<div class="acts"><button type="submit" class="primary">${say('done')}</button><button type="button" class="plain" data-do="cancel">${say('cancel')}</button></div>
</form>`
}

function roles(id: string, given: string, { lang }: CompareView): Markup {
  const { roles: names } = WORDS[lang]
  const known = ['signed', 'published', 'printed', 'effective', 'expires', 'event'] as const
  return html`<select id="${id}" name="role" data-focus="editing">${known.map((role) => html`<option value="${role}"${role === given && html` selected`}>${names[role]}</option>`)}</select>`
}

function jsonForm(field: GoldenField, { say, golden, editing, lang }: CompareView): Markup {
  const text = editing?.written ?? JSON.stringify(golden[field], null, 1)
  return html`<form class="edit json" data-do="json-done" data-field="${field}">
<label for="e-json">${labelOf(field, lang)} (JSON)</label><textarea id="e-json" name="json" rows="12" spellcheck="false" data-focus="editing">
${text}</textarea>
${editing?.fault && html`<p class="fault" role="alert">${editing.fault}</p>`}
<div class="acts"><button type="submit" class="primary">${say('done')}</button><button type="button" class="plain" data-do="cancel">${say('cancel')}</button></div>
</form>`
}

/** Fields of which neither side says anything: to be named all the same. */
function adders({ fields, say, lang, onlyDifferences }: CompareView): Content {
  const silent = fields.filter(({ measured, items }) => !measured && !items.length)
  if (!silent.length || onlyDifferences) return null
  return html`<details class="silent"><summary>${say('notMeasured')} <span class="count">${silent.length}</span></summary><ul>${silent.map(
    ({ field }) =>
      html`<li>${labelOf(field, lang)}<span class="acts"><button type="button" class="small" data-do="absent" data-field="${field}" data-focus="absent-${field}">${say('absent')}<span class="vh">${WORDS[lang].colon}${labelOf(field, lang)}</span></button>${partsOf(field) !== null && html`<button type="button" class="small" data-do="add" data-field="${field}" data-focus="add-${field}">${say('add')}<span class="vh">${WORDS[lang].colon}${labelOf(field, lang)}</span></button>`}</span></li>`,
  )}</ul></details>`
}
