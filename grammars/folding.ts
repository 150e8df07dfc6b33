/**
 * Characters that carriers write in several ways, as data: PDF fonts, input methods, web editors.
 * Ranges are inclusive code units.
 */
export const folding = {
  /** Invisible: controls, zero-width characters, directional marks, soft hyphen, byte-order marks, variation selectors. */
  dropped: [
    [0x00, 0x08],
    [0x0e, 0x1f],
    [0x7f, 0x84],
    [0x86, 0x9f],
    [0xad, 0xad],
    [0x200b, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x206f],
    [0xfe00, 0xfe0f],
    [0xfeff, 0xfeff],
    [0xfffc, 0xfffc],
    // Pictures that stand before labels and titles (☎ ⏰ ✅ ⚠ ✨), not the boxes and ticks of forms (☐ ☑ ✓ √).
    [0x231a, 0x231b],
    [0x23e9, 0x23f3],
    [0x2600, 0x2604],
    [0x260e, 0x260f],
    [0x2614, 0x2615],
    [0x26a0, 0x26a1],
    [0x2702, 0x270d],
    [0x2728, 0x2728],
    [0x274c, 0x274c],
    [0x2753, 0x2757],
    [0x2b50, 0x2b50],
  ],
  /** Leading halves of pictures above U+FFFF (📍): dropped with what stands behind them. */
  pictures: [0xd83c, 0xd83e],
  /** Folded by NFKC: Kangxi radicals, compatibility ideographs, vertical and small forms, （一） ⑴ ⒈ as one character. */
  compatible: [
    [0x2e9f, 0x2e9f],
    [0x2ef3, 0x2ef3],
    [0x2f00, 0x2fd5],
    [0x2474, 0x249b],
    [0x3220, 0x3229],
    [0xf900, 0xfaff],
    [0xfe30, 0xfe44],
    [0xfe50, 0xfe6b],
  ],
  /** Full-width ASCII; and its GB 2312 codes that some PDF fonts leave as Yi syllables (ꎬ for ，). */
  shifted: [
    [0xff01, 0xff5e, 0xfee0],
    [0xa3a1, 0xa3a1, 0xa380],
    [0xa3a8, 0xa3a9, 0xa380],
    [0xa3ac, 0xa3ac, 0xa380],
    [0xa3b0, 0xa3bb, 0xa380],
    [0xa3bf, 0xa3bf, 0xa380],
  ],
  /** One character for each of the others. */
  same: [
    ['\n', '\v\f\u0085\u2028\u2029'],
    // The last two, of Arabic, stand for a blank in copied text.
    [' ', '\u00a0\u1680\u2000\u2002\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\ufee9\ufeea'],
    // An ideographic or em space is as wide as two: columns and letter-spacing are measured.
    ['  ', '\u3000\u2001\u2003'],
    ['。', '\ua3ae｡'],
    ['、', '､'],
    ['-', '‐‑‒−﹣'],
    ['—', '–―─━'],
    ['~', '～∼〜˜'],
    ['·', '•‧・･∙⋅●▪■◆'],
    ['《', '«≪'],
    ['》', '»≫'],
    ['〔', '﹝❲'],
    ['〕', '﹞❳'],
    ['"', '＂〃'],
    ['“', '„‟〝'],
    ['”', '〞'],
    [':', '︰∶'],
    // 1️⃣ is the number of an item.
    ['.', '\u20e3'],
    // CJK radicals supplement: forms that PDF fonts put in place of the ideograph.
    ['长', '⻓⻒'],
    ['门', '⻔'],
    ['页', '⻚'],
    ['风', '⻛'],
    ['飞', '⻜'],
    ['食', '⻝'],
    ['马', '⻢'],
    ['骨', '⻣'],
    ['鱼', '⻥'],
    ['鸟', '⻦'],
    ['卤', '⻧'],
    ['麦', '⻨'],
    ['黄', '⻩'],
    ['齐', '⻬'],
    ['齿', '⻮'],
    ['龙', '⻰'],
    ['龟', '⻳'],
    ['车', '⻋'],
    ['见', '⻅'],
    ['角', '⻆'],
    ['贝', '⻉'],
    ['青', '⻘'],
    ['韦', '⻙'],
    ['西', '⻄'],
    ['民', '⺠'],
    ['母', '⺟'],
    ['尢', '⺐'],
    ['户', '⼾'],
    ['黑', '⿊'],
  ],
  /** Written for 〇 in years: only behind a Chinese numeral. */
  zeroLike: '○◯〇ОοΟo０0OＯ',
  numerals: '〇一二三四五六七八九',
  /** A dot typed for 。: between ideographs or at a line's end, not behind the number of an item. */
  dotForStop:
    '(?<=[\\u4e00-\\u9fff)”》])(?<!(?:^|[^\\u4e00-\\u9fff])[一二三四五六七八九十]{1,3})\\.(?=[\\u4e00-\\u9fff“《(]|[ \\t]{0,40}(?:\\n|$))',
  /** Such a dot where its paragraph ends. */
  dotAtEnd: '[\\u4e00-\\u9fff)”》]\\.[ \\t]{0,40}$',
  /** The same behind a short heading, whatever the rest of the text has: 一、禁烧区域.全镇… */
  headingDot: {
    before: '(?:^|\\n)[ \\t]{0,12}[一二三四五六七八九十]{1,3}、[\\u4e00-\\u9fff]{2,10}$',
    behind: '^(?:[\\u4e00-\\u9fff“《]|\\d{4}年|\\d{1,2}月)',
  },
} as const satisfies {
  dropped: readonly (readonly [number, number])[]
  pictures: readonly [number, number]
  compatible: readonly (readonly [number, number])[]
  shifted: readonly (readonly [number, number, number])[]
  same: readonly (readonly [string, string])[]
  zeroLike: string
  numerals: string
  dotForStop: string
  dotAtEnd: string
  headingDot: { before: string; behind: string }
}
