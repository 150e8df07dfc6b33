/** Tables in plain text whose cells stand between bars, and schedules with each date on a line of its own. */
import { describe, expect, it } from 'vitest'
import { parseNotice } from '../src/index.js'
import { withoutBars } from '../src/read/bars.js'

const notice = (...lines: string[]) =>
  parseNotice(
    ['示例市教育局关于做好有关工作的通知', '各县教育局：', ...lines, '示例市教育局', '2024年5月6日'].join('\n'),
  )
const due = ({ deadlines }: ReturnType<typeof notice>) => deadlines.map((d) => `${d.from ?? ''}>${d.due}`)

describe('bars between cells', () => {
  it.each([
    ['甲 | 乙\n丙 | 丁', '甲 | 乙\n丙 | 丁'],
    ['甲 | 乙 | 丙\n丁 | 戊 | 己', '甲 \t 乙 \t 丙\n丁 \t 戊 \t 己'],
    ['| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |', '  甲 \t 乙  \n         \n  丙 \t 丁  '],
    ['甲｜乙｜丙\n\n丁｜戊｜己', '甲\t乙\t丙\n\n丁\t戊\t己'],
    ['甲 |\n乙 |\n丙 |', '甲  \n乙  \n丙  '],
    ['甲 |\n乙', '甲 |\n乙'],
    ['首页 | 新闻 | 通知\n联系我们 | 网站地图 | 版权', '首页 | 新闻 | 通知\n联系我们 | 网站地图 | 版权'],
    ['没有竖线', '没有竖线'],
  ])('%j', (text, expected) => {
    expect(withoutBars(text)).toBe(expected)
    expect(withoutBars(text)).toHaveLength(text.length)
  })

  it('make a table of the notice, its values at their places in the source', () => {
    const read = notice(
      '时间安排如下。',
      '| 时间 | 事项 | 负责人 |',
      '| --- | --- | --- |',
      '| 6月1日—6月5日 | 提交论文 | 李明 5550101 |',
      '| 6月10日前 | 上报名单 | 王红 5550102 |',
    )
    expect(due(read)).toEqual(['2024-06-01>2024-06-05', '>2024-06-10'])
    expect(read.deadlines.map((d) => d.action)).toEqual(['提交论文', '上报名单'])
    expect(read.contacts.map((c) => [c.people[0]?.name, c.phones[0]?.number])).toEqual([
      ['李明', '5550101'],
      ['王红', '5550102'],
    ])
    const [table] = read.tables
    expect(table!.header!.map((cell) => cell?.text)).toEqual(['时间', '事项', '负责人'])
    const cell = table!.rows[1]!.cells[1]!
    expect(read.source.text.slice(cell.span.start, cell.span.end)).toBe('上报名单')
  })

  it('days of several groups in one row', () => {
    const read = notice(
      '时间节点 | 第一批 | 第二批 |',
      '学位论文答辩 | 6月3日 | 10月26日 |',
      '学位材料提交到院系 | 6月7日 | 10月30日 |',
    )
    expect(due(read)).toEqual(['>2024-06-07', '>2024-10-30'])
    expect(read.events.map((e) => e.start)).toEqual(['2024-06-03', '2024-10-26'])
  })
})

describe('dates on lines of their own', () => {
  it('are of what stands below each', () => {
    const read = notice(
      '招生日程安排',
      '8月19日—21日',
      '学区生到房产对应学校报名。逾期不候。',
      '8月23日—24日',
      '学校组织入户家访。',
      '8月26日前',
      '学校在招生平台上传报名学生信息。',
    )
    expect(due(read)).toEqual(['2024-08-19>2024-08-21', '>2024-08-26'])
    expect(read.deadlines.map((d) => d.action)).toEqual(['学区生到房产对应学校报名', '学校在招生平台上传报名学生信息'])
  })

  it('one alone is not, nor one above a heading', () => {
    expect(due(notice('8月19日—21日', '学区生到房产对应学校报名。'))).toEqual([])
    expect(due(notice('8月19日—21日', '一、概况', '8月23日—24日', '二、要求'))).toEqual([])
  })
})
