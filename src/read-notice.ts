/** `readNotice`: bytes, a path, a URL or a VFile of any carrier. */
import type { VFile } from 'vfile'
import type { Extractor } from './extract/define.js'
import { checkOptions, type Extra, extractTree, type ParseOptions, parseTree, readString } from './notice.js'
import { readBinary } from './read/binary.js'
import { decode } from './read/encoding.js'
import { UnreadableNoticeError } from './read/errors.js'
import { keepRead } from './read/kept.js'
import { inOneScript } from './read/script.js'
import type { Diagnostic, Notice } from './types.js'

/** What `readNotice` can be told: all of `ParseOptions`, and limits. */
export interface ReadOptions<List extends readonly Extractor[] = readonly []> extends ParseOptions<List> {
  /** WHATWG label of the encoding, where it is known better than from the bytes. */
  encoding?: string
  /** Greatest number of bytes that is read, of a decoded string of characters. Default 64 MiB. More is `too-large`. */
  maxBytes?: number
  /** Greatest number of pages that are read of a PDF or OFD file. Default 2000; more give the diagnostic `read/truncated`. */
  maxPages?: number
}

const MAX_BYTES = 64 * 1024 * 1024

/**
 * Reads one notice of any carrier. A string is a path; bytes may be named by `options.filename`. Nothing is fetched: a URL
 * must be a `file:` URL.
 *
 * Rejects with `UnreadableNoticeError` (`code`, `filename`) when the bytes cannot be had or read, and with `TypeError` on a
 * wrong argument.
 */
export async function readNotice<const List extends readonly Extractor[] = readonly []>(
  input: Uint8Array | string | URL | VFile,
  options: ReadOptions<List> = {},
): Promise<Notice & Extra<List>> {
  checkOptions(options, 'readNotice')
  checkLimits(options)
  const { bytes, text, filename } = await load(input, options)
  const name = options.filename ?? filename
  const diagnostics: Diagnostic[] = []
  const readDecoded = () => {
    const decoded =
      text === undefined ? decode(bytes!, name, options.encoding, diagnostics) : { text, encoding: undefined }
    return readString(
      decoded.text,
      { ...options, filename: name, encoding: decoded.encoding } as Parameters<typeof readString>[1],
      diagnostics,
    )
  }
  // What the caller says of the text is believed; else the first bytes tell what the file is.
  const told = options.encoding !== undefined || options.carrier !== undefined
  const file = bytes && !told ? await readBinary(bytes, name, diagnostics, options) : null
  const binary = file && inOneScript(file)
  if (binary) keepRead(binary)
  const read = binary ?? readDecoded()
  return extractTree(parseTree(read, diagnostics), options, diagnostics)
}

function checkLimits(options: { encoding?: unknown; maxBytes?: unknown; maxPages?: unknown }): void {
  if (options.encoding !== undefined && typeof options.encoding !== 'string')
    throw new TypeError('readNotice: options.encoding must be a string')
  for (const name of ['maxBytes', 'maxPages'] as const) {
    const value = options[name]
    if (value !== undefined && !(typeof value === 'number' && value > 0))
      throw new TypeError(`readNotice: options.${name} must be a number above 0`)
  }
}

interface Loaded {
  bytes?: Uint8Array
  text?: string
  filename?: string
}

async function load(
  input: Uint8Array | string | URL | VFile,
  options: ReadOptions<readonly Extractor[]>,
): Promise<Loaded> {
  const limit = options.maxBytes ?? MAX_BYTES
  const checkSize = (size: number, unit: string, filename?: string) => {
    if (size > limit)
      throw new UnreadableNoticeError(
        'too-large',
        `${size} ${unit}, more than the limit of ${limit}`,
        filename ?? options.filename,
      )
  }
  const check = (bytes: Uint8Array, filename?: string): Loaded => {
    checkSize(bytes.byteLength, 'bytes', filename)
    return { bytes, ...(filename === undefined ? {} : { filename }) }
  }
  if (input instanceof Uint8Array) return check(input)
  if (typeof input === 'string' || input instanceof URL)
    return check(await readFile(input, limit), typeof input === 'string' ? input : String(input))
  if (input !== null && typeof input === 'object' && 'history' in input) {
    const { value, path } = input
    if (value instanceof Uint8Array) return check(value, path)
    if (typeof value === 'string') {
      checkSize(value.length, 'characters', path)
      return { text: value, ...(path === undefined ? {} : { filename: path }) }
    }
    if (path !== undefined) return check(await readFile(path, limit), path)
  }
  throw new TypeError('readNotice: input must be a Uint8Array, a path, a URL or a VFile')
}

/** Node's file system without importing it: the core stays free of `node:` for browsers. */
interface FileSystem {
  stat(path: string | URL): Promise<{ size: number; isFile(): boolean }>
  readFile(path: string | URL): Promise<Uint8Array>
}

async function readFile(path: string | URL, limit: number): Promise<Uint8Array> {
  const name = String(path)
  const host = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } }
  const fs = host.process?.getBuiltinModule?.('node:fs/promises') as FileSystem | undefined
  if (!fs) throw new UnreadableNoticeError('unsupported', 'there is no file system here: pass the bytes', name)
  if (path instanceof URL && path.protocol !== 'file:')
    throw new UnreadableNoticeError('unsupported', `only file: URLs are read, not ${path.protocol}`, name)
  try {
    const info = await fs.stat(path)
    if (!info.isFile()) throw new UnreadableNoticeError('not-a-file', 'this is not a file', name)
    if (info.size > limit)
      throw new UnreadableNoticeError('too-large', `${info.size} bytes, more than the limit of ${limit}`, name)
    return await fs.readFile(path)
  } catch (cause) {
    if (cause instanceof UnreadableNoticeError) throw cause
    const code = (cause as { code?: string }).code
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new UnreadableNoticeError('not-found', 'there is no such file', name, { cause })
    if (code === 'EACCES' || code === 'EPERM')
      throw new UnreadableNoticeError('permission', 'the file may not be read', name, { cause })
    throw new UnreadableNoticeError('broken', cause instanceof Error ? cause.message : String(cause), name, { cause })
  }
}
