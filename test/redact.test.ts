/** What was masked cannot be found again, whatever its spelling; everything else is as it was. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { parseNotice } from '../src/index.js'
import { RedactError, type RedactPolicy, readPolicy, redactBytes, redactNotice } from '../src/redact/index.js'

const page = (text: string, policy: RedactPolicy = {}) => redactNotice(parseNotice(text), policy)

const notice = (contact: string, more = '') => `示示发〔2024〕3号

示例市示例局关于做好示例工作的通知

各县（市、区）示例局：

请于2024年5月20日前报送示例材料。${more}

${contact}

示例市示例局
2024年5月6日
`

const html = (
  contact: string,
  head = '',
  more = '',
) => `<!doctype html><html><head><title>示例市示例局关于做好示例工作的通知</title>${head}</head><body>
<h1>示例市示例局关于做好示例工作的通知</h1><div class="TRS_Editor"><p>各县（市、区）示例局：</p>
<p>请于2024年5月20日前报送示例材料。</p><p>${contact}</p><p>示例市示例局</p><p>2024年5月6日</p></div>${more}</body></html>`

/** What a reader or a program that knows nothing of gongwen could still get out of a file. */
function readings(text: string): string[] {
  const shown: string[] = []
  const walk = (node: { type: string; data?: string; attribs?: object; children?: unknown[] }) => {
    if (node.data !== undefined) shown.push(node.data)
    for (const value of Object.values(node.attribs ?? {})) shown.push(String(value))
    for (const child of node.children ?? []) walk(child as never)
  }
  walk(parseDocument(text) as never)
  const joined = shown.join('')
  return [text, joined].flatMap((one) => {
    const plain = one.normalize('NFKC').replace(/[\u200b-\u200f\ufeff\u00ad]/g, '')
    const unescaped = plain
      .replace(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/(?:%[\da-f]{2})+/gi, (octets) => {
        try {
          return decodeURIComponent(octets)
        } catch {
          return octets
        }
      })
    return [plain, unescaped].flatMap((t) => [t, t.replace(/[\s().-]/g, '')])
  })
}

const gone = (text: string, ...values: string[]) => {
  for (const reading of readings(text)) for (const value of values) expect(reading).not.toContain(value)
}

describe('text', () => {
  it('masks names, mobiles, identity cards, mail and numbers of contacts in their length', () => {
    const contact =
      '联系人：张示例，电话：0100-5550123、13900001111，传真：0100-5550124，邮箱：zsl001@163.com。张示例身份证号11010119900307109X。'
    const before = notice(contact)
    const { text, unmasked } = page(before)
    expect(text).toBe(
      before.replace(
        contact,
        '联系人：张**，电话：0100-*****23、139****1111，传真：0100-*****24，邮箱：z*****@163.com。张**身份证号110*************9X。',
      ),
    )
    expect(unmasked).toEqual([])
    expect(text.length).toBe(before.length)
  })

  it('leaves numbers of offices when told to, and never a mobile or a mailbox at a provider', () => {
    const contact =
      '联系人：张示例，电话：0100-5550123、13900001111，传真：0100-5550124，邮箱：sslk@example.gov.cn、zsl001@163.com。热线：12345。'
    const { text } = page(notice(contact), { keepOffices: true })
    expect(text).toContain(
      '联系人：张**，电话：0100-5550123、139****1111，传真：0100-5550124，邮箱：sslk@example.gov.cn、z*****@163.com。热线：12345。',
    )
  })

  it('finds a value at all of its places, whatever its spelling', () => {
    const contact = '联系人：张示例，手机：13900001111，邮箱：zsl001@163.com。'
    const more =
      '（张 示 例：１３９００００１１１１，139-0000-1111，+8613900001111，139 0000 1111；ZSL001 ＠163.com，zsl001(at)163.com）'
    const { text, masked } = page(notice(contact, more))
    gone(text, '张示例', '13900001111', 'zsl001')
    expect(masked.find(({ kind }) => kind === 'mobile')!.places).toHaveLength(5)
    expect(text).toContain(
      '（张 * *：１３９****１１１１，139-****-1111，+86139****1111，139 **** 1111；Z***** ＠163.com，z*****(at)163.com）',
    )
  })

  it('knows identity cards by their check digit', () => {
    const kept = ['110101199003071095', '110101199013071098', '20240506153000123456']
    const cards = [
      '11010119900307109X',
      '11010119900307109x',
      '110101 19900307 109X',
      '１１０１０１１９９００３０７１０９Ｘ',
      '110101900307109',
    ]
    const { text } = page(notice(`编号：${kept.join('，')}。`, cards.join('，')))
    for (const one of kept) expect(text).toContain(one)
    gone(text, '11010119900307109X', '11010119900307109x', '110101900307109')
    // Behind the label also one that is misprinted.
    expect(page(notice('', '身份证号码：110101199003071095。')).text).toContain('身份证号码：110*************95。')
  })

  it('masks nothing in a notice that holds nothing of anybody', () => {
    const before = notice('请各单位按时报送。', '项目编号2024050600012，预算1390000元，GB/T 9704-2012。')
    expect(page(before)).toEqual({ text: before, masked: [], unmasked: [], edits: [] })
  })

  it('keeps what the policy allows, in any spelling', () => {
    const contact = '联系人：张示例，电话：0100-5550123、13900001111。'
    expect(page(notice(contact), { allow: ['张示例', '0100 5550123', '139-0000-1111'] }).text).toBe(notice(contact))
    expect(page(notice(contact), { kinds: ['name'] }).text).toContain('张**，电话：0100-5550123、13900001111')
    expect(page(notice(contact), { mask: 'x', keep: { mobile: [0, 0], name: [0, 0] } }).text).toContain(
      '联系人：xxx，电话：0100-xxxxx23、xxxxxxxxxxx',
    )
  })

  it('masks the name before a title, with the title, not the surname in every word', () => {
    const { text } = page(notice('联系人：李老师，电话：0100-5550123。', '李老师负责桃李工程。'))
    expect(text).toContain('*老师负责桃李工程')
    expect(text).toContain('联系人：*老师')
  })

  it('leaves a two-character name within other words, and says so', () => {
    const before = notice('联系人：高明，电话：0100-5550123。', '请高明同志到高明区，提高明显水平。高明。')
    const { text, unmasked } = page(before)
    expect(text).toContain('请高*同志到高明区，提高明显水平。高*。')
    expect(unmasked.map(({ ruleId, span, line }) => [ruleId, before.slice(span!.start, span!.end), line])).toEqual([
      ['redact/name-in-word', '高明', 7],
      ['redact/name-in-word', '高明', 7],
    ])
    const all = page(before, { names: 'all' })
    expect(all.text).toContain('请高*同志到高*区，提高*显水平。高*。')
    expect(all.unmasked).toEqual([])
  })

  it('says that a text is no notice', () => {
    const { text, unmasked } = page('张示例 13900001111')
    expect(text).toContain('139****1111')
    expect(unmasked.map(({ ruleId }) => ruleId)).toEqual(['redact/not-a-notice'])
  })
})

describe('HTML', () => {
  it('masks the value in attributes, in the head, in comments, in scripts and across tags', () => {
    const before = html(
      '联系人：<b>张</b><i>示例</i>，手机：<a href="tel:+86-139-0000-1111">1<b>39</b>0000&#49;111</a>，邮箱：<a href="mailto:zsl001%40163.com?subject=%E5%BC%A0%E7%A4%BA%E4%BE%8B">zsl001&#64;163.com</a>',
      '<meta name="description" content="联系人张示例 １３９００００１１１１"><!-- 张示例 139 0000 1111 --><script>var a={"n":"\\u5f20\\u793a\\u4f8b","t":"13900001111"}</script>',
      '<div style="display:none" title="&#x5f20;&#31034;例">zsl001@163.com</div><a href="/q?n=%D5%C5%CA%BE%C0%FD">x</a>',
    )
    const { text, unmasked } = page(before)
    expect(unmasked).toEqual([])
    gone(text, '张示例', '13900001111', 'zsl001', '%D5%C5%CA%BE%C0%FD')
    expect(text).toContain('<b>张</b><i>**</i>，手机：<a href="tel:+86-139-****-1111">1<b>39</b>****&#49;111</a>')
    expect(text).toContain('"\\u5f20**","t":"139****1111"')
    expect(text).toContain('n=%D5%C5**"')
  })

  it('says what stands in the text and what in the markup', () => {
    const { masked } = page(html('联系人：张示例，手机：<a href="tel:13900001111">13900001111</a>'))
    const mobile = masked.find(({ kind }) => kind === 'mobile')!
    expect(mobile.shown).toBe('139****1111')
    expect(mobile.places.map(({ where }) => where)).toEqual(['markup', 'text'])
  })

  it('does not take two cells for one name', () => {
    const { text } = page(
      html('联系人：高明远，手机：13900001111', '', '<table><tr><td>高</td><td>明远</td></tr></table>'),
    )
    expect(text).toContain('<td>高</td><td>明远</td>')
  })
})

describe('Markdown', () => {
  it('escapes asterisks, so that they are shown', () => {
    const { text } = redactNotice(parseNotice(notice('联系人：张示例，电话：13900001111。'), { carrier: 'markdown' }))
    expect(text).toContain('联系人：张\\*\\*，电话：139\\*\\*\\*\\*1111。')
  })
})

describe('bytes', () => {
  /** GB 18030 of a text, found by decoding: the encoder that the platform has not. */
  const table = new Map<string, number[]>()
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) {
      const char = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail))
      if ([...char].length === 1 && !table.has(char)) table.set(char, [lead, trail])
    }
  const gb = (text: string) =>
    Uint8Array.from([...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : table.get(char)!)))
  const utf16 = (text: string) =>
    new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from([...text], (c) => c.charCodeAt(0)).buffer)])
  const before = notice('联系人：张示例，电话：13900001111，邮箱：zsl001@163.com。', '示例工作'.repeat(2500))

  it.each([
    ['gb18030', gb(before)],
    ['utf-8', new TextEncoder().encode(before)],
    ['utf-8', new TextEncoder().encode(`\ufeff${before}`)],
    ['utf-16le', utf16(before)],
  ])('come back in %s, all but the masks unchanged', async (encoding, bytes) => {
    const file = await redactBytes(bytes, {}, { filename: 'a.txt' })
    expect(file.notice.source.encoding).toBe(encoding)
    expect(new TextDecoder(encoding).decode(file.bytes)).toBe(page(before).text)
    expect(file.bytes.subarray(0, 3)).toEqual(bytes.subarray(0, 3))
    expect(file.bytes.subarray(-20)).toEqual(bytes.subarray(-20))
    expect((await redactBytes(file.bytes, {}, { filename: 'a.txt' })).bytes).toEqual(file.bytes)
  })

  it('keeps the mark where the first character is masked', async () => {
    const bytes = new TextEncoder().encode('\ufeff13900001111 联系')
    const file = await redactBytes(bytes, { keep: { mobile: [0, 0] } })
    expect([...file.bytes.subarray(0, 6)]).toEqual([0xef, 0xbb, 0xbf, 0x2a, 0x2a, 0x2a])
  })

  it('are refused where the text is not theirs', async () => {
    const source = { text: '', carrier: 'docx' as const }
    expect(() => redactNotice({ ...parseNotice(''), source })).toThrow(RedactError)
    expect(() => redactNotice({ ...parseNotice(''), source })).toThrow(
      /DOCX files cannot be redacted, only plain text, Markdown and HTML/,
    )
  })
})

describe('properties', () => {
  const dir = new URL('../corpus/', import.meta.url)
  const corpus = readdirSync(dir).filter((f) => /\.(?:txt|md)$/.test(f) && f !== 'README.md')

  it.each(corpus)('%s: nothing is left, nothing else changed, a second time changes nothing', (file) => {
    const before = parseNotice(readFileSync(new URL(file, dir), 'utf8'), { filename: file })
    const once = redactNotice(before, { names: 'all' })
    expect(once.unmasked.filter(({ ruleId }) => ruleId === 'redact/left')).toEqual([])
    for (const { people, phones, emails } of before.contacts) {
      for (const { name } of people) if (name.length > 1) gone(once.text, name)
      for (const { number, masked, kind } of phones) if (!masked && kind !== 'hotline') gone(once.text, number)
      for (const { text } of emails) gone(once.text, text)
    }
    let at = 0
    let rebuilt = ''
    for (const { start, end, by } of once.edits) {
      expect(start).toBeGreaterThanOrEqual(at)
      expect(by).toMatch(/^\\?\*$/)
      rebuilt += before.source.text.slice(at, start) + by
      at = end
    }
    expect(rebuilt + before.source.text.slice(at)).toBe(once.text)
    expect(once.text.split('\n').length).toBe(before.source.text.split('\n').length)
    const twice = redactNotice(parseNotice(once.text, { filename: file }), { names: 'all' })
    expect(twice.text).toBe(once.text)
  })

  /** Spellings of a value that browsers, editors and people make of it. */
  const spelt = (value: string) =>
    fc
      .array(fc.constantFrom('plain', 'wide', 'decimal', 'hex', 'tag', 'comment', 'zero'), {
        minLength: value.length,
        maxLength: value.length,
      })
      .map((ways) =>
        [...value]
          .map((char, i) => {
            const code = char.codePointAt(0)!
            switch (ways[i]) {
              case 'wide':
                return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : char
              case 'decimal':
                return `&#${code};`
              case 'hex':
                return `&#x${code.toString(16)};`
              case 'tag':
                return `<b>${char}</b>`
              case 'comment':
                return `${char}<!-- -->`
              case 'zero':
                return `\u200b${char}`
              default:
                return char
            }
          })
          .join(''),
      )

  it('finds a value in every spelling, in the text and in attributes', () => {
    fc.assert(
      fc.property(spelt('张示例'), spelt('13900001111'), spelt('zsl001@163.com'), (name, mobile, mail) => {
        const before = html(
          `联系人：张示例，手机：13900001111，邮箱：zsl001@163.com。另见：${name}；${mobile}；${mail}。`,
        )
        const { text, unmasked, edits } = page(before)
        expect(unmasked).toEqual([])
        gone(text, '张示例', '13900001111', 'zsl001@163.com')
        expect(text.replaceAll('*', '').length).toBe(
          before.replaceAll('*', '').length - edits.reduce((sum, { start, end }) => sum + end - start, 0),
        )
        expect(page(text).text).toBe(text)
      }),
      { numRuns: 150 },
    )
  })

  it.each(['0<A-->@163.com', '139<p>00001111', '0100-<div>5550123'])(
    'in a line of Markdown no tag parts a value: %s',
    (value) => {
      const text = notice(`联系人：高明，${value}`)
      const { unmasked } = redactNotice(parseNotice(text, { carrier: 'markdown' }), { names: 'all' })
      expect(unmasked.filter(({ ruleId }) => ruleId === 'redact/left')).toEqual([])
    },
  )

  it('throws on nothing, and what it leaves it reports', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '联系人：',
        '高明',
        '张示例',
        '13900001111',
        '电话：',
        '0100-5550123',
        '<',
        '>',
        '<!--',
        '-->',
        '&#',
        '%E5',
        '%',
        '\\u5f',
        '*',
        '\n',
        '@163.com',
        'a',
        '1',
        ' ',
        '，',
      ),
      fc.string({ maxLength: 4 }),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('text', 'html', 'markdown'),
        (pieces, carrier) => {
          const text = notice(pieces.join(''))
          const once = redactNotice(parseNotice(text, { carrier: carrier as 'text' }), { names: 'all' })
          expect(once.unmasked.filter(({ ruleId }) => ruleId === 'redact/left')).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('policies', () => {
  it('are checked: a misspelt one would leave something unmasked', () => {
    expect(readPolicy({ kinds: ['name'], keep: { mobile: [0, 0] }, keepOffices: true })).toEqual({
      kinds: ['name'],
      keep: { mobile: [0, 0] },
      keepOffices: true,
    })
    for (const wrong of [
      { kind: ['name'] },
      { kinds: ['names'] },
      { mask: '<' },
      { keep: { email: [1, 3] } },
      { keep: { mobil: [1, 1] } },
      [],
    ])
      expect(() => readPolicy(wrong)).toThrow(TypeError)
  })
})

describe('struck-out text', () => {
  it.each([
    ['a page', html('<s>联系人：李示明，电话：0100-5550101</s>联系人：王示红，电话：0100-5550102。')],
    ['Markdown', `# ${notice('~~联系人：李示明，电话：0100-5550101~~联系人：王示红，电话：0100-5550102。')}`],
  ])('of %s is masked though it is no contact', (_, source) => {
    const parsed = parseNotice(source)
    expect(parsed.contacts.flatMap((c) => c.people.map((p) => p.name))).toEqual(['王示红'])
    const { text, unmasked } = redactNotice(parsed)
    gone(text, '李示明', '王示红', '5550101', '5550102')
    expect(unmasked).toEqual([])
    expect(page(text).text).toBe(text)
  })

  it('is read with what stands around it', () => {
    const { text } = page(html('联系人：<del>李示明</del>王示红，电话：<del>0100-5550101</del>0100-5550102。'))
    gone(text, '李示明', '5550101', '5550102')
  })
})
