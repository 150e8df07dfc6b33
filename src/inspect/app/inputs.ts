/** Ways in and out: files of the folder, dropped and opened ones, pasted text; what can be downloaded. */

import type { TableName } from '../../batch/names.js'
import { readGolden } from '../../eval/index.js'
import type { ListedNotice } from '../folder.js'
import type { Api } from './api.js'
import { type Doc, extensionOf, isKnown, isServers, type Source, stemOf } from './docs.js'
import { byId } from './dom.js'
import { csvOf, goldenOf, icsOf, jsonOf, offer, vcfOf } from './download.js'
import type { Job } from './messages.js'
import type { Say } from './words.js'

export interface InputHooks {
  api: Api
  say: Say
  add(docs: Doc[]): void
  complain(text: string): void
  load(doc: Doc): Promise<void>
  current(): Doc | undefined
}

/** A browser takes long to lay out a longer text in a box; it is read without. */
const MAX_BOX = 200_000
/** Milliseconds after the last key. */
const PAUSE = 250
/** What the server takes. */
const MAX_BYTES = 64 * 1024 * 1024

let count = 0
let pastes = 0
const newKey = () => `d${++count}`

export function createInputs({ api, say, add, complain, load, current }: InputHooks) {
  const box = () => byId<HTMLTextAreaElement>('text')

  /** A notice of the folder. */
  function listed({ stem, files, golden }: ListedNotice): Doc {
    // What the browser reads itself comes first: it is there at once, with rules and certainties.
    const sources = [...files]
      .sort((a, b) => Number(isServers(a)) - Number(isServers(b)))
      .map(
        (name): Source => ({
          label: extensionOf(name).toUpperCase(),
          name,
          job: async () =>
            isServers(name)
              ? { do: 'view', notice: await api.read(name) }
              : { do: 'bytes', bytes: await api.file(name), filename: name },
        }),
      )
    return { key: newKey(), name: stem, stem, sources, at: 0, hasGolden: golden }
  }

  /** Files of one name are one notice; a JSON file among them holds its golden facts. */
  async function fromFiles(files: readonly File[]): Promise<void> {
    const docs = new Map<string, Doc>()
    for (const file of files) {
      if (extensionOf(file.name) === 'json') continue
      if (!isKnown(file.name)) complain(`${file.name}: ${say('unknownFile')}`)
      else if (file.size > MAX_BYTES) complain(`${file.name}: ${file.size} > ${MAX_BYTES}`)
      else {
        const stem = stemOf(file.name)
        const doc = docs.get(stem) ?? { key: newKey(), name: stem, sources: [], at: 0, hasGolden: false }
        docs.set(stem, { ...doc, sources: [...doc.sources, droppedSource(file)] })
      }
    }
    for (const file of files) if (extensionOf(file.name) === 'json') await giveGolden(file, docs.get(stemOf(file.name)))
    if (docs.size) add([...docs.values()])
  }

  const droppedSource = (file: File): Source => ({
    label: extensionOf(file.name).toUpperCase(),
    name: file.name,
    job: async (): Promise<Job> => {
      const bytes = await file.arrayBuffer()
      return isServers(file.name)
        ? { do: 'view', notice: await api.readBytes(file.name, bytes) }
        : { do: 'bytes', bytes, filename: file.name }
    },
  })

  async function giveGolden(file: File, doc: Doc | undefined): Promise<void> {
    if (!doc) return complain(`${file.name}: ${say('unknownFile')}`)
    try {
      const facts = readGolden(await file.text())
      doc.draft = { facts, saved: facts, exists: true, revision: null }
      doc.hasGolden = true
    } catch (error) {
      complain(`${file.name}: ${(error as Error).message}`)
    }
  }

  function pasted(text: string): Doc {
    const carriers = [
      [say('auto'), undefined],
      [say('text'), 'text'],
      ['Markdown', 'markdown'],
      ['HTML', 'html'],
    ] as const
    const doc: Doc = { key: newKey(), name: `${say('pasted')} ${++pastes}`, sources: [], at: 0, hasGolden: false, text }
    doc.sources = carriers.map(([label, carrier]) => ({
      label,
      job: async (): Promise<Job> => ({ do: 'text', text: doc.text ?? '', carrier }),
    }))
    return doc
  }

  function showText({ text = '' }: Doc): void {
    const long = text.length > MAX_BOX
    box().value = long ? '' : text
    byId('long').hidden = !long
    byId('long').textContent = long ? `${say('tooLong')} ${text.length}` : ''
  }

  function setText(doc: Doc, text: string): void {
    doc.text = text
    // Its golden facts stay: they are what a person says of it.
    void load(doc)
  }

  function listen(): void {
    byId('new-text').addEventListener('click', () => {
      add([pasted('')])
      box().focus()
    })
    byId('open-files').addEventListener('click', () => byId('file-input').click())
    byId<HTMLInputElement>('file-input').addEventListener('change', (event) => {
      const input = event.target as HTMLInputElement
      const files = Array.from(input.files ?? [])
      input.value = ''
      void fromFiles(files)
    })
    let timer = 0
    box().addEventListener('input', () => {
      clearTimeout(timer)
      const doc = current()
      if (doc?.text === undefined) return
      byId('long').hidden = true
      timer = window.setTimeout(() => setText(doc, box().value), PAUSE)
    })
    addEventListener('paste', (event) => {
      const { target } = event
      const data = event.clipboardData
      if (!data) return
      const text = data.getData('text/plain')
      const inBox = target === box()
      if (!inBox && target instanceof Element && target.closest('input,textarea,select')) return
      if (data.files.length && !text) {
        event.preventDefault()
        void fromFiles(Array.from(data.files))
      } else if (text && (!inBox || text.length > MAX_BOX)) {
        event.preventDefault()
        add([pasted(text)])
      }
    })
    listenToDrops()
  }

  function listenToDrops(): void {
    const veil = byId('drop')
    const holds = (event: DragEvent) =>
      event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/plain')
    addEventListener('dragover', (event) => {
      if (!holds(event)) return
      event.preventDefault()
      veil.hidden = false
    })
    addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) veil.hidden = true
    })
    addEventListener('drop', (event) => {
      veil.hidden = true
      const { dataTransfer } = event
      if (!dataTransfer || !holds(event)) return
      event.preventDefault()
      const files = Array.from(dataTransfer.files)
      const text = dataTransfer.getData('text/plain')
      if (files.length) void fromFiles(files)
      else if (text) add([pasted(text)])
    })
  }

  return {
    listed,
    listen,
    showText,
    async download(what: string, { notice, name, draft }: Doc): Promise<void> {
      if (!notice) return
      const stem = name.split('/').at(-1)!
      if (what === 'json') offer(jsonOf(notice, stem))
      else if (what === 'ics') offer(await icsOf(notice, stem))
      else if (what === 'vcf') offer(vcfOf(notice, stem))
      else if (what === 'golden') offer(goldenOf(draft?.facts ?? {}, notice, stem))
      else offer(csvOf(notice, stem, what as TableName))
    },
  }
}
