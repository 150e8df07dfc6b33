/** What is fuzzed: for each target the inputs it starts from and how one input becomes another. */
import { readdirSync, readFileSync } from 'node:fs'
import { CARRIERS, CASES, type Case, caseOf } from '../tools/carriers.js'
import { encode } from '../tools/encoders.js'
import { makePdf, type Placed } from '../tools/pdf.js'
import { EVIL, HOSTILE } from '../tools/report.js'
import { mutateBytes, mutatePackage, mutatePdf } from './mutate-bytes.js'
import { mutateMarkdown, mutateMarkup, mutateRtf } from './mutate-markup.js'
import { mutateText, pump } from './mutate-text.js'
import type { Dice } from './random.js'
import { FORMS } from './words.js'

export type Input = string | Uint8Array

export interface Target {
  name: string
  seeds: () => Input[]
  mutate: (input: Input, other: Input, d: Dice) => Input
}

const at = (path: string) => new URL(`../../${path}`, import.meta.url)
const read = (path: string) => new Uint8Array(readFileSync(at(path)))

function folder(path: string, extension: RegExp): string[] {
  return readdirSync(at(path))
    .filter((name) => extension.test(name))
    .sort()
    .map((name) => `${path}/${name}`)
}

const utf8 = (path: string) => readFileSync(at(path), 'utf8')
const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

const texts = () => [...folder('corpus', /\.txt$/), ...folder('test/fixtures/archive', /\.txt$/)].map(utf8)
const marked = () => folder('corpus', /^(?!README).*\.md$/).map(utf8)

let known: Case[] | undefined
const cases = () => {
  known ??= CASES.map(caseOf)
  return known
}
const made = (extension: RegExp) => () =>
  CARRIERS.filter((kind) => extension.test(kind.extension) && !kind.committed).flatMap((kind) =>
    cases().map((c) => kind.make(c)),
  )

const fixtures = (path: string, extension: RegExp) => folder(`test/fixtures/${path}`, extension).map(read)

const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const

const SIZES = [2_000, 2_000, 5_000, 5_000, 20_000, 20_000, 60_000, 150_000]

/** A text target: one input in sixty is one thing repeated. */
const ofText =
  (mutate: (text: string, other: string, d: Dice) => string) =>
  (input: Input, other: Input, d: Dice): Input =>
    d.once(60) ? pump(String(input).slice(0, 20_000), d, d.pick(SIZES)) : mutate(String(input), String(other), d)

const ofBytes =
  (mutate: (bytes: Uint8Array, other: Uint8Array, d: Dice) => Uint8Array) =>
  (input: Input, other: Input, d: Dice): Input =>
    mutate(input as Uint8Array, other as Uint8Array, d)

/** A page of forms at places of their own: columns, overlaps, turned text, off the sheet. */
function drawnPdf(d: Dice): Uint8Array {
  const pages = Array.from({ length: 1 + d.below(4) }, () =>
    Array.from({ length: d.below(40) }, (_, i): Placed => {
      const free = d.once(3)
      return {
        text: (d.once(2) ? d.pick(FORMS) : d.pick(FORMS) + d.pick(FORMS)).replace(/[\r\n]/g, ''),
        x: free ? d.below(1500) - 400 : 80 + 160 * d.below(3),
        y: free ? d.below(2000) - 500 : 80 + 28 * i,
        size: d.once(4) ? d.pick([0, 1, 6, 10.5, 22, 300, -16]) : 16,
        ...(d.once(10) ? { turn: d.pick([1, 2, 3, 0.5, 0.01]) } : {}),
        ...(d.once(10) ? { tracking: d.pick([-20, -4, 4, 30, 1e6]) } : {}),
      }
    }),
  )
  return makePdf(pages, d.once(8) ? { rotate: d.pick([90, 180, 270, 45, -90]) } : {})
}

const rtf = (input: Input) => Buffer.from(input as Uint8Array).toString('latin1')

export const TARGETS: readonly Target[] = [
  { name: 'text', seeds: texts, mutate: ofText(mutateText) },
  { name: 'markdown', seeds: () => [...marked(), ...made(/^md$/)().map(decoded)], mutate: ofText(mutateMarkdown) },
  {
    name: 'html',
    seeds: () => made(/^html?$|^jsp$/)().map(decoded),
    mutate: ofText((text, other, d) => mutateMarkup(text, other, d)),
  },
  {
    name: 'bytes',
    seeds: () =>
      texts()
        .slice(0, 30)
        .map((text, i) => encode(text, ENCODINGS[i % ENCODINGS.length]!, i % 3 === 0)),
    mutate: ofBytes(mutateBytes),
  },
  {
    name: 'pdf',
    seeds: () => [...fixtures('pdf', /\.pdf$/), ...fixtures('carriers/pdf', /\.pdf$/).slice(0, 6)],
    mutate: (input, other, d) => (d.once(3) ? drawnPdf(d) : mutatePdf(input as Uint8Array, other as Uint8Array, d)),
  },
  {
    name: 'docx',
    seeds: () => [...fixtures('docx', /\.docx$/), ...fixtures('carriers/docx', /\.docx$/), ...made(/^docx$/)()],
    mutate: ofBytes(mutatePackage),
  },
  {
    name: 'doc',
    seeds: () => [...fixtures('doc', /\.doc$/), ...fixtures('carriers/doc', /\.doc$/)],
    mutate: ofBytes(mutateBytes),
  },
  {
    name: 'rtf',
    seeds: () => fixtures('doc', /\.rtf$/),
    mutate: (input, other, d) =>
      d.once(6)
        ? mutateBytes(input as Uint8Array, other as Uint8Array, d)
        : new Uint8Array(Buffer.from(mutateRtf(rtf(input), rtf(other), d), 'latin1')),
  },
  { name: 'ofd', seeds: () => [...fixtures('ofd', /\.ofd$/), ...made(/^ofd$/)()], mutate: ofBytes(mutatePackage) },
  {
    name: 'find',
    seeds: () => [...texts(), ...FORMS],
    mutate: ofText((text, other, d) => mutateText(text, other, d, 4000)),
  },
  {
    name: 'programs',
    seeds: () => [...texts(), ...made(/^htm$/)().map(decoded), ...EVIL.map((evil) => HOSTILE.replace('{}', evil))],
    mutate: ofText((text, other, d) =>
      text.startsWith('<')
        ? mutateMarkup(text, other, d)
        : mutateText(d.once(4) ? text + d.pick(EVIL) : text, other, d),
    ),
  },
]

export const targetOf = (name: string): Target => {
  const found = TARGETS.find((t) => t.name === name)
  if (!found) throw new TypeError(`no target ${name}; there are ${TARGETS.map((t) => t.name).join(', ')}`)
  return found
}
