/** The texts that are measured: the corpus, and notices made longer out of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bytesOf } from './measure.mjs'

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** Every text and Markdown notice of the corpus. */
export function loadCorpus() {
  const folder = join(root, 'corpus')
  const files = readdirSync(folder).filter((f) => ['.txt', '.md'].includes(extname(f)) && f !== 'README.md')
  return files.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

// Lines that end a notice (annex marks, imprints, a page's tail) would have the rest of the text skipped.
const SENTENCE = /^[^附抄相上下责扫].{11,}[。；]/
const CONTACT = /^[^附抄相责].*电话：\d/

/** A notice of about `size` bytes: one head, the paragraphs of all text notices again and again, one signature. */
export function noticeOfSize(corpus, size) {
  const head =
    '云溪省农业农村厅关于做好春季农业生产工作的通知\n云农发〔2024〕12号\n\n各市、县（市、区）农业农村局：\n\n为做好春季农业生产工作，现将有关事项通知如下。\n'
  const tail = '\n云溪省农业农村厅\n2024年3月5日\n'
  const paragraphs = corpus
    .filter((c) => c.name.endsWith('.txt'))
    .flatMap((c) => c.text.split('\n'))
    .filter((line) => SENTENCE.test(line.trim()) || CONTACT.test(line))
  const out = [head]
  let bytes = bytesOf(head) + bytesOf(tail)
  for (let i = 0; bytes < size; i++) {
    const line = `${paragraphs[i % paragraphs.length]}\n`
    out.push(line)
    bytes += bytesOf(line)
  }
  return out.join('') + tail
}
