/** Editing the golden facts of the notice that is shown. */
import {
  acceptedDiagnostics,
  acceptedFacts,
  compareFacts,
  createEvaluation,
  type Facts,
  type FieldComparison,
  type GoldenField,
  isListField,
  readGolden,
} from '../../eval/index.js'
import type { Notice } from '../../index.js'
import { raw } from '../../page/html.js'
import type { Lang } from '../../report/words.js'
import { comparePanel, type Editing } from './compare.js'
import { type Doc, type Draft, isDirty } from './docs.js'
import { byId, put } from './dom.js'
import { partsOf, readPart, withEntry, withoutField, writeParts } from './edit.js'
import type { Say } from './words.js'

export interface GoldenHooks {
  lang(): Lang
  say: Say
  save(doc: Doc): Promise<void>
  changed(): void
}

/** An answer with nothing but what is measured without golden facts. */
const NOTHING: Facts = {}

export function createGolden(hooks: GoldenHooks) {
  let doc: (Doc & { draft: Draft; notice: Notice }) | null = null
  let fields: FieldComparison[] = []
  let editing: Editing | null = null
  let onlyDifferences = false
  const whole = new Set<GoldenField>()
  /** What the browser made of the values that it was given, to tell what a person has changed. */
  const given = new WeakMap<Element, string>()

  const root = () => byId('compare')

  function render(focus?: string) {
    if (!doc) return put(root(), raw(''))
    const { draft, notice } = doc
    fields = compareFacts(draft.facts, notice)
    const evaluation = createEvaluation('')
    evaluation.add({ name: doc.name, golden: draft.facts, outcome: { notice } })
    const { micro } = evaluation.end()
    const panel = comparePanel({
      fields,
      any: draft.exists || Object.keys(draft.facts).length > 0,
      right: micro.right,
      total: micro.gold,
      f1: micro.f1,
      dirty: isDirty(doc),
      writable: doc.stem !== undefined,
      onlyDifferences,
      editing,
      whole,
      golden: draft.facts,
      lang: hooks.lang(),
      say: hooks.say,
    })
    put(root(), panel)
    fill()
    const target = focus && root().querySelector<HTMLElement>(`[data-focus="${CSS.escape(focus)}"]`)
    if (target) target.focus()
    else if (focus) (root().querySelector<HTMLElement>('[data-focus="save"], button') ?? root()).focus()
  }

  /** Values as they are: markup would show controls as faults, and they would be written so. */
  function fill(): void {
    if (!editing || !doc) return
    const entry = entryOf(editing)
    for (const input of Array.from(root().querySelectorAll<HTMLInputElement>('form.edit input'))) {
      const part = partsOf(editing.field)?.find(({ name }) => name === input.name)
      if (part && entry !== undefined) input.value = readPart(entry, part)
      given.set(input, input.value)
    }
    const area = root().querySelector<HTMLTextAreaElement>('form.json textarea')
    if (area) area.value = editing.written ?? JSON.stringify(doc.draft.facts[editing.field], null, 1)
  }

  function entryOf({ field, item }: Editing): unknown {
    if (typeof item !== 'number' || item < 0) return undefined
    return itemOf(field, item)?.golden
  }

  const itemOf = (field: GoldenField, item: number) => fields.find((one) => one.field === field)?.items[item]

  function change(facts: Facts, focus: string): void {
    if (!doc) return
    doc.draft.facts = facts
    editing = null
    render(focus)
    hooks.changed()
  }

  /** Says what is wrong instead of taking it. */
  function tryChange(field: GoldenField, value: unknown, focus: string, written?: string) {
    if (!doc) return
    const next = { ...doc.draft.facts, [field]: value }
    try {
      readGolden(JSON.stringify({ facts: next }))
    } catch (error) {
      editing = { ...editing!, fault: (error as Error).message, ...(written === undefined ? {} : { written }) }
      return render('editing')
    }
    change(next, focus)
  }

  function finishEntry(form: HTMLFormElement, { field, item }: Editing) {
    if (!doc || typeof item !== 'number') return
    const parts = partsOf(field)!
    const before = item < 0 ? undefined : itemOf(field, item)
    const written = Object.fromEntries(
      parts.map((part) => {
        const input = form.elements.namedItem(part.name) as HTMLInputElement | HTMLSelectElement
        const untouched = given.get(input) === input.value && before !== undefined
        return [part.name, untouched ? readPart(before.golden, part) : input.value]
      }),
    )
    const focus = item < 0 ? `add-${field}` : `edit-${field}-${item}`
    if (!Object.values(written).some((one) => one.trim())) return cancel()
    const entry = writeParts(before?.golden ?? {}, parts, written, doc.notice.source.text)
    const facts = withEntry(doc.draft.facts, field, !isListField(field), before?.at, entry)
    tryChange(field, facts[field], focus)
  }

  function finishJson(form: HTMLFormElement, { field }: Editing) {
    const { value } = form.elements.namedItem('json') as HTMLTextAreaElement
    let parsed: unknown
    try {
      parsed = JSON.parse(value)
    } catch (error) {
      editing = { field, item: 'json', fault: (error as Error).message, written: value }
      return render('editing')
    }
    tryChange(field, parsed, `json-${field}`, value)
  }

  function cancel() {
    const was = editing
    editing = null
    if (was)
      render(
        was.item === 'json' ? `json-${was.field}` : was.item < 0 ? `add-${was.field}` : `edit-${was.field}-${was.item}`,
      )
  }

  function act(name: string, field: GoldenField, item: number) {
    if (!doc) return
    const { draft, notice } = doc
    const accepted = acceptedFacts(notice)
    const single = !isListField(field)
    const one = itemOf(field, item)
    switch (name) {
      case 'accept-all':
        draft.diagnostics = acceptedDiagnostics(notice)
        return change(accepted, 'save')
      case 'revert':
        draft.diagnostics = undefined
        return change(draft.saved, 'accept-all')
      case 'save':
        if (isDirty(doc)) void hooks.save(doc).then(() => render('save'))
        return
      case 'accept-field':
        return change({ ...draft.facts, [field]: accepted[field] }, `unmeasure-${field}`)
      case 'absent':
        return change({ ...draft.facts, [field]: single ? null : [] }, `unmeasure-${field}`)
      case 'unmeasure':
        return change(withoutField(draft.facts, field), `accept-field-${field}`)
      case 'accept':
        if (one) change(withEntry(draft.facts, field, single, one.at, one.found), `edit-${field}-${item}`)
        return
      case 'remove':
        if (one) change(withEntry(draft.facts, field, single, one.at, undefined), `add-${field}`)
        return
      case 'edit':
        editing = { field, item }
        return render('editing')
      case 'add':
        if (!(field in draft.facts)) draft.facts = { ...draft.facts, [field]: single ? null : [] }
        editing = { field, item: -1 }
        return render('editing')
      case 'json':
        editing = { field, item: 'json' }
        return render('editing')
      case 'whole':
        whole.add(field)
        return render(`json-${field}`)
      case 'go':
        return go(field, one?.found, single)
      case 'cancel':
        return cancel()
    }
  }

  /** To the fact's mark on the sheet. */
  function go(field: GoldenField, found: unknown, single: boolean) {
    if (!doc) return
    const value = doc.notice[field]
    const at = Array.isArray(value) ? (value as unknown[]).indexOf(found) : 0
    const path = single ? field : `${field}.${at}`
    const entry = document.querySelector(`#view [data-path="${CSS.escape(path)}"]`)
    const link = entry?.querySelector<HTMLAnchorElement>('a.go')
    link?.click()
  }

  function listen(): void {
    root().addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-do]')
      if (!button || button instanceof HTMLFormElement) return
      if (button instanceof HTMLInputElement) {
        onlyDifferences = button.checked
        return render('only')
      }
      act(button.dataset.do!, button.dataset.field as GoldenField, Number(button.dataset.item ?? -1))
    })
    root().addEventListener('submit', (event) => {
      event.preventDefault()
      const form = event.target as HTMLFormElement
      if (!editing) return
      if (form.dataset.do === 'entry') finishEntry(form, editing)
      else finishJson(form, editing)
    })
    root().addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && editing) cancel()
    })
  }

  return {
    listen,
    render,
    show(next: Doc | null): void {
      doc = next?.draft && next.notice ? (next as Doc & { draft: Draft; notice: Notice }) : null
      editing = null
      whole.clear()
      render()
    },
    /** Ctrl-S. */
    save: () => act('save', 'title', -1),
    emptyDraft: (): Draft => ({ facts: NOTHING, saved: NOTHING, exists: false, revision: null }),
  }
}
