/** Carriers end to end beside the bare package that only gets the text out of the same file. */
import { createRequire } from 'node:module'
import { bytesOf, inTurn, median, ratioOf, round } from './measure.mjs'
import { composePages } from './pages.mjs'
import { loadSheets } from './sheets.mjs'

/**
 * `parseNotice(html)` beside `cheerio/slim` load + `.text()`. cheerio records where nodes stand, because facts without a
 * place are no match for facts with one.
 */
export async function htmlThroughput(parseNotice, corpus, plan) {
  const { load } = await import('cheerio/slim')
  const options = { xml: { xmlMode: false, withStartIndices: true, withEndIndices: true } }
  const pages = composePages(corpus)
  const sizes = pages.map((p) => bytesOf(p.html))
  const bytes = sizes.reduce((sum, n) => sum + n, 0)
  let found = 0
  let characters = 0
  const gongwen = () => {
    for (const { html } of pages) found += parseNotice(html, { carrier: 'html' }).dates.length
  }
  const bare = () => {
    for (const { html } of pages) characters += load(html, options).text().length
  }
  const times = await inTurn(gongwen, bare, plan)
  if (!found || !characters) throw new Error('nothing was read from the pages: the bench measures nothing')
  const side = (list) => ({
    megabytesPerSecond: round(bytes / 1e6 / (median(list) / 1000)),
    pagesPerSecond: round(pages.length / (median(list) / 1000), 0),
    millisecondsPerPass: round(median(list)),
  })
  return {
    pages: pages.length,
    bytes,
    smallest: Math.min(...sizes),
    largest: Math.max(...sizes),
    rounds: plan.rounds,
    gongwen: side(times.a),
    cheerio: side(times.b),
    ratio: ratioOf(times.a, times.b),
  }
}

/** `readNotice(bytes)` beside bare pdf.js: the text content of each page, with the same character maps. */
export async function pdfThroughput(readNotice, corpus, plan) {
  // As gongwen does: with the worker's module loaded here, pdf.js runs it in this thread.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = createRequire(import.meta.url)
    .resolve('pdfjs-dist/package.json')
    .replace('package.json', '')
  const sheets = loadSheets(corpus)
  let found = 0
  let pages = 0
  let items = 0
  const gongwen = async () => {
    for (const { bytes, name } of sheets)
      found += (await readNotice(bytes, { filename: `${name}.pdf` })).source.pages.length
  }
  const bare = async () => {
    pages = 0
    for (const { bytes } of sheets) {
      const task = getDocument({
        data: new Uint8Array(bytes),
        cMapUrl: `${folder}cmaps/`,
        cMapPacked: true,
        standardFontDataUrl: `${folder}standard_fonts/`,
        useSystemFonts: false,
        disableFontFace: true,
        verbosity: 0,
      })
      const document = await task.promise
      for (let n = 1; n <= document.numPages; n++) {
        const page = await document.getPage(n)
        items += (await page.getTextContent()).items.length
        page.cleanup()
      }
      pages += document.numPages
      await task.destroy()
    }
  }
  const times = await inTurn(gongwen, bare, plan)
  if (!found || !items) throw new Error('nothing was read from the PDFs: the bench measures nothing')
  const side = (list) => ({
    pagesPerSecond: round(pages / (median(list) / 1000), 1),
    millisecondsPerPass: round(median(list)),
  })
  return {
    files: sheets.length,
    pages,
    rounds: plan.rounds,
    gongwen: side(times.a),
    pdfjs: side(times.b),
    ratio: ratioOf(times.a, times.b),
  }
}
