/** `gongwen eval`: what counts as the same fact, the arithmetic, the folder, the comparison with an earlier run. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEvaluation, type Evaluation, GoldenError, readGolden } from '../src/eval/index.js'
import { MEASURES } from '../src/eval/measures.js'
import { parseNotice } from '../src/index.js'
import { buildPrograms, type Programs, root } from './tools/programs.js'

const TEXT =
  '示教〔2024〕3号\n\n关于报送材料的通知\n\n各县区教育局：\n\n请于2024年5月31日前将材料报送市教育局。\n\n联系人：张示例，电话：0100-5550123。\n\n示例市教育局\n2024年4月15日\n'

const golden = {
  title: '关于报送材料的通知',
  documentNumber: '示教[2024]3号',
  urgency: null,
  issuingBodies: [{ text: '示例市 教育局' }],
  dates: [{ role: 'signed', start: '2024-04-15' }],
  deadlines: [{ due: '2024-05-31' }],
  contacts: [{ people: ['张示例'], phones: ['0100 5550123'] }],
}

function evaluate(...cases: [facts: object, text?: string][]): Evaluation {
  const evaluation = createEvaluation('0')
  for (const [i, [facts, text = TEXT]] of cases.entries())
    evaluation.add({
      name: `${i}.txt`,
      golden: readGolden(JSON.stringify({ facts })),
      outcome: { notice: parseNotice(text) },
    })
  return evaluation.end()
}

describe('what is measured', () => {
  it('facts are the same whatever their brackets, white space and form', () => {
    const { micro, allRight, each } = evaluate([golden])
    expect(each[0]!.misses).toEqual([])
    expect(allRight).toBe(1)
    // Title, number, body, date, deadline, the contact as a whole, its person, its phone.
    expect(micro).toEqual({ gold: 8, found: 8, right: 8, precision: 1, recall: 1, f1: 1 })
  })

  it('only what the golden file names', () => {
    expect(Object.keys(evaluate([{ title: 'x' }]).fields)).toEqual(['title'])
    const { fields } = evaluate([golden], [{ deadlines: [{ due: '2024-05-31', action: '将材料报送市教育局' }] }])
    expect(fields['deadlines.action']).toMatchObject({ notices: 1 })
    expect(fields.deadlines).toMatchObject({ notices: 2, allRight: 2, f1: 1 })
    expect(fields['contacts.emails']).toBeUndefined()
  })

  it('the arithmetic', () => {
    const { fields, micro, perNotice, allRight, each } = evaluate(
      [{ issuingBodies: ['示例市教育局', '示例市财政局', '示例市财政局'], title: null }],
      [{ urgency: null }],
    )
    expect(fields.issuingBodies).toMatchObject({ gold: 3, found: 1, right: 1, precision: 1, recall: 1 / 3, f1: 0.5 })
    expect(fields.title).toMatchObject({ gold: 0, found: 1, right: 0, precision: 0, recall: 0, f1: 0, allRight: 0 })
    expect(micro).toMatchObject({ gold: 3, found: 2, right: 1, precision: 0.5, recall: 1 / 3, f1: 0.4 })
    expect(perNotice).toEqual({ precision: 0.75, recall: 2 / 3, f1: 0.7 })
    expect(allRight).toBe(1)
    expect(each[0]!.misses).toEqual([
      { field: 'title', missing: [], extra: ['关于报送材料的通知'] },
      { field: 'issuingBodies', missing: ['示例市财政局', '示例市财政局'], extra: [] },
    ])
  })

  it('one that could not be read counts as read empty, and is never all right', () => {
    const evaluation = createEvaluation('0')
    evaluation.add({ name: 'a.pdf', golden, outcome: { error: 'broken: cut off' } })
    evaluation.add({ name: 'b.pdf', golden: { urgency: null }, outcome: { error: 'broken: cut off' } })
    expect(evaluation.end()).toMatchObject({ allRight: 0, micro: { gold: 8, found: 0, right: 0, f1: 0 } })
  })

  it.each([
    ['{', 'this is no JSON'],
    ['[]', 'this is no object'],
    ['{"facts": 1}', "'facts' is no object"],
    ['{"facts": {}}', 'there are no facts in it'],
    ['{"facts": {"titel": "x"}}', "unknown field 'titel'"],
    ['{"title": 1}', "'title' must be a text or an object or null"],
    ['{"dates": {}}', "'dates' must be a list"],
    ['{"dates": [null]}', "'dates[0]' must be a text or an object"],
  ])('%s is no golden file: %s', (json, message) => {
    expect(() => readGolden(json)).toThrow(new GoldenError(message))
  })

  it('a notice is right against itself', () => {
    const notice = parseNotice(readFileSync(join(root, 'corpus/meeting-notice.txt'), 'utf8'))
    const evaluation = createEvaluation('0')
    evaluation.add({ name: 'a', golden: readGolden(JSON.stringify(notice)), outcome: { notice } })
    const { micro, fields } = evaluation.end()
    expect(micro.f1).toBe(1)
    expect(micro.gold).toBeGreaterThan(40)
    expect(Object.keys(fields)).toEqual(MEASURES.map(({ name }) => name))
  })

  it('docs/eval.md names every measure', () => {
    const docs = readFileSync(join(root, 'docs/eval.md'), 'utf8')
    const named = [...docs.matchAll(/^\| ((?:`[\w.]+` ?)+)\|/gm)].flatMap((m) => m[1]!.match(/[\w.]+/g)!)
    expect(named.sort()).toEqual(MEASURES.map(({ name }) => name).sort())
  })
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-eval-'))
  const put = (name: string, content: string | object) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  let programs: Programs
  const run = (...args: string[]) => programs.run(['eval', ...args, '--workers', '1'], { cwd: folder })

  beforeAll(async () => {
    programs = await buildPrograms()
    put('in/a.txt', TEXT)
    put('in/a.json', { facts: golden })
    put('in/sub/b.md', '# 关于停水的通知\n\n各用户：\n\n定于2024年5月6日停水。\n')
    put('in/sub/b.json', { facts: { title: '关于停水的通告', addressees: ['各用户'] } })
    put('in/without.txt', TEXT)
  }, 120_000)
  afterAll(() => {
    programs.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  it('prints a table; --misses prints what is missing and extra', async () => {
    const { code, out, err } = await run('in')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/))
    expect(rows[0]).toEqual(['field', 'precision', 'recall', 'F1', 'facts', 'notices', 'all right'])
    expect(rows).toContainEqual(['title', '50.0', '50.0', '50.0', '2', '2', '1'])
    expect(rows).toContainEqual(['all facts', '90.0', '90.0', '90.0', '10', '2', '1'])
    expect(rows).toContainEqual(['mean of notices', '75.0', '75.0', '75.0', '2'])
    const { out: more } = await run('in', '--misses')
    expect(more).toContain('sub/b.md  precision 50.0, recall 50.0, F1 50.0\n')
    expect(more).toContain('  title: - 关于停水的通告\n  title: + 关于停水的通知\n')
    expect(more).not.toContain('\na.txt')
  })

  it('compares with an earlier run, and fails when less is right', async () => {
    const { out: before } = await run('in', '--format', 'json')
    put('before.json', before)
    expect(JSON.parse(before)).toMatchObject({ eval: 1, notices: 2, allRight: 1, fields: { title: { right: 1 } } })

    const same = await run('in', '--baseline', 'before.json')
    expect(same).toMatchObject({ code: 0, err: '' })
    expect(same.out).toContain('no fact has changed')

    put('in/sub/b.json', { facts: { title: '关于停水的通知', addressees: ['各用户'] } })
    const better = await run('in', '--baseline', 'before.json')
    expect(better.code).toBe(0)
    expect(better.out).toMatch(/^title +100\.0 +100\.0 +100\.0 +\+50\.0 /m)
    expect(better.out).toContain('all right 1 → 2 notices')
    expect(better.out).toContain('  mended  title: - 关于停水的通告')

    put('in/sub/b.json', { facts: { title: '关于停水的通告', addressees: ['各单位'] } })
    const worse = await run('in', '--baseline', 'before.json', '--format', 'json')
    expect(worse.code).toBe(1)
    expect(JSON.parse(worse.out).baseline).toMatchObject({
      worse: true,
      fields: { addressees: { before: 1, after: 0 } },
      changes: [{ name: 'sub/b.md', mended: [], broken: ['addressees: - 各单位', 'addressees: + 各用户'] }],
    })

    put('none.json', '{"eval": 1}')
    const none = await run('in', '--baseline', 'none.json')
    expect(none).toMatchObject({ code: 2, out: '' })
    expect(none.err).toContain("none.json: this was not written by 'gongwen eval --format json'")
  })

  it('says what cannot be measured, and measures the others', async () => {
    put('faulty/a.txt', TEXT)
    put('faulty/a.json', { facts: golden })
    put('faulty/b.txt', TEXT)
    put('faulty/b.json', '{')
    put('faulty/c.json', {})
    put('faulty/d.pdf', '%PDF-1.7 cut off')
    put('faulty/d.json', { facts: { title: 'x' } })
    const { code, out, err } = await run('faulty', '--format', 'json')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ notices: 2, allRight: 1 })
    expect(err).toContain('b.json: this is no JSON\n')
    expect(err).toContain('c.json: there is no notice c.* beside it\n')
    expect(err).toMatch(/gongwen: d\.pdf: broken: /)
    put('empty/a.txt', TEXT)
    expect(await run('empty')).toMatchObject({ code: 2, out: '' })
    expect((await run('nowhere')).err).toContain("there is no folder 'nowhere'")
    expect((await run('in', 'in')).err).toContain('eval takes one FOLDER')
  })
})
