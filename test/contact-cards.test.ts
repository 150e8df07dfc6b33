/** Cards are read back by two packages that did not write them. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { parse as parseCards } from 'vcard4'
import { describe, expect, it } from 'vitest'
import { type Card, contactCards, toVcards, writeCards } from '../src/contacts/index.js'
import { parseNotice } from '../src/index.js'

const dir = new URL('../corpus/', import.meta.url)
const corpus = readdirSync(dir)
  .filter((f) => /\.(?:txt|md)$/.test(f) && f !== 'README.md')
  .map((f) => parseNotice(readFileSync(new URL(f, dir), 'utf8'), { filename: f }))

const read = (vcf: string): ICAL.Component[] => {
  if (vcf === '') return []
  const parsed = ICAL.parse(vcf) as unknown[]
  // One card comes as itself, several as a list.
  return (typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][])).map((one) => new ICAL.Component(one))
}
const values = (card: ICAL.Component, name: string) =>
  card.getAllProperties(name).map((property) => property.getFirstValue() as string | string[])
const value = (card: ICAL.Component, name: string) => values(card, name)[0]

const notice = (contact: string) =>
  parseNotice(`示示发〔2024〕3号

示例市示例局关于做好示例工作的通知

各县（市、区）示例局：

请于2024年5月20日前报送示例材料。

${contact}

示例市示例局
2024年5月6日`)

describe('the composed corpus, read back', () => {
  const cards = contactCards(corpus)
  const vcf = writeCards(cards)

  it('gives every card with its fields', () => {
    const found = read(vcf)
    expect(cards.length).toBeGreaterThan(60)
    expect(found.length).toBe(cards.length)
    cards.forEach((card, i) => {
      const one = found[i]!
      expect(value(one, 'version')).toBe('4.0')
      expect(value(one, 'uid')).toBe(card.uid)
      expect(value(one, 'kind')).toBe(card.kind)
      expect(value(one, 'fn')).toBe(card.name)
      expect(value(one, 'org')).toEqual(card.organization)
      expect(values(one, 'email')).toEqual(card.emails)
      expect(values(one, 'tel')).toHaveLength(card.phones.length)
      if (card.address !== undefined) expect((value(one, 'adr') as string[])[2]).toBe(card.address)
      if (card.postcode !== undefined) expect((value(one, 'adr') as string[])[5]).toBe(card.postcode)
    })
    for (const row of vcf.split('\r\n')) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75)
    expect(vcf).not.toMatch(/[^\r]\n/)
    expect(toVcards(corpus)).toBe(vcf)
  })

  it('is vCard 4.0 for a strict reader too', () => {
    const parsed = parseCards(vcf)
    const list = Array.isArray(parsed) ? parsed : [parsed]
    expect(list.length).toBe(cards.length)
  })

  it('holds every number and address of mail that the notices give in full', () => {
    const all = cards.flatMap(({ phones, notes }) => [...phones.map(({ number }) => number), ...notes]).join()
    const mails = new Set(cards.flatMap(({ emails }) => emails))
    for (const { contacts } of corpus)
      for (const { phones, faxes, emails, people } of contacts) {
        for (const { number, extension = '' } of [...phones, ...faxes])
          expect(all).toContain(extension ? number.replace(`-${extension}`, '') : number)
        for (const { text } of emails) expect(mails).toContain(text.toLowerCase())
        for (const { name } of people)
          expect(cards.some(({ family, given }) => [`${family}${given}`, `${given} ${family}`].includes(name))).toBe(
            true,
          )
      }
  })
})

describe('cards', () => {
  it('writes numbers as they are dialled', () => {
    const vcf = toVcards([
      notice(
        '联系人：李处长，电话：0100-5550123转8012、13900001111，传真：0100-5550124；服务热线：12345、400-555-0199。',
      ),
    ]).replaceAll('\r\n ', '')
    expect(vcf).toContain(':tel:+86-100-5550123;ext=8012\r\n')
    expect(vcf).toContain('TEL;VALUE=uri;TYPE="cell,voice":tel:+86-13900001111\r\n')
    expect(vcf).toContain('TEL;VALUE=uri;TYPE="fax,work":tel:+86-100-5550124\r\n')
    expect(vcf).toContain('tel:400-555-0199;phone-context=+86\r\n')
    expect(vcf).toContain('FN:李处长\r\nN:李;;;;\r\nTITLE:处长\r\n')
  })

  it('keeps a masked number out of TEL', () => {
    const [card] = contactCards([notice('联系人：张示例，电话：139****1111。')])
    expect(card!.phones).toEqual([])
    expect(card!.notes).toEqual(['电话（部分号码未公开）：139****1111'])
  })

  it('gives each person the numbers behind the name, and the office its own to all', () => {
    const own = contactCards([notice('联系人：张示例，0100-5550123；李样本，13900001111。')])
    expect(own.map(({ name, phones }) => [name, phones.map(({ number }) => number)])).toEqual([
      ['张示例', ['0100-5550123']],
      ['李样本', ['13900001111']],
    ])
    const shared = contactCards([notice('联系人：张示例、李样本，电话：0100-5550123、13900001111。')])
    expect(shared.map(({ phones }) => phones.map(({ number }) => number))).toEqual([['0100-5550123'], ['0100-5550123']])
    expect(shared[0]!.notes).toEqual(['手机（未注明属于谁）：13900001111'])
  })

  it('knows the same person in another notice, and not a namesake', () => {
    const first = notice('联系人：张示例，电话：0100-5550123。')
    const again = notice('联系人：张示例，电话：0100-5550123，邮箱：zsl@example.gov.cn。')
    const other = notice('联系人：张示例，电话：0200-5550999。')
    const cards = contactCards([first, again, other])
    expect(cards.map(({ emails, phones }) => [phones.length, emails.length])).toEqual([
      [1, 1],
      [1, 0],
    ])
    expect(cards[0]!.uid).toBe(contactCards([first])[0]!.uid)
    expect(cards[0]!.uid).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('comes back whatever its content is', () => {
    const piece = fc.constantFrom(
      '\\',
      ';',
      ',',
      '\nEND:VCARD\n',
      ':',
      '张',
      '😀',
      '"',
      '\\n',
      '\x1b[31m',
      '\u202e',
      'TEL:',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), (pieces) => {
        const text = `x${pieces.join('')}x`
        const card: Card = {
          uid: 'urn:uuid:0',
          kind: 'org',
          name: text,
          organization: text,
          phones: [],
          emails: [],
          urls: [],
          address: text,
          notes: [text],
          notices: [],
        }
        const vcf = writeCards([card])
        const [one, ...more] = read(vcf)
        expect(more).toEqual([])
        const clean = text.replaceAll('\x1b', '').replaceAll('\u202e', '')
        const rows = clean.split('\n').map((row) => row.trim())
        for (const name of ['fn', 'org', 'note']) expect(value(one!, name)).toBe(rows.filter(Boolean).join('\n'))
        for (const row of vcf.split('\r\n')) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75)
        expect(vcf).not.toMatch(/[\x1b\u202e]/)
      }),
      { numRuns: 100 },
    )
  })
})
