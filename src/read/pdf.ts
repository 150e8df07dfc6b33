/**
 * PDF by its text layer. The one importer of pdfjs-dist, which is loaded on use: it is an optional peer. Nothing is
 * drawn or fetched, and no script of the file is run.
 */
import type { Diagnostic } from '../types.js'
import { UnreadableNoticeError } from './errors.js'
import { keepLayout, packLayout } from './layout.js'
import { printedLines, type TextItem } from './pdf-lines.js'
import { hearingRejections } from './pdf-rejections.js'
import { rulesOf } from './pdf-rules.js'
import { joinPages, type PrintedPage } from './printed-pages.js'
import { asSource, makeSource, type ReadResult } from './source-text.js'

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>

const MAX_PAGES = 2000

export async function readPdf(
  bytes: Uint8Array,
  filename: string | undefined,
  diagnostics: Diagnostic[],
  limits: { maxPages?: number } = {},
): Promise<ReadResult> {
  const pdfjs = await loadPdfJs(filename)
  return hearingRejections(() => readFile(pdfjs, bytes, filename, diagnostics, limits.maxPages ?? MAX_PAGES))
}

async function readFile(
  pdfjs: PdfJs,
  bytes: Uint8Array,
  filename: string | undefined,
  diagnostics: Diagnostic[],
  maxPages: number,
): Promise<ReadResult> {
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer for itself, and refuses a Node Buffer.
    data: new Uint8Array(bytes),
    ...resources(),
    cMapPacked: true,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise.catch((cause: unknown) => {
      throw unreadable(cause, filename)
    })
    const pages = await readPages(document, pdfjs, filename, diagnostics, maxPages)
    return result(pages, filename, diagnostics)
  } finally {
    await task.destroy()
  }
}

async function readPages(
  document: PdfDocument,
  pdfjs: PdfJs,
  filename: string | undefined,
  diagnostics: Diagnostic[],
  limit: number,
): Promise<PrintedPage[]> {
  const pages: PrintedPage[] = []
  const last = Math.min(document.numPages, limit)
  const failed: number[] = []
  let failure: unknown
  // Pages ahead are unpacked (in threads of the host's) while one is read.
  const ahead: Promise<PrintedPage | { cause: unknown }>[] = []
  for (let number = 1; number <= last; number++) {
    while (ahead.length < AHEAD && number + ahead.length <= last)
      ahead.push(readPage(document, number + ahead.length, pdfjs).catch((cause: unknown) => ({ cause })))
    const page = (await ahead.shift())!
    if ('cause' in page) {
      failed.push(number)
      failure ??= page.cause
      pages.push({ height: 0, lines: [] })
    } else pages.push(page)
  }
  if (failed.length && failed.length === last) throw unreadable(failure, filename)
  if (failed.length)
    report(diagnostics, 'read/page-unreadable', `broken pages were left out: ${failed.slice(0, 20).join(', ')}`)
  if (last < document.numPages)
    report(diagnostics, 'read/truncated', `${document.numPages} pages: only the first ${last} were read`)
  return pages
}

async function readPage(document: PdfDocument, number: number, pdfjs: PdfJs): Promise<PrintedPage> {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  const view = page.getViewport({ scale: 1 })
  const texts = items.filter((item): item is (typeof items)[number] & TextItem => 'str' in item)
  let lines = printedLines(texts, view.transform)
  // What a page draws costs as much as its text: it is asked for only where words stand in columns.
  if (lines.filter((line) => IN_COLUMNS.test(line.text)).length > 1)
    lines = printedLines(texts, view.transform, rulesOf(await page.getOperatorList(), pdfjs.OPS))
  page.cleanup()
  return { height: view.height, lines }
}

/** How many pages are on their way at once. */
const AHEAD = 3

/** Words in columns: not a label whose characters are spaced out (名    称：). */
const IN_COLUMNS = /\S(?!(?: {2,12}\S){1,3} {0,12}[：:]) {3,}\S/

function result(pages: readonly PrintedPage[], filename: string | undefined, diagnostics: Diagnostic[]): ReadResult {
  const { text, spans, placed, marks } = joinPages(pages)
  if (text === '') {
    const reason = 'no page has a text layer: the pages are pictures, which need character recognition'
    report(diagnostics, 'read/no-text-layer', reason, 'error')
  } else if (unmappedShare(text) > 0.2) {
    report(diagnostics, 'read/undecodable', 'the fonts do not say which characters many of the glyphs are')
  }
  const source = { ...makeSource(text, 'pdf', filename), pages: spans }
  keepLayout(source, packLayout(placed, 1))
  return {
    source,
    raw: asSource(text),
    marks,
    wrapped: true,
  }
}

/** Share of private-use, control and replacement characters: what fonts without a character map give. */
function unmappedShare(text: string): number {
  const head = text.slice(0, 20_000).replace(/\s/g, '')
  return (head.match(/[\0-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]/g)?.length ?? 0) / Math.max(1, head.length)
}

function report(diagnostics: Diagnostic[], ruleId: string, reason: string, severity: 'warning' | 'error' = 'warning') {
  diagnostics.push({ ruleId, reason, span: null, severity })
}

function unreadable(cause: unknown, filename: string | undefined): UnreadableNoticeError {
  const { name, message } = cause instanceof Error ? cause : { name: '', message: String(cause) }
  if (name === 'PasswordException')
    return new UnreadableNoticeError('unsupported', 'this PDF is encrypted: it needs a password', filename, { cause })
  return new UnreadableNoticeError('broken', `this PDF cannot be read: ${message}`, filename, { cause })
}

/** What Node has and a browser has not, without a `node:` import. */
interface Host {
  process?: { getBuiltinModule?: (id: string) => unknown }
  DOMMatrix?: unknown
}
type Require = ((id: string) => unknown) & { resolve(id: string): string }

declare const __filename: string | undefined

/** `require` beside this file, in both module formats; null in a browser. */
function hostRequire(): Require | null {
  const host = globalThis as Host
  const module = host.process?.getBuiltinModule?.('node:module') as { createRequire(from: string): Require } | undefined
  const here = import.meta.url ?? (typeof __filename === 'string' ? __filename : undefined)
  if (!module || !here || !/^(?:file:|\/|[A-Za-z]:[\\/])/.test(here)) return null
  return module.createRequire(here)
}

/** Character maps and metrics of fonts that are not in the file: without them such text is silently empty. */
function resources(): { cMapUrl?: string; standardFontDataUrl?: string } {
  try {
    const folder = hostRequire()
      ?.resolve('pdfjs-dist/package.json')
      .replace(/package\.json$/, '')
    return folder ? { cMapUrl: `${folder}cmaps/`, standardFontDataUrl: `${folder}standard_fonts/` } : {}
  } catch {
    return {}
  }
}

let loaded: Promise<PdfJs> | undefined

function loadPdfJs(filename: string | undefined): Promise<PdfJs> {
  loaded ??= importPdfJs().catch((cause: unknown) => {
    // The next call tries again: the package may be there then.
    loaded = undefined
    throw cause
  })
  return loaded.catch((cause: unknown) => {
    if (isMissing(cause))
      throw new UnreadableNoticeError('missing-peer', 'reading PDF needs pdfjs-dist: npm i pdfjs-dist', filename, {
        cause,
      })
    throw new UnreadableNoticeError('unsupported', `pdfjs-dist does not load here: ${String(cause)}`, filename, {
      cause,
    })
  })
}

async function importPdfJs(): Promise<PdfJs> {
  const restore = standIn()
  try {
    // Loading the worker's module here makes pdf.js run it in this thread.
    // @ts-expect-error It has no declarations, and needs none.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    restore()
  }
}

const isMissing = (cause: unknown): boolean => {
  const { code, message, cause: inner } = (cause ?? {}) as { code?: string; message?: string; cause?: unknown }
  return (
    (inner !== undefined && isMissing(inner)) ||
    /^(?:ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND)$/.test(code ?? '') ||
    /Failed to (?:load|resolve|fetch)[^\n]{0,80}(?:module|pdfjs-dist)/.test(message ?? '')
  )
}

/** pdf.js makes a matrix at load, from a canvas package that is optional: drawing needs it, reading text does not. */
function standIn(): () => void {
  const host = globalThis as Host
  const require = hostRequire()
  if (host.DOMMatrix || !require) return () => {}
  try {
    const { createRequire } = host.process!.getBuiltinModule!('node:module') as {
      createRequire(from: string): Require
    }
    createRequire(require.resolve('pdfjs-dist/package.json'))('@napi-rs/canvas')
    return () => {}
  } catch {
    host.DOMMatrix = class {}
    return () => {
      delete host.DOMMatrix
    }
  }
}
