/** The platform's own segmenter, which is given a long text in pieces. */
import { describe, expect, it, vi } from 'vitest'
import { intlSegmenter } from '../src/knowledge/segmenter.js'

const { words } = intlSegmenter()!

describe('the platform’s segmenter', () => {
  it.each([
    ['short text', '开展年度检查'],
    ['sentences', '各单位要开展年度检查，并于三月底前报送总结。'.repeat(200)],
    ['no mark anywhere', '年度检查工作'.repeat(1000)],
    ['characters of two units', '𠮷田'.repeat(2000)],
    ['one character before those', `年${'𠮷'.repeat(2000)}`],
    ['blanks', ' '.repeat(5000)],
    ['nothing', ''],
  ])('loses nothing and cuts no character: %s', (_, text) => {
    const found = words(text)
    expect(found.join('')).toBe(text)
    expect(found.some((word) => /^[\udc00-\udfff]/.test(word))).toBe(false)
  })

  it('is asked about no more than 500 characters at once: it takes time with the square of what it is given', () => {
    const asked = vi.spyOn(Intl.Segmenter.prototype, 'segment')
    words('年度检查工作'.repeat(1000))
    const lengths = asked.mock.calls.map(([text]) => String(text).length)
    asked.mockRestore()
    expect(Math.max(...lengths)).toBeLessThanOrEqual(500)
    expect(lengths.length).toBeGreaterThanOrEqual(12)
  })

  it('cuts behind a mark where one stands near the end of a piece', () => {
    const asked = vi.spyOn(Intl.Segmenter.prototype, 'segment')
    words(`${'检查'.repeat(200)}。${'检查'.repeat(200)}`)
    const pieces = asked.mock.calls.map(([text]) => String(text))
    asked.mockRestore()
    expect(pieces[0]!.endsWith('。')).toBe(true)
  })
})
