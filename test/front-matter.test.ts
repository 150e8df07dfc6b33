/** Front matter of Markdown files: what an archive states of a paper above its text. */
import { describe, expect, it } from 'vitest'
import { parseNotice } from '../src/index.js'
import { frontMatter } from '../src/read/front-matter.js'

const entries = (text: string) => {
  const front = frontMatter(text)
  return front ? front.entries.map(({ label, start, end }) => `${label}=${text.slice(start, end)}`) : null
}

describe('the block', () => {
  it.each([
    [
      '---\n标题: 关于示例的通知\n文号: 示发〔2024〕1号\n类型: 规定\n---\n正文',
      ['标题=关于示例的通知', '文号=示发〔2024〕1号'],
    ],
    [
      '---\ntitle: "关于示例的通知"\ndate: 2024-05-06\ntags:\n  - 示例\n# 注\n---\n',
      ['标题=关于示例的通知', '发布日期=2024-05-06'],
    ],
    ['\ufeff---\r\n发布日期：2024-05-06\r\n...\r\n正文', ['发布日期=2024-05-06']],
    ['---\n标题:\n文号: null\n状态: 有效\n---\n', []],
    [`---\n摘要: ${'甲'.repeat(5000)}\n文号: 示发〔2024〕1号\n---\n`, ['文号=示发〔2024〕1号']],
    // A rule with text below it is none.
    ['---\n各有关单位：\n请报送材料。\n---\n', null],
    ['---\n标题: 没有结束', null],
    ['---\n---\n正文', null],
    ['正文\n---\n标题: 示例\n---\n', null],
  ])('%j', (text, expected) => expect(entries(text)).toEqual(expected))
})

const NOTICE = `---
标题: 关于开展示例检查的通知
文号: 示建发〔2024〕12号
发布单位: 示例市住房和城乡建设局
发布日期: 2024-05-08
类型: 规定
官方链接: https://example.org/zhengce/1
---

> 本文自[公开页面](https://example.org/zhengce/1)提取，仅供查阅。
> 依《示例法》第五条，不作他用。

# 关于开展示例检查的通知

各县住房和城乡建设局：

请于5月30日前报送检查情况。

示例市住房和城乡建设局

2024年5月6日
`

describe('a notice below it', () => {
  const notice = parseNotice(NOTICE, { carrier: 'markdown' })

  it('is read as without it, and with what it states', () => {
    expect(notice.title?.text).toBe('关于开展示例检查的通知')
    expect(notice.documentType?.text).toBe('通知')
    expect(notice.documentNumber?.text).toBe('示建发〔2024〕12号')
    expect(notice.addressees.map((a) => a.text)).toEqual(['各县住房和城乡建设局'])
    expect(notice.dates.map((d) => `${d.role} ${d.start}`)).toEqual(['signed 2024-05-06', 'published 2024-05-08'])
    expect(notice.deadlines.map((d) => d.due)).toEqual(['2024-05-30'])
  })

  it('takes nothing from what the archive says of it', () => {
    expect(notice.citations).toEqual([])
    expect(notice.urls).toEqual([])
  })

  it('keeps every value at its place', () => {
    const { span } = notice.documentNumber!
    expect(NOTICE.slice(span.start, span.end)).toBe('示建发〔2024〕12号')
    const { span: day } = notice.dates.find((d) => d.role === 'published')!
    expect(NOTICE.slice(day.start, day.end)).toBe('2024-05-08')
  })

  it('is told where the text states something else', () => {
    const other = parseNotice(
      NOTICE.replace('示建发〔2024〕12号', '示建发〔2024〕13号').replace('各县', '示建发〔2024〕12号\n\n各县'),
      {
        carrier: 'markdown',
      },
    )
    expect(other.documentNumber?.text).toBe('示建发〔2024〕12号')
    expect(other.diagnostics.map((d) => d.ruleId)).toContain('documentNumber/metadata-differs')
  })
})
