/** 发文字号 in every printing: alone, in running text, malformed; and what looks like one and is none. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { numberKey } from '../src/extract/numbers.js'
import { findDocumentNumbers, parseNotice } from '../src/index.js'

/** `text | agencyCode | year | sequence | kind` of all numbers of a text. */
const read = (text: string) =>
  findDocumentNumbers(text).map((n) => [n.text, n.agencyCode, n.year ?? '-', n.sequence, n.kind].join(' | '))
const texts = (text: string) => findDocumentNumbers(text).map((n) => n.text)

describe('a number alone', () => {
  it.each([
    ...[
      '〔2024〕',
      '[2024]',
      '［２０２４］',
      '【2024】',
      '（2024）',
      '(2024)',
      '《2024》',
      '〈2024〉',
      '{2024}',
      '﹝2024﹞',
    ],
    ...['〔2024]', '[2024）', '〔 2024 〕', ' 〔2024〕 ', '〔2024年〕', '〔20 24〕', '〔二〇二四〕', '〔二○二四〕'],
    ...['\u200b〔2024〕', '〔2024〕第', '〔2024〕 第 '],
  ])('brackets %s', (brackets) => {
    expect(read(`示科发${brackets}31号`)).toEqual(['示科发〔2024〕31号 | 示科发 | 2024 | 31 | bracketed'])
  })

  it.each([
    ['示 科 发〔2024〕3号', '示科发〔2024〕3号 | 示科发 | 2024 | 3 | bracketed'],
    ['示府办规〔2024〕003号', '示府办规〔2024〕003号 | 示府办规 | 2024 | 3 | bracketed'],
    ['示府办规〔2024〕十二号', '示府办规〔2024〕12号 | 示府办规 | 2024 | 12 | bracketed'],
    ['示政（办）发〔2024〕3号', '示政（办）发〔2024〕3号 | 示政（办）发 | 2024 | 3 | bracketed'],
    ['示T发〔2024〕3号', '示T发〔2024〕3号 | 示T发 | 2024 | 3 | bracketed'],
    ['12345热线办〔2024〕3号', '12345热线办〔2024〕3号 | 12345热线办 | 2024 | 3 | bracketed'],
    ['示“扫黄打非”办〔2024〕3号', '示“扫黄打非”办〔2024〕3号 | 示“扫黄打非”办 | 2024 | 3 | bracketed'],
    [
      '示新型冠状疫情防控指办发〔2024〕3号',
      '示新型冠状疫情防控指办发〔2024〕3号 | 示新型冠状疫情防控指办发 | 2024 | 3 | bracketed',
    ],
    ['示令〔2024〕3号', '示令〔2024〕3号 | 示令 | 2024 | 3 | order'],
    ['示例会公告〔2024〕3号', '示例会公告〔2024〕3号 | 示例会公告 | 2024 | 3 | announcement'],
    ['示财字〔96〕第3号', '示财字〔1996〕3号 | 示财字 | 1996 | 3 | bracketed'],
    ['（80）示财字第12号', '〔1980〕示财字12号 | 示财字 | 1980 | 12 | bracketed'],
    ['（2021）示02破管公告1号', '〔2021〕示02破管公告1号 | 示02破管公告 | 2021 | 1 | announcement'],
    ['示函字第12号', '示函字第12号 | 示函字 | - | 12 | bracketed'],
    ['示例省人民政府令 第219号', '示例省人民政府令第219号 | 示例省人民政府 | - | 219 | order'],
    ['示例省人民政府令（第219号）', '示例省人民政府令第219号 | 示例省人民政府 | - | 219 | order'],
    ['示例部令2024年第3号', '示例部令2024年第3号 | 示例部 | 2024 | 3 | order'],
    ['示例部令〔2024〕第3号', '示例部令〔2024〕第3号 | 示例部 | 2024 | 3 | order'],
    ['示例总局令19号', '示例总局令第19号 | 示例总局 | - | 19 | order'],
    ['示例部第19号令', '示例部令第19号 | 示例部 | - | 19 | order'],
    ['第707号国务院令', '国务院令第707号 | 国务院 | - | 707 | order'],
    ['中华人民共和国主席令第三十四号', '中华人民共和国主席令第34号 | 中华人民共和国主席 | - | 34 | order'],
    ['财政部公告2015年第3号', '财政部公告2015年第3号 | 财政部 | 2015 | 3 | announcement'],
    ['财政部公告（2015年第3号）', '财政部公告2015年第3号 | 财政部 | 2015 | 3 | announcement'],
    ['财政部2015年第3号公告', '财政部公告2015年第3号 | 财政部 | 2015 | 3 | announcement'],
    ['工业和信息化部公告2015年3号', '工业和信息化部公告2015年第3号 | 工业和信息化部 | 2015 | 3 | announcement'],
    ['示例市公安局通告第5号', '示例市公安局通告第5号 | 示例市公安局 | - | 5 | announcement'],
    [
      '示例省人大常委会公告〔十四届〕第12号',
      '示例省人大常委会公告〔十四届〕第12号 | 示例省人大常委会 | - | 12 | announcement',
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  it('is read as far as it goes where it is malformed', () => {
    for (const text of ['示科发〔2014〕号16', '示科发〔2014 16号', '示科发2014〕16号', '示科发〔2014〕16'])
      expect(read(text), text).toEqual(['示科发〔2014〕16号 | 示科发 | 2014 | 16 | bracketed'])
    expect(texts('示科发〔2014〕 号')).toEqual([])
  })

  it.each([
    ['示科发〔2024〕3号', '示科发[2024]第03号'],
    ['国务院令第707号', '国令第707号'],
    ['中华人民共和国国务院令第707号', '国务院第707号令'],
    ['工信部公告2015年第3号', '工业和信息化部2015年第3号公告'],
    ['中国人民银行令〔2024〕第3号', '中国人民银行令〔2024〕3号'],
  ])('%s is %s', (a, b) => {
    const [first] = findDocumentNumbers(a)
    const [second] = findDocumentNumbers(b)
    expect(numberKey(first!)).toBe(numberKey(second!))
  })

  it('is not another number', () => {
    const keys = ['示科发〔2024〕3号', '示科〔2024〕3号', '示科发〔2023〕3号', '示科发〔2024〕13号', '示科发令第3号']
      .flatMap(findDocumentNumbers)
      .map(numberKey)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('a number in running text', () => {
  it.each([
    '根据',
    '按照省里印发的',
    '各类人员以及按',
    '的通知',
    '关于废止',
    '《办法》和',
    '（原',
    '，对照',
    '2024年5月',
    '经研究，同意',
    '以',
    '见',
    '示例省财政厅',
    '省政府办公厅',
    '国家发展改革委',
    '示财发〔2023〕7号和',
    '附件1',
    '（详见',
    '“',
    '其中',
  ])('begins behind %s', (before) => {
    const numbers = findDocumentNumbers(`${before}国示发规〔2024〕3号文件精神`)
    const last = numbers.at(-1)!
    expect(last).toMatchObject({ text: '国示发规〔2024〕3号', span: { start: before.length } })
  })

  it.each([
    ['和政发〔2024〕3号', '和政发'],
    ['本政发〔2024〕3号', '本政发'],
    ['兴和政发〔2024〕3号', '兴和政发'],
    ['原政办发〔2024〕3号', '原政办发'],
    ['示自然资规〔2024〕3号', '示自然资规'],
    ['示数据资源规〔2024〕3号', '示数据资源规'],
    ['示规划资源规〔2024〕3号', '示规划资源规'],
    ['示例市工业和信息化局〔2024〕3号', '示例市工业和信息化局'],
    ['省委办发〔2024〕3号', '省委办发'],
    ['市国资委产权〔2024〕3号', '市国资委产权'],
    ['示行审〔2024〕3号', '示行审'],
    ['示转发〔2024〕3号', '示转发'],
  ])('%s keeps its whole code', (text, code) => {
    expect(findDocumentNumbers(text).map((n) => n.agencyCode)).toEqual([code])
  })

  it.each([
    ['根据国务院令第707号制定', '国务院'],
    ['依照《办法》（财政部令第94号）', '财政部'],
    ['根据工业和信息化部公告2015年第3号', '工业和信息化部'],
    ['按照原国家质检总局令第3号', '国家质检总局'],
    ['废止示例市公安局通告第5号', '示例市公安局'],
  ])('%s: the body', (text, body) => {
    expect(findDocumentNumbers(text).map((n) => n.agencyCode)).toEqual([body])
  })

  it('several at once', () => {
    expect(texts('示发〔2024〕1、2号')).toEqual(['示发〔2024〕1号', '示发〔2024〕2号'])
    expect(texts('示发〔2024〕1号、2号和13号')).toEqual(['示发〔2024〕1号', '示发〔2024〕2号', '示发〔2024〕13号'])
    expect(texts('示发〔2023〕5号、〔2024〕1号和示财发〔2024〕2号')).toEqual([
      '示发〔2023〕5号',
      '示发〔2024〕1号',
      '示财发〔2024〕2号',
    ])
    expect(texts('示发〔2024〕1号、3号楼')).toEqual(['示发〔2024〕1号'])
  })

  it('spans that read as their numbers', () => {
    const text = '根据示发〔2024〕1、2号和示例部公告（2024年第5号）'
    for (const n of findDocumentNumbers(text)) expect(texts(text.slice(n.span.start, n.span.end))).toContain(n.text)
  })
})

describe('no document number', () => {
  it.each([
    'GB/T 9704-2012',
    '专利号ZL 2014 1 0000000.0号',
    '账号：6222 0000 0000 0000 123号',
    '开户行账号（2024）12345号',
    '项目编号：示采公〔2024〕12号',
    '案号：示仲〔2024〕12号',
    '（2021）示02民初123号',
    '（2010）示民初字第12号',
    '示国用（2010）第1234号',
    '示（2020）示例市不动产权第0012345号',
    '2024年第3号台风',
    '2024年第12号地块',
    '示例路2024号',
    '示例省人民政府公报2020年第5号',
    '责令第3号车间停产',
    '口令第5号',
    '第5号公告栏',
    '示科发2024年1号',
    '课题2024YFB0000000号',
    '〔2024〕3号',
    '文献[2024]12',
  ])('%s', (text) => {
    expect(read(text)).toEqual([])
  })

  it('in a megabyte of digits, brackets and 号', () => {
    const alphabet = [...'0123456789〔〕[]()（）【】《》〈〉号号号  \n、第-/.年']
    let state = 9704
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state / 2 ** 32
    }
    const lines: string[] = []
    for (let size = 0; size < 1_000_000; ) {
      const line = Array.from({ length: 20 + Math.floor(next() * 60) }, () =>
        next() < 0.15 ? `${1990 + Math.floor(next() * 40)}` : alphabet[Math.floor(next() * alphabet.length)]!,
      ).join('')
      lines.push(line)
      size += new TextEncoder().encode(line).length + 1
    }
    // 2024年第3号 is how announcements are numbered, and names no body: it is left out of the alphabet's words.
    const text = lines.join('\n').replace(/年[ \n]*第/g, '年')
    expect(texts(text)).toEqual([])
  })
})

describe("the notice's own number", () => {
  const notice = (head: string) =>
    parseNotice(
      `${head}\n\n示例市科学技术局关于做好示例工作的通知\n\n各县（市、区）科技局：\n\n　　现将有关事项通知如下。\n\n示例市科学技术局\n2024年5月6日\n`,
    )

  it('of a court says who numbers it', () => {
    expect(notice('（2021）示02破管公告1号').documentNumber).toMatchObject({
      text: '〔2021〕示02破管公告1号',
      agencyCode: '示02破管公告',
      year: 2021,
      sequence: 1,
      kind: 'announcement',
    })
  })

  it('malformed is read, and said to be', () => {
    const { documentNumber, diagnostics } = notice('示科发〔2014〕号16')
    expect(documentNumber).toMatchObject({ text: '示科发〔2014〕16号', year: 2014, sequence: 16 })
    expect(diagnostics.map((d) => d.ruleId)).toContain('documentNumber/malformed')
  })

  it.each(['示科发〔2024〕 号', '示科发〔2024〕××号', '示科发〔20××〕×号', '示科发〔 〕 号'])(
    '%s of a draft is none, and said to be',
    (head) => {
      const { documentNumber, diagnostics } = notice(head)
      expect(documentNumber).toBeNull()
      expect(diagnostics.map((d) => d.ruleId)).toContain('documentNumber/unfinished')
    },
  )

  it('stands beside the day of publication', () => {
    expect(notice('示科发﹝2024﹞47号　　　发布日期：2024/05/06').documentNumber?.text).toBe('示科发〔2024〕47号')
  })
})

/** Real numbers as official sites print them, one a line; they stay outside the repository. */
const REAL = new URL('../../shared/real/document-numbers.txt', import.meta.url)

describe.skipIf(!existsSync(REAL))('numbers as printed', () => {
  /** Another reading, from the brackets outwards; null where only an eye can tell. */
  function reference(line: string): { code: string; year: number | null; sequence: number } | null {
    const bare = line.replace(/[\s\p{Cf}]/gu, '')
    const m =
      /^(?<code>[^\d〔〕[\]]{2,16})[〔[](?<year>\d{4})[〕\]]0*(?<sequence>\d+)号?$/.exec(bare) ??
      /^(?<code>.{1,20})令第(?<sequence>\d+)号$/.exec(bare) ??
      /^(?<code>.{2,20})公告(?<year>\d{4})年第(?<sequence>\d+)号$/.exec(bare)
    if (!m?.groups || /通知|根据|依据|以及|关于/.test(m.groups.code!)) return null
    return {
      code: m.groups.code!,
      year: m.groups.year ? Number(m.groups.year) : null,
      sequence: Number(m.groups.sequence),
    }
  }

  it('are read as another reader reads them', () => {
    const lines = readFileSync(REAL, 'utf8').split('\n').filter(Boolean)
    const wrong: string[] = []
    let byEye = 0
    for (const line of lines) {
      const expected = reference(line)
      const found = findDocumentNumbers(line)
      const [n] = found
      if (!expected) byEye++
      const right = expected
        ? n?.agencyCode === expected.code && n.year === expected.year && n.sequence === expected.sequence
        : n !== undefined
      if (!right || found.length !== 1) wrong.push(`${line} → ${found.map((f) => f.text).join(', ')}`)
    }
    expect(byEye).toBeLessThan(lines.length * 0.005)
    expect(wrong.length / lines.length, wrong.join('\n')).toBeLessThanOrEqual(0.001)
  })
})
