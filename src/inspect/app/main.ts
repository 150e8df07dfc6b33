/** The inspector's page: what is chosen, dropped or pasted is read, shown, compared. */
import { html, raw } from '../../page/html.js'
import type { Lang } from '../../report/words.js'
import { type Api, ApiError, createApi, type State, takeSecret } from './api.js'
import { type Doc, isDirty } from './docs.js'
import { byId, put } from './dom.js'
import { createGolden } from './golden.js'
import { createInputs } from './inputs.js'
import { docList } from './list.js'
import type { Job } from './messages.js'
import { createReader } from './reader.js'
import { carrierSwitch, downloadMenu, sideSwitch } from './tools.js'
import { sayIn, type Word } from './words.js'

const secret = takeSecret()
const api: Api = createApi(secret)
let lang: Lang = /^zh\b/i.test(navigator.language) ? 'zh' : 'en'
let state: State = { version: '', folder: null, notices: [] }
let docs: Doc[] = []
let current: Doc | undefined
let side: 'facts' | 'compare' = 'facts'
let reader = createReader(undefined, (message) => complain(`${say('broken')}: ${message}`))

const say = (word: Word) => sayIn(lang)(word)
const status = (text: string) => {
  byId('status').textContent = text
}

function complain(text: string): void {
  put(
    byId('alert'),
    html`<div class="alarm"><p>${text}</p><button type="button" class="plain" id="dismiss">${say('dismiss')}</button></div>`,
  )
  byId('dismiss').addEventListener('click', hush)
}

const hush = () => put(byId('alert'), raw(''))

function complainOf(error: unknown) {
  if (!(error instanceof ApiError)) return complain(error instanceof Error ? error.message : String(error))
  if (error.code === 'unreachable') return complain(`${say('unreachable')} (${error.message})`)
  complain(error.code === 'secret' ? say('noSecret') : error.message)
}

const golden = createGolden({
  lang: () => lang,
  say,
  changed: drawList,
  async save(doc) {
    const draft = doc.draft!
    const { facts } = draft
    try {
      const saved = await api.save(doc.stem!, facts, draft.diagnostics, draft.revision)
      Object.assign(draft, { saved: facts, exists: true, revision: saved.revision, diagnostics: undefined })
      doc.hasGolden = true
      hush()
      status(`${say('saved')}: ${doc.stem}.json`)
    } catch (error) {
      complainOf(error)
    }
    drawList()
  },
})

function drawList(): void {
  const held = (document.activeElement as HTMLElement | null)?.dataset.key
  put(byId('list'), docList(docs, current, byId<HTMLInputElement>('filter').value, say))
  if (held !== undefined)
    byId('list')
      .querySelector<HTMLElement>(`[data-key="${CSS.escape(held)}"]`)
      ?.focus()
}

function drawTools(): void {
  byId('tools').hidden = !current?.notice
  byId('welcome').hidden = current !== undefined
  if (!current) return
  put(byId('carriers'), carrierSwitch(current, say))
  byId('carriers').hidden = current.sources.length < 2
  put(byId('sides'), sideSwitch(side, current, say))
  put(byId('download-list'), downloadMenu(say))
  byId('stage').dataset.side = side
}

/** Reads what is chosen of a notice. What was chosen in the meantime goes first. */
async function load(doc: Doc, again?: Job): Promise<void> {
  const source = doc.sources[doc.at]!
  byId('stage').setAttribute('aria-busy', 'true')
  status(say('reading'))
  try {
    const job = again ?? (await jobOf(source))
    if (current !== doc) return
    let outcome = await reader.read(job, lang)
    if (outcome && 'server' in outcome)
      outcome = await reader.read({ do: 'view', notice: await fromServer(doc, job) }, lang)
    if (!outcome || current !== doc) return
    if ('error' in outcome)
      throw new ApiError(outcome.error.code, nameIn(outcome.error.message, source.name ?? doc.name))
    if (!('notice' in outcome)) return
    doc.notice = outcome.notice
    if (!doc.draft) await loadDraft(doc)
    if (current !== doc) return
    put(byId('view'), raw(outcome.view))
    golden.show(doc)
    drawTools()
    drawList()
    status(`${say('read')}: ${byId('view').querySelector('.top p')?.textContent ?? source.name ?? doc.name}`)
  } catch (error) {
    if (current !== doc) return
    doc.notice = undefined
    put(byId('view'), raw(''))
    golden.show(null)
    drawTools()
    status('')
    complainOf(error)
  } finally {
    if (current === doc) byId('stage').removeAttribute('aria-busy')
  }
}

const nameIn = (message: string, name: string) => (message.startsWith(name) ? message : `${name}: ${message}`)

async function jobOf({ job, name }: Doc['sources'][number]): Promise<Job> {
  if (job) return job()
  throw new Error(`${name ?? ''}: nothing to read`)
}

async function fromServer(doc: Doc, job: Job) {
  const { name } = doc.sources[doc.at]!
  if (doc.stem !== undefined && name !== undefined) return api.read(name)
  if (job.do !== 'bytes') throw new Error(`${doc.name}: nothing to send`)
  return api.readBytes(job.filename, job.bytes)
}

async function loadDraft(doc: Doc): Promise<void> {
  doc.draft = golden.emptyDraft()
  if (doc.stem === undefined) return
  try {
    const { facts, revision } = await api.golden(doc.stem)
    if (facts) doc.draft = { facts, saved: facts, exists: true, revision }
  } catch (error) {
    complainOf(error)
  }
}

function choose(doc: Doc): void {
  hush()
  current = doc
  byId('compose').hidden = doc.text === undefined
  if (doc.text !== undefined) inputs.showText(doc)
  put(byId('view'), raw(''))
  golden.show(null)
  drawTools()
  drawList()
  byId('files').classList.remove('open')
  byId('toggle-files').setAttribute('aria-expanded', 'false')
  if (doc.stem !== undefined) sessionStorage.setItem('gongwen-inspect-at', doc.stem)
  if (doc.text !== '') void load(doc)
  else {
    doc.notice = undefined
    status('')
  }
}

function add(more: Doc[]): void {
  docs = [...more, ...docs]
  if (more[0]) choose(more[0])
}

const inputs = createInputs({ api, say, add, complain, load, current: () => current })

function label(): void {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  const each = (name: string, use: (element: HTMLElement, word: string) => void) => {
    for (const element of Array.from(document.querySelectorAll<HTMLElement>(`[data-${name}]`)))
      use(element, say(element.dataset[name] as Word))
  }
  each('say', (element, word) => {
    element.textContent = word
  })
  each('label', (element, word) => element.setAttribute('aria-label', word))
  each('hint', (element, word) => element.setAttribute('placeholder', word))
  const language = byId('language')
  language.setAttribute('aria-label', say('languageLabel'))
  language.lang = lang === 'zh' ? 'en' : 'zh-CN'
  document.title = `${state.folder === null ? '' : `${state.folder} · `}${say('name')}`
  byId('where').textContent = state.folder ?? (secret ? say('noFolder') : '')
}

function listen(): void {
  byId('language').addEventListener('click', () => {
    lang = lang === 'zh' ? 'en' : 'zh'
    label()
    drawTools()
    drawList()
    if (current?.notice) void load(current, { do: 'again' })
  })
  byId('filter').addEventListener('input', drawList)
  byId('list').addEventListener('click', (event) => {
    const { key } = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset ?? {}
    const doc = docs.find((one) => one.key === key)
    if (doc) choose(doc)
  })
  byId('list').addEventListener('keydown', walk)
  byId('toggle-files').addEventListener('click', () => {
    const open = byId('files').classList.toggle('open')
    byId('toggle-files').setAttribute('aria-expanded', String(open))
    if (open) byId('filter').focus()
  })
  byId('carriers').addEventListener('change', (event) => {
    if (!current) return
    current.at = Number((event.target as HTMLInputElement).value)
    void load(current)
  })
  byId('sides').addEventListener('change', (event) => {
    side = (event.target as HTMLInputElement).value as typeof side
    byId('stage').dataset.side = side
  })
  byId('download-list').addEventListener('click', (event) => {
    const { download } = (event.target as Element).closest<HTMLElement>('[data-download]')?.dataset ?? {}
    if (download && current?.notice) void inputs.download(download, current)
    byId<HTMLDetailsElement>('downloads').open = false
    byId('downloads').querySelector<HTMLElement>('summary')!.focus()
  })
  addEventListener('click', (event) => {
    const menu = byId<HTMLDetailsElement>('downloads')
    if (menu.open && !menu.contains(event.target as Node)) menu.open = false
  })
  addEventListener('keydown', (event) => {
    const menu = byId<HTMLDetailsElement>('downloads')
    if (event.key === 'Escape' && menu.open) {
      menu.open = false
      menu.querySelector<HTMLElement>('summary')!.focus()
    }
    if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      golden.save()
    }
  })
  addEventListener('beforeunload', (event) => {
    if (docs.some((doc) => doc.stem !== undefined && isDirty(doc))) event.preventDefault()
  })
  golden.listen()
  inputs.listen()
}

/** The arrow keys lead through the list. */
function walk(event: KeyboardEvent) {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }
  const step = steps[event.key]
  if (step === undefined) return
  const buttons = Array.from(byId('list').querySelectorAll<HTMLElement>('.doc'))
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  const next = buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]
  if (!next) return
  event.preventDefault()
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1
  next.focus()
}

async function start(): Promise<void> {
  listen()
  label()
  drawTools()
  drawList()
  if (!secret) return complain(say('noSecret'))
  try {
    state = await api.state()
  } catch (error) {
    return complainOf(error)
  }
  if (state.referenceDate !== undefined)
    reader = createReader(state.referenceDate, (message) => complain(`${say('broken')}: ${message}`))
  docs = [...docs, ...state.notices.map((one) => inputs.listed(one))]
  label()
  drawList()
  const before = sessionStorage.getItem('gongwen-inspect-at')
  const first =
    docs.find(({ stem }) => stem !== undefined && stem === before) ?? (docs.length === 1 ? docs[0] : undefined)
  if (first && !current) choose(first)
}

void start()
