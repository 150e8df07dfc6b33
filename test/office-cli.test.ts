/** calendar, contacts and redact as programs. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPrograms, type Programs } from './tools/programs.js'

const folder = mkdtempSync(join(tmpdir(), 'gongwen-office-'))
const inbox = join(folder, 'inbox')
let programs: Programs

const notice = (n: number) => `示示发〔2024〕${n}号

示例市示例局关于做好示例工作的通知

各县（市、区）示例局：

请于2024年5月20日17时前报送示例材料，自收到通知之日起5个工作日内报送示例方案。

联系人：张示例，电话：0100-5550123、13900001111。

示例市示例局
2024年5月6日
`

const at = (name: string) => join(folder, name)
const read = (name: string) => readFileSync(at(name), 'utf8')

function run(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programs.cli, ...argv], { encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

beforeAll(async () => {
  programs = await buildPrograms()
  mkdirSync(inbox)
  for (const n of [1, 2]) writeFileSync(join(inbox, `${n}.txt`), notice(n))
  writeFileSync(at('scan.pdf'), '%PDF-1.7\nbroken')
}, 120_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  programs?.remove()
})

describe('calendar', () => {
  it('writes the deadlines of a folder, names what it leaves out, and writes the same again', () => {
    const { code, out, err } = run('calendar', inbox, '-o', at('a.ics'), '--workers', '1')
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain(
      '1.txt: left out: 自收到通知之日起5个工作日内 报送示例方案 (cannot be counted from the notice)\n',
    )
    expect(err).toContain('2 deadlines and 0 events of 2 inputs, 2 left out\n')
    expect(new ICAL.Component(ICAL.parse(read('a.ics'))).getAllSubcomponents('vevent')).toHaveLength(2)
    const again = run('calendar', inbox, '-o', '-', '--workers', '1')
    expect(again.out).toBe(read('a.ics'))
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('takes its options', () => {
    const { out } = run(
      'calendar',
      inbox,
      '-o',
      '-',
      '--as',
      'todo',
      '--alarm',
      '3d,30m',
      '--sequence',
      '4',
      '--stamp',
      '2024-05-08',
    )
    const todo = new ICAL.Component(ICAL.parse(out)).getFirstSubcomponent('vtodo')!
    const triggers = todo.getAllSubcomponents('valarm').map((one) => String(one.getFirstPropertyValue('trigger')))
    expect(triggers).toEqual(['-P3D', '-PT30M'])
    expect(String(todo.getFirstPropertyValue('sequence'))).toBe('4')
    expect(String(todo.getFirstPropertyValue('dtstamp'))).toBe('2024-05-08T00:00:00Z')
    expect(run('calendar', inbox, '-o', '-', '--alarm', 'none').out).not.toContain('VALARM')
  })

  it('goes on after what cannot be read', () => {
    const { code, err } = run('calendar', at('scan.pdf'), inbox, '-o', at('b.ics'))
    expect(code).toBe(2)
    expect(err).toMatch(/^gongwen: .*scan\.pdf: /)
    expect(read('b.ics')).toBe(read('a.ics'))
  })

  it.each([
    [['calendar', '-o', 'x.ics'], 'no SRC given'],
    [['calendar', 'x'], '--output is needed'],
    [['calendar', 'x', '-o', 'y', '--alarm', '1 day'], '--alarm must be'],
    [['calendar', 'x', '-o', 'y', '--as', 'journal'], "unknown kind of --as 'journal'"],
    [['calendar', 'x', '-o', 'y', '--stamp', 'today'], '--stamp must be'],
    [['contacts', 'x', '-o', 'y', '--alarm', '1d'], "--alarm is no option of 'contacts'"],
    [['redact', '-o', 'y'], 'redact needs a FILE'],
    [['redact', 'x', '-o', '-'], 'redact writes to a file'],
    [['redact', 'x', '-o', 'y', '--report-values'], '--report-values needs --report'],
  ])('%j is wrong usage', (argv, says) => {
    const { code, err } = run(...argv)
    expect(code).toBe(2)
    expect(err).toContain(says)
  })
})

describe('contacts', () => {
  it('writes the cards of a folder', () => {
    const { code, err } = run('contacts', inbox, '-o', at('a.vcf'))
    expect([code, err]).toEqual([0, 'gongwen: 1 people and 0 offices of 2 inputs\n'])
    expect(read('a.vcf')).toMatch(/^BEGIN:VCARD\r\n[\s\S]*FN:张示例\r\n[\s\S]*END:VCARD\r\n$/)
    expect(read('a.vcf').replaceAll('\r\n ', '')).toContain('示示发〔2024〕2号')
  })
})

describe('redact', () => {
  it('writes copies into a folder, and a report that names no value', () => {
    const files = [join(inbox, '1.txt'), join(inbox, '2.txt')]
    const { code, out, err } = run(
      'redact',
      ...files,
      '-o',
      `${at('public')}/`,
      '--report',
      at('report.json'),
      '--keep-offices',
    )
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('1.txt: masked: 1 name, 1 mobile\n')
    expect(read('public/1.txt')).toBe(notice(1).replace('张示例', '张**').replace('13900001111', '139****1111'))
    const report = read('report.json')
    expect(report).not.toMatch(/张示例|13900001111/)
    expect(JSON.parse(report).files).toMatchObject([
      {
        file: files[0],
        encoding: 'utf-8',
        masked: [
          { kind: 'name', shown: '张**', places: [{ line: 9, where: 'text' }] },
          { kind: 'mobile', shown: '139****1111' },
        ],
        unmasked: [],
      },
      { file: files[1] },
    ])
    run('redact', files[0]!, '-o', at('one.txt'), '--report', at('report.json'), '--report-values')
    expect(JSON.parse(read('report.json')).files[0].masked[0].values).toEqual(['张示例'])
  })

  it('obeys its policy, and refuses one that is misspelt', () => {
    writeFileSync(at('policy.json'), '{"kinds": ["name"], "mask": "x"}')
    run('redact', join(inbox, '1.txt'), '-o', at('x.txt'), '--policy', at('policy.json'))
    expect(read('x.txt')).toBe(notice(1).replace('张示例', '张xx'))
    writeFileSync(at('policy.json'), '{"kind": ["name"]}')
    const { code, err } = run('redact', join(inbox, '1.txt'), '-o', at('y.txt'), '--policy', at('policy.json'))
    expect(code).toBe(2)
    expect(err).toContain('Unrecognized key')
    expect(existsSync(at('y.txt'))).toBe(false)
  })

  it('exits with 1 where something should be looked at, and says at which line', () => {
    writeFileSync(at('gao.txt'), notice(1).replace('张示例', '高明').replace('示例材料', '高明区材料'))
    const { code, err } = run('redact', at('gao.txt'), '-o', at('gao-out.txt'))
    expect(code).toBe(1)
    expect(err).toContain('gao.txt: line 7: redact/name-in-word: ')
    expect(err).not.toContain('高明')
  })

  it('says which files it cannot redact, and overwrites none of its inputs', () => {
    const pdf = run('redact', at('scan.pdf'), join(inbox, '1.txt'), '-o', `${at('mixed')}/`)
    expect(pdf.code).toBe(2)
    expect(pdf.err).toContain('PDF files cannot be redacted, only plain text, Markdown and HTML')
    expect(readdirSync(at('mixed'))).toEqual(['1.txt'])
    expect(run('redact', join(inbox, '1.txt'), '-o', inbox).err).toContain('is an input: it would be lost')
    expect(readFileSync(join(inbox, '1.txt'), 'utf8')).toBe(notice(1))
    expect(run('redact', join(inbox, '1.txt'), join(inbox, '2.txt'), '-o', at('z.txt')).err).toContain('need a folder')
    expect(run('redact', join(inbox, '1.txt'), '-o', at('none/z.txt')).err).toMatch(/^gongwen: ENOENT/)
    expect(run('redact', at('none.txt'), '-o', at('z.txt'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('not-found'),
    })
  })
})
