/**
 * 发文字号. GB/T 9704-2012, 7.2.5: code, year in 〔〕, sequence without 第 and without leading zeros. In the wild: all
 * brackets, spaces, 第, leading zeros, a year in Chinese numerals; orders (令) and announcements (公告) have their own series.
 */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

export default {
  name: 'document-number',
  parts: {
    ...parts,
    code: '{han}(?:{han}|[A-Za-z、()“”·-]){0,23}',
    open: '[〔\\[(【〈<]',
    close: '[〕\\])】〉>]',
    sequence: '\\d(?: ?\\d){0,4}|[一二三四五六七八九十百〇]{1,5}',
    gap: ' {0,4}',
  },
  rules: [
    {
      id: 'bracketed',
      needs: ['号'],
      pattern: '{open}{gap}(?<year>{year}|[5-9]\\d){gap}年?{gap}{close}{gap}第?{gap}{sequence:sequence}{gap}号',
      matches: [
        '示科发〔2024〕1号',
        '示教[2018]第3号',
        '示政办发(2024) 12 号',
        '示发〔二〇二四〕五号',
        '〔2025〕第12号',
        '示府办规【2024】003号',
      ],
      rejects: ['示科发2024年1号', '示科发〔24〕1号', '(2024)号'],
    },
    {
      id: 'order',
      needs: ['令'],
      pattern: '令{gap}(?:{open}{year:year}{close}{gap})?第{gap}{sequence:sequence}{gap}号',
      matches: ['示例省人民政府令第219号', '示例部令〔2025〕第12号', '令第三号'],
      rejects: ['命令第号', '责令第三人'],
    },
    {
      id: 'announcement',
      needs: ['号'],
      pattern: '{year:year}{gap}年{gap}第{gap}{sequence:sequence}{gap}号',
      matches: ['示例部公告2015年第3号', '2017年第12号', '二〇二四年第五号'],
      rejects: ['2017年12号线', '2017年第12届'],
    },
    {
      id: 'serial',
      needs: ['号'],
      // A series without a year stands alone: 第34号, 公告第5号.
      pattern: '^(?:{code:code}(?:公告|通告|令))?(?:\\([^()]{2,8}\\))?{gap}第{gap}{sequence:sequence}{gap}号$',
      matches: ['第34号', '(十三届)第七十六号', '示例市公安局通告第5号', '第 12 号'],
      rejects: ['第34号建议', '关于第3号'],
    },
    {
      id: 'unfinished',
      needs: ['号'],
      // A draft's number without its sequence.
      pattern: '{code:code}{gap}{open}{gap}{year:year}{gap}{close}{gap}(?:第{gap})?号',
      matches: ['示科发〔2024〕 号', '示科发〔2024〕第号'],
      rejects: ['示科发〔2024〕3号'],
    },
    {
      id: 'withoutSuffix',
      needs: ['〕', '】', ']', ')'],
      pattern: '(?<={open}){code:code}{open}{year:year}{close}{gap}第?{sequence:sequence}(?={close})',
      matches: ['(示财〔2017〕98)'],
      rejects: ['(示财〔2017〕98号)', '示财〔2017〕98'],
    },
    {
      id: 'label',
      pattern: '^[\\[(【]?(?:发文字号|文件编号|文件号|文号|字号|编号|文 号)(?:[\\])】]{sp}:?|{sp}:|\\t){sp}',
      matches: ['发文字号:示发〔2024〕1号', '文号:'],
      rejects: ['项目编号:1', '字号变化'],
    },
    {
      id: 'leftEdge',
      // Words that stand before a number in running text and are no part of its code.
      pattern:
        '^.{0,20}?(?:根据|按照|依据|依照|遵照|落实|贯彻|印发|转发|下发|发布|公布|制定|执行|参照|对照|结合|通过|符合|废止|修订|修改|以及|(?<!人力资源|工业|住房|文化|发展|粮食|卫生|经济)和|与|及|或|即|见|以|按|由|对|在|将|的|了|是|为|原|现|该|此|本|收到|来文|文件|通知|意见|办法|规定|决定|方案|请示|报告|函件|批复|详见|参见|引用|文号|字号|编号|、|:|,|;|“|\\()(?={han}{2})',
      matches: ['根据示科发', '按照省示科发', '转发示教'],
      rejects: ['示科发', '国科发智', '人力资源和社会保障部'],
    },
    {
      id: 'numberHere',
      // A whole number at one place, as where lines were run together.
      pattern: '{gap}{code}{gap}{open}{gap}{year}{gap}{close}{gap}第?{gap}(?:{sequence}){gap}号',
      matches: ['示社科办通[2017]23号各单位'],
      rejects: ['〔2017〕23号', '第23号'],
    },
    {
      id: 'ordinal',
      pattern: '第',
      matches: ['第3号'],
      rejects: ['3号'],
    },
    {
      id: 'orderCode',
      pattern: '令$',
      matches: ['示例部令'],
      rejects: ['示例部'],
    },
    {
      id: 'announcementCode',
      pattern: '公告|通告',
      matches: ['示例市通告'],
      rejects: ['示例令'],
    },
    {
      id: 'codeBefore',
      // The run of characters before a number: its code, with what running text stands before that.
      pattern: '{code:code} {0,4}$',
      matches: ['根据示科发', '示例省人民政府'],
      rejects: ['2024', '。'],
    },
    {
      id: 'bodyBefore',
      // A body's name and a space at the end of what stands before another name.
      pattern: '(?:^|(?<=[( 、]))(?<name>{han}{2,20})[ 、]{1,3}$',
      matches: ['示例部 税务总局 ', '(示例部 '],
      rejects: ['示例部'],
    },
  ],
} as const satisfies Grammar
