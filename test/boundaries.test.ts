/** The arrows of the design: imports point one way, each outside package has one importer, surface forms live in grammars/. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? sources(join(folder, e.name)) : e.name.endsWith('.ts') ? [join(folder, e.name)] : [],
  )
const files = [...sources('src'), ...sources('grammars')]

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/^(?:import|export)\s+(type\s+)?[^'"]*?from\s+'([^']+)'/gm)].map(
    (m) => ({
      from: file,
      to: m[2]!.startsWith('.') ? relative(root, join(root, dirname(file), m[2]!)).replace(/\.js$/, '.ts') : m[2]!,
      typeOnly: m[1] !== undefined,
    }),
  ),
)

/** The storeys of the house; a file may import values from its own storey and those below. */
function storey(file: string): number {
  if (/^src\/(?:types|grammar(?:-begin)?)\.ts$/.test(file)) return 0
  if (file.startsWith('grammars/')) return 1
  if (file.startsWith('src/read/')) return 2
  if (file.startsWith('src/knowledge/')) return 3
  if (file.startsWith('src/parse/')) return 4
  if (file.startsWith('src/extract/')) return 5
  if (/^src\/(?:notice|read-notice|find|locate|plugin|schema|tree-of)\.ts$/.test(file)) return 6
  if (/^src\/(?:index|jieba)\.ts$|^src\/(?:link|redact)\//.test(file)) return 7
  return 8
}

it('imports point one way', () => {
  const wrong = imports.filter(
    (i) => !i.typeOnly && !/^[a-z@]/.test(i.to.replace(/^(?:src|grammars)\//, '/')) && storey(i.to) > storey(i.from),
  )
  expect(wrong).toEqual([])
})

it('each outside package has one importer', () => {
  const allowed: Record<string, RegExp> = {
    'chrono-node': /^src\/knowledge\/spoken-days\.ts$/,
    'remark-parse': /^src\/read\/markdown\.ts$/,
    micromark: /^src\/read\/markdown\.ts$/,
    mdast: /^src\/read\/markdown\.ts$/,
    'character-entities': /^src\/read\/html-tokens\.ts$/,
    fflate: /^src\/read\/zip\.ts$/,
    'fast-xml-parser': /^src\/read\/ofd/,
    'pdfjs-dist': /^src\/read\/pdf/,
    unified: /^src\/(?:read\/markdown|plugin)\.ts$/,
    zod: /^src\/(?:schema|redact\/policy)\.ts$/,
    yauzl: /^src\/batch\/sources\/zip\.ts$/,
    tar: /^src\/batch\/sources\/tar\.ts$/,
    'csv-parse': /^src\/batch\/sources\/rows\.ts$/,
    'csv-stringify': /^src\/(?:batch\/sinks\/csv|inspect\/app\/download)\.ts$/,
    picomatch: /^src\/batch\/sources\/index\.ts$/,
    bullmq: /^src\/queue\/(?:redis|postgres)\.ts$/,
    pg: /^src\/queue\/postgres\.ts$/,
    ioredis: /^src\/queue\/redis\.ts$/,
    'ical-generator': /^src\/calendar\/ics\.ts$/,
    node: /^src\/(?:jieba|cli|page|batch|queue|inspect\/(?!app\/))/,
  }
  const outside = imports.filter((i) => !/^(?:src|grammars)\/|^package\.json$/.test(i.to) && !i.typeOnly)
  const wrong = outside.filter((i) => {
    const rule = Object.entries(allowed).find(
      ([name]) =>
        i.to === name || i.to.startsWith(`${name}/`) || i.to.startsWith(`${name}-`) || i.to.startsWith(`${name}:`),
    )
    return !rule?.[1].test(i.from)
  })
  expect(wrong).toEqual([])
})

it('the core path has no node: import', () => {
  const wrong = imports.filter(
    (i) => i.to.startsWith('node:') && !/^src\/(?:jieba|cli|page|batch|queue|inspect\/(?!app\/))/.test(i.from),
  )
  expect(wrong).toEqual([])
})

it('programs import the library, never its inside', () => {
  const wrong = imports.filter(
    (i) =>
      (/^src\/(?:cli|eval|queue|graph|page|report|inspect)/.test(i.from) &&
        i.to.startsWith('src/') &&
        !/^src\/(?:cli|eval|queue|graph|page|report|inspect|index\.ts|(?:link|calendar|contacts|redact)\/index\.ts|batch\/(?:index|names|tables)\.ts)/.test(
          i.to,
        )) ||
      (/^src\/(?:calendar|contacts|office)/.test(i.from) &&
        i.to.startsWith('src/') &&
        !/^src\/(?:calendar|contacts|office|index\.ts|batch\/sinks\/peer\.ts)/.test(i.to)) ||
      (i.from.startsWith('src/batch') && i.to.startsWith('src/') && !/^src\/(?:batch|index\.ts)/.test(i.to)),
  )
  expect(wrong).toEqual([])
})

it("the inspector's page takes from its server nothing but types, and nothing that is for Node", () => {
  const wrong = imports.filter(
    (i) =>
      i.from.startsWith('src/inspect/app/') &&
      !i.typeOnly &&
      /^src\/(?:inspect\/(?!app\/)|cli|queue|page\/page|report\/(?:index|page)|batch\/(?!names|tables))/.test(i.to),
  )
  expect(wrong).toEqual([])
})

it('no surface form is a regular expression in src', () => {
  const wrong = files
    .filter((f) => /^src\/(?:extract|parse|knowledge|link|redact|calendar|contacts)\//.test(f))
    .flatMap((f) =>
      readFileSync(join(root, f), 'utf8')
        .split('\n')
        .flatMap((line, n) =>
          /(?<![/*])\/(?![/*])(?:[^/\n\\]|\\.)*[\u4e00-\u9fff](?:[^/\n\\]|\\.)*\/[a-z]*\.(?:test|exec|source)|(?:match|matchAll|replace|search|split)\(\/(?:[^/\n\\]|\\.)*[\u4e00-\u9fff]/.test(
            line,
          ) && !/^\s*(?:\/\/|\*|\/\*)/.test(line)
            ? [`${f}:${n + 1}`]
            : [],
        ),
    )
  expect(wrong).toEqual([])
})
