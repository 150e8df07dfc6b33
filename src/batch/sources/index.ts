/** From what is named on a command line to inputs: folders, globs, archives, tables, lists. */
import type { Stats } from 'node:fs'
import { lstat, stat } from 'node:fs/promises'
import { basename, resolve, sep } from 'node:path'
import picomatch from 'picomatch'
import { splitLines, textOf } from '../lines.js'
import { MissingPeerError } from '../sinks/peer.js'
import { type BatchInput, type Failure, MAX_BYTES } from '../types.js'
import { failureOfFile } from './failure.js'
import { type Found, walk } from './folder.js'
import { readCsv, readNdjson } from './rows.js'
import { readTar } from './tar.js'
import { readWarc } from './warc.js'
import { readZip } from './zip.js'

/** How names are made inputs. */
export interface SourceOptions {
  /** Column of `.ndjson`, `.csv` and `.tsv` that holds the text or HTML. Default: the first there is of text, html, content. */
  column?: string
  /** Column whose value goes into the record as `ref`. */
  refColumn?: string
  /** Greatest size of one entry of an archive or of one row. Default 64 MiB. */
  maxBytes?: number
  /** Where the source `-` takes its list of names from: one a line. */
  list?: AsyncIterable<Uint8Array | string>
  /** Files and folders that are no inputs: what the run itself writes. */
  exclude?: readonly string[]
}

export interface Reading extends Required<Omit<SourceOptions, 'list' | 'refColumn' | 'column'>> {
  column: string | undefined
  refColumn: string | undefined
  list: SourceOptions['list']
}

const DEFAULTS = { maxBytes: MAX_BYTES, column: undefined, refColumn: undefined, list: undefined }

/** What is in a file by its name; every other file is one input. */
const CONTAINERS: [RegExp, (path: string, reading: Reading) => AsyncIterable<BatchInput>][] = [
  [/\.zip$/i, readZip],
  [/\.(?:tar|tar\.gz|tgz)$/i, readTar],
  [/\.(?:ndjson|jsonl)(?:\.gz)?$/i, readNdjson],
  [/\.[ct]sv(?:\.gz)?$/i, readCsv],
  [/\.warc(?:\.gz)?$/i, readWarc],
]

/**
 * The inputs that `names` stand for, in a fixed order: files, folders with all below them (in the order of code units;
 * hidden files and linked folders are left out), globs, archives (`.zip`, `.tar`, `.tar.gz`, `.tgz`: one input an entry),
 * tables (`.ndjson`, `.jsonl`, `.csv`, `.tsv`, also with `.gz`: one input a row), web archives (`.warc`, `.warc.gz`: one
 * input a page), and `-` for a list of such names. What is not there or broken is an input with `error`.
 */
export async function* sources(
  names: Iterable<string> | AsyncIterable<string>,
  options: SourceOptions = {},
): AsyncGenerator<BatchInput, void, undefined> {
  const given = names as Partial<Iterable<string> & AsyncIterable<string>> | null | undefined
  if (typeof names === 'string' || !(given?.[Symbol.asyncIterator] ?? given?.[Symbol.iterator]))
    throw new TypeError('sources: names must be a list of paths, globs or -')
  const exclude = (options.exclude ?? []).map((path) => resolve(path))
  const reading: Reading = { ...DEFAULTS, ...options, exclude }
  for await (const name of names) {
    if (typeof name !== 'string') throw new TypeError('sources: a name must be a string')
    yield* source(name, reading)
  }
}

async function* source(name: string, reading: Reading): AsyncGenerator<BatchInput, void, undefined> {
  if (name === '-' && reading.list) {
    for await (const listed of listedNames(reading.list)) yield* source(listed, { ...reading, list: undefined })
    return
  }
  const info = await statOf(name)
  if (!('code' in info)) {
    if (info.isDirectory()) for await (const found of walk(name, reading.exclude)) yield* file(found, reading)
    else yield* file({ path: name }, reading)
    return
  }
  const { base, isGlob } = picomatch.scan(name)
  if (!isGlob || info.code !== 'not-found') {
    yield { path: name, error: info }
    return
  }
  const matches = picomatch(name.replace(/^\.\//, ''), { dot: false })
  let found = false
  for await (const one of walk(base || '.', reading.exclude)) {
    if (!one.error && !matches(one.path.split(sep).join('/').replace(/^\.\//, ''))) continue
    found = true
    yield* file(one, reading)
  }
  if (!found) yield { path: name, error: { code: 'not-found', message: 'nothing matches this' } }
}

function file(found: Found, reading: Reading): AsyncIterable<BatchInput> | BatchInput[] {
  const { path } = found
  const name = basename(path)
  if (found.error) return [found]
  const read = CONTAINERS.find(([pattern]) => pattern.test(name))?.[1]
  return read ? guarded(path, read(path, reading)) : [{ path }]
}

/** An archive that breaks off gives what could be read of it, and is itself an input that could not be read. */
async function* guarded(path: string, inputs: AsyncIterable<BatchInput>): AsyncGenerator<BatchInput, void, undefined> {
  try {
    yield* inputs
  } catch (error) {
    yield { path, error: failure(error) }
  }
}

/** What the one who runs the program has to do something about is no record of an input. */
function failure(error: unknown): Failure {
  if (error instanceof MissingPeerError) throw error
  return failureOfFile(error)
}

async function* listedNames(list: AsyncIterable<Uint8Array | string>): AsyncGenerator<string, void, undefined> {
  for await (const line of splitLines(list, 64 * 1024)) {
    const name = textOf(line)
    if (name !== '') yield name
  }
}

async function statOf(path: string): Promise<Stats | Failure> {
  try {
    return await stat(path)
  } catch (error) {
    const dangling = await lstat(path).catch(() => null)
    return dangling ? { code: 'not-a-file', message: 'the link leads nowhere' } : failureOfFile(error)
  }
}

/** How many inputs the names stand for, where that can be told without reading them; null where it cannot. */
export async function countInputs(names: readonly string[], options: SourceOptions = {}): Promise<number | null> {
  const exclude = (options.exclude ?? []).map((path) => resolve(path))
  const countable = (path: string) => !CONTAINERS.some(([pattern]) => pattern.test(basename(path)))
  let count = 0
  for (const name of names) {
    if (name === '-') return null
    const info = await statOf(name)
    if ('code' in info || info.isFile()) {
      if (!countable(name) || ('code' in info && picomatch.scan(name).isGlob)) return null
      count++
    } else
      for await (const { path } of walk(name, exclude)) {
        if (!countable(path)) return null
        count++
      }
  }
  return count
}
