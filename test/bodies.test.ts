/** Bodies by name: the table of test/tables/bodies.txt, years of former ones, codes of document numbers, and what a notice adds. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOfCode, findBody, parseNotice } from '../src/index.js'
import { spanErrors } from './tools/span-law.js'

const rows = readFileSync(new URL('./tables/bodies.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('names of bodies', () => {
  it('are four hundred and more', () => {
    expect(rows.length).toBeGreaterThanOrEqual(400)
    for (const row of rows) expect([4, 5], row.join(' | ')).toContain(row.length)
  })

  it.each(rows)('%s is %s, %s, %s (%s)', (printed, full, level, code, where) => {
    const options = !where ? {} : /^\d{4}$/.test(where) ? { year: Number(where) } : { place: where }
    const body = findBody(printed!, options)
    if (full === '-') return expect(body).toBeNull()
    expect([body?.name, body?.level ?? '-', body?.divisionCode ?? '-']).toEqual([
      full === '=' ? printed : full,
      level,
      code,
    ])
  })
})

describe('any text for a name', () => {
  const PIECES = [
    '示',
    '市',
    '区',
    '县',
    '省',
    '州',
    '北京',
    '太原市',
    '科技局',
    '办公室',
    '委',
    '中共',
    '团',
    '局',
    '朝阳区',
    ' ',
  ]

  it('gives a body or null', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
        const body = findBody(pieces.join(''), { place: '太原市' })
        if (body) expect(body.name.length).toBeGreaterThan(1)
      }),
      { numRuns: 2000 },
    )
  })

  it('is looked at up to a bound', () => {
    for (const piece of ['甲市', '市北区', '太原市', '中共', '局', '人民政府办公室'])
      expect(() => findBody(`${piece.repeat(5000)}局`)).not.toThrow()
    expect(findBody(`太原市${'甲'.repeat(60)}局`)).toBeNull()
  })
})

describe('former bodies', () => {
  it('come with their years and what took their place', () => {
    expect(findBody('质检总局')).toEqual({
      name: '国家质量监督检验检疫总局',
      level: 'central',
      years: { from: 2001, to: 2018 },
      successor: '国家市场监督管理总局',
    })
    expect(findBody('太原市卫计委')).toEqual({
      name: '太原市卫生和计划生育委员会',
      level: 'prefecture',
      divisionCode: '140100',
      years: { from: 2013, to: 2018 },
      successor: '太原市卫生健康委员会',
    })
    expect(findBody('太原市环保局')?.years).toEqual({ to: 2018 })
    expect(findBody('科技部')).not.toHaveProperty('years')
  })
})

describe('codes of document numbers', () => {
  it.each([
    ['国科发', 2021, '科学技术部', 'central'],
    ['国科发智', 2021, '科学技术部', 'central'],
    ['国科办', 2021, '科学技术部办公厅', 'central'],
    ['国发', 1998, '国务院', 'central'],
    ['国办发', 2020, '国务院办公厅', 'central'],
    ['教师', 2022, '教育部', 'central'],
    ['教师厅', 2022, '教育部办公厅', 'central'],
    ['财教', 2019, '财政部', 'central'],
    ['发改环资', 2022, '国家发展和改革委员会', 'central'],
    ['环发', 2012, '环境保护部', 'central'],
    ['环发', 2022, '生态环境部', 'central'],
    ['国卫医', 2015, '国家卫生和计划生育委员会', 'central'],
    ['国卫医', 2021, '国家卫生健康委员会', 'central'],
    ['人社厅发', 2020, '人力资源和社会保障部办公厅', 'central'],
    ['银发', 2020, '中国人民银行', 'central'],
    ['法释', 2020, '最高人民法院', 'central'],
    ['科协发', 2020, '中国科学技术协会', 'central'],
    ['并科', 2021, '太原市科学技术局', 'prefecture'],
    ['苏科协发', 2021, '江苏省科学技术协会', 'province'],
    ['苏教办', 2021, '江苏省教育厅办公室', 'province'],
    ['晋政办发', 2021, '山西省人民政府办公厅', 'province'],
    ['并政办发', 2021, '太原市人民政府办公室', 'prefecture'],
    ['穗府办', 2021, '广州市人民政府办公厅', 'prefecture'],
    ['穗人社发', 2021, '广州市人力资源和社会保障局', 'prefecture'],
    ['内政办发', 2021, '内蒙古自治区人民政府办公厅', 'province'],
    ['桂科', 2021, '广西壮族自治区科学技术厅', 'province'],
    ['京教', 2021, '北京市教育委员会', 'province'],
    ['沪科', 2021, '上海市科学技术委员会', 'province'],
    ['津科', 2021, '天津市科学技术局', 'province'],
    ['渝农', 2021, '重庆市农业农村委员会', 'province'],
    ['浙卫发', 2021, '浙江省卫生健康委员会', 'province'],
  ])('%s in %i is %s', (code, year, name, level) => {
    expect(bodyOfCode(code, { year })).toMatchObject({ name, level })
  })

  it('is read by what the text names', () => {
    expect(bodyOfCode('宁科发', { year: 2021 })).toBeNull()
    expect(bodyOfCode('宁科发', { year: 2021, text: '南京市各区科技局' })?.name).toBe('南京市科学技术局')
    expect(bodyOfCode('宁科发', { year: 2021, text: '宁夏回族自治区' })?.name).toBe('宁夏回族自治区科学技术厅')
    expect(bodyOfCode('扬科协发', { year: 2021 })).toBeNull()
    expect(bodyOfCode('扬科协发', { year: 2021, text: '扬州市青少年' })?.name).toBe('扬州市科学技术协会')
    expect(bodyOfCode('青农', { year: 2023 })?.name).toBe('青海省农业农村厅')
    expect(bodyOfCode('青农', { year: 2023, text: '2023年青屿市农民丰收节' })).toBeNull()
    expect(bodyOfCode('青农', { year: 2023, text: '展示我市成果' })).toBeNull()
  })

  it.each([
    ['示科发', 2021],
    ['武科大', 2021],
    ['教务', 2021],
    ['校发', 2021],
    ['苏大教', 2021],
    ['京园科字', 2020],
    // Another department's before, or in the year of the change.
    ['晋环发', 2016],
    ['环发', 2018],
    ['', 2021],
  ])('%s in %i tells nothing', (code, year) => {
    expect(bodyOfCode(code, { year })).toBeNull()
  })

  it('tells nothing without a year where codes have years', () => {
    expect(bodyOfCode('环发')).toBeNull()
    expect(bodyOfCode('国发')?.name).toBe('国务院')
  })
})

describe('the bodies of a notice', () => {
  const notice = (title: string, signature: string, head = '', addressees = '各有关单位：') =>
    parseNotice(
      `${head}\n${title}\n\n${addressees}\n\n现将有关事项通知如下，请认真组织实施。\n\n${signature}\n2024年5月6日\n`,
    )
  const named = (n: ReturnType<typeof notice>) => n.issuingBodies.map((b) => [b.name, b.level, b.divisionCode])
  const rules = (n: ReturnType<typeof notice>) => n.diagnostics.map((d) => d.ruleId)

  it('have full names, levels and codes', () => {
    const n = notice('关于举办科技周的通知', '太原市科技局\n中共太原市委宣传部\n市科协')
    expect(named(n)).toEqual([
      ['太原市科学技术局', 'prefecture', '140100'],
      ['中共太原市委宣传部', 'prefecture', '140100'],
      ['太原市科学技术协会', 'prefecture', '140100'],
    ])
    expect(n.issuingBodies.map((b) => b.text)).toEqual(['太原市科技局', '中共太原市委宣传部', '市科协'])
  })

  it('stand where masthead, number or title say', () => {
    expect(named(notice('关于举办科技周的通知', '市科协', '示例市科学技术协会文件\n\n示科协〔2024〕3号\n'))).toEqual([
      ['示例市科学技术协会', undefined, undefined],
    ])
    expect(named(notice('关于举办科技周的通知', '市科协', '并科协发〔2024〕3号\n'))).toEqual([
      ['太原市科学技术协会', 'prefecture', '140100'],
    ])
    expect(named(notice('太原市2024年科技周活动通知', '市科协'))[0]![0]).toBe('太原市科学技术协会')
    expect(named(notice('关于举办科技周的通知', '省科协', '', '太原市各有关单位：'))[0]![0]).toBe('山西省科学技术协会')
  })

  it('keep their name where nothing tells the place, and it is said', () => {
    const n = notice('关于举办科技周的通知', '市科协', '', '太原市、大同市各有关单位：')
    expect(n.addressees).toHaveLength(1)
    expect(named(n)).toEqual([['市科协', undefined, undefined]])
    expect(rules(n)).toContain('issuingBodies/place-unknown')
    const county = notice('关于举办科技周的通知', '县科协')
    expect(named(county)).toEqual([['县科协', 'county', undefined]])
  })

  it('are bodies of the place beside bodies of the place', () => {
    expect(named(notice('关于开展检查的通知', '山西省教育厅\n财政厅\n国资委')).map(([name]) => name)).toEqual([
      '山西省教育厅',
      '山西省财政厅',
      '山西省人民政府国有资产监督管理委员会',
    ])
    expect(named(notice('关于开展检查的通知', '国资委'))[0]![0]).toBe('国务院国有资产监督管理委员会')
  })

  it('are those of the time', () => {
    expect(named(notice('关于开展检查的通知', '国家计委', '计投资〔1997〕12号\n'))[0]![0]).toBe('国家计划委员会')
    expect(named(notice('关于开展检查的通知', '国家计委', '计投资〔2001〕12号\n'))[0]![0]).toBe('国家发展计划委员会')
  })

  it('are inferred from the number only where none is printed', () => {
    const head = '并科〔2024〕14号\n'
    const without = parseNotice(
      `${head}\n关于举办科技周的通知\n\n各有关单位：\n\n现将有关事项通知如下。\n\n特此通知。\n\n2024年5月6日\n`,
    )
    const [body] = without.issuingBodies
    expect(body).toMatchObject({ name: '太原市科学技术局', divisionCode: '140100', from: 'documentNumber' })
    expect(without.source.text.slice(body!.span.start, body!.span.end)).toBe('并科')
    // Its text is printed nowhere: the law holds it to the code.
    expect(spanErrors(without)).toEqual([])
    expect(spanErrors({ ...without, issuingBodies: [{ ...body!, span: without.title!.span }] })).toHaveLength(1)
    expect(rules(without)).toContain('issuingBodies/inferred')
    expect(rules(without)).not.toContain('issuingBodies/missing')
    const printed = notice('关于举办科技周的通知', '示例市科技局', head)
    expect(named(printed)).toEqual([['示例市科学技术局', undefined, undefined]])
    expect(rules(printed)).not.toContain('issuingBodies/inferred')
  })

  it.each(['3', '三'])('are counted where the title says 等%s部门', (count) => {
    const title = `示例市教育局等${count}部门关于举办科技周的通知`
    expect(rules(notice(title, '示例市教育局\n示例市财政局'))).toContain('issuingBodies/count')
    expect(rules(notice(title, '示例市教育局\n示例市财政局\n示例市科协'))).not.toContain('issuingBodies/count')
  })
})
