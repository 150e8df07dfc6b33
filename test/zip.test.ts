/** The bounded unzip: what is declared and what really comes out are both held to the limits. */
import { Inflate, strToU8, zipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { UnreadableNoticeError } from '../src/read/errors.js'
import { type UnzipOptions, unzipBounded } from '../src/read/zip.js'

const codeOf = (bytes: Uint8Array, options?: UnzipOptions) => {
  try {
    unzipBounded(bytes, options)
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableNoticeError)
    return (error as UnreadableNoticeError).code
  }
  return 'read'
}

const sample = zipSync({
  'word/document.xml': strToU8(`<x>${'你好'.repeat(5000)}</x>`),
  'empty.txt': new Uint8Array(0),
  'stored.bin': [Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) & 255), { level: 0 }],
})

/** Writes a number over every place where the entry's inflated size is declared. */
function declare(bytes: Uint8Array, size: number): Uint8Array {
  const out = bytes.slice()
  const view = new DataView(out.buffer)
  for (let i = 0; i + 46 < out.length; i++) {
    if (view.getUint32(i, true) === 0x04034b50) view.setUint32(i + 22, size, true)
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, size, true)
  }
  return out
}

describe('unzipBounded', () => {
  it('reads entries, packed and stored', () => {
    const entries = unzipBounded(sample)
    expect([...entries].map(([name, data]) => [name, data.length])).toEqual([
      ['word/document.xml', 30007],
      ['empty.txt', 0],
      ['stored.bin', 3000],
    ])
    expect(new TextDecoder().decode(entries.get('word/document.xml'))).toContain('你好你好')
  })

  it('reads only what is wanted, and from a view into a larger buffer', () => {
    const larger = new Uint8Array(sample.length + 20)
    larger.set(sample, 10)
    const view = larger.subarray(10, 10 + sample.length)
    expect([...unzipBounded(view, { filter: (name) => name.endsWith('.txt') }).keys()]).toEqual(['empty.txt'])
  })

  it('normalises names', () => {
    const odd = zipSync({ './a//b.xml': strToU8('1'), 'c\\d.xml': strToU8('2') })
    expect([...unzipBounded(odd).keys()]).toEqual(['a/b.xml', 'c/d.xml'])
  })

  it.each(['../a', 'a/../../b', '/a', 'C:\\a', '\\a'])('refuses the name %s', (name) => {
    expect(codeOf(zipSync({ [name]: strToU8('x') }))).toBe('broken')
  })

  it('refuses bombs by what they declare', () => {
    const bomb = zipSync({ a: new Uint8Array(10_000_000) })
    expect(codeOf(bomb)).toBe('too-large')
    expect(codeOf(bomb, { maxRatio: 10_000 })).toBe('read')
    expect(codeOf(bomb, { maxRatio: 10_000, maxBytes: 1_000_000 })).toBe('too-large')
    expect(codeOf(sample, { maxEntries: 2 })).toBe('too-large')
  })

  it('refuses bombs that declare less than they hold, after the first step', () => {
    const bomb = declare(zipSync({ a: new Uint8Array(60_000_000) }), 1000)
    const push = vi.spyOn(Inflate.prototype, 'push')
    expect(codeOf(bomb)).toBe('too-large')
    expect(push.mock.calls.length).toBe(1)
    push.mockRestore()
  })

  it('refuses entries shorter than declared', () => {
    expect(codeOf(declare(zipSync({ a: strToU8('abcabcabc'.repeat(20)) }), 900))).toBe('broken')
  })

  it('refuses whatever is cut off or no ZIP', () => {
    for (let length = 0; length < sample.length; length += 37)
      expect(codeOf(sample.subarray(0, length)), String(length)).toBe('broken')
    expect(codeOf(strToU8('关于召开会议的通知'.repeat(10)))).toBe('broken')
  })

  it('ends with its own error or a result on damaged bytes', () => {
    for (let seed = 1; seed < 400; seed++) {
      const damaged = sample.slice()
      for (let k = 0; k < 3; k++) damaged[(seed * 2654435761 + k * 40503) % damaged.length]! ^= 1 << ((seed + k) % 8)
      expect(['read', 'broken', 'too-large']).toContain(codeOf(damaged))
    }
  })
})
