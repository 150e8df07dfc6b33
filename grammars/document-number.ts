/**
 * 发文字号. GB/T 9704-2012, 7.2.5: code, year in 〔〕, sequence without 第 and without leading zeros. In the wild: all
 * brackets, one of a pair, none that match; spaces, 第, leading zeros, a year in Chinese numerals; the year in front
 * (old numbers, courts); several sequences behind one year. Orders (令) and announcements (公告) have their own series.
 * What stands before a number in running text is told from its code by `document-code`.
 */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

export default {
  name: 'document-number',
  parts: {
    ...parts,
    code: '{han}(?:{han}|[A-Za-z、()“”·-]|\\d{1,5}(?={han})){0,23}',
    open: '[〔\\[(【〈<{《「〖]',
    close: '[〕\\])】〉>}》」〗]',
    // Digits may be set apart: 〔20 24〕.
    numYear: '(?:1 ?9|2 ?0) ?\\d ?\\d(?! ?\\d)|[一二][九〇零][〇零一二三四五六七八九]{2}',
    sequence: '\\d(?: ?\\d){0,6}|[一二三四五六七八九十百〇零]{1,5}',
    gap: ' {0,4}',
    join: '[、,和及与]|[-—~至到]',
  },
  rules: [
    {
      id: 'any',
      needs: ['号', '〕'],
      // What every form but the bare one holds: asked first, because most 号 are those of telephones and models.
      pattern: '[\\d一二三四五六七八九十〕】\\]] {0,4}号|〕|号 {0,4}第?\\d',
      matches: ['3号', '〔2024〕3', '号16', '2024【3】号'],
      rejects: ['账号', '型号和编号'],
    },
    {
      id: 'lineLike',
      // What a line holds that is a number in any form: asked first of every line.
      pattern: '号|{close}{gap}第?{gap}\\d',
      matches: ['第3号', '示发〔2012〕18', '令12号', '〔2024〕第 5'],
      rejects: ['示发〔2012〕', '关于示例的通知', '(一)示例'],
    },
    {
      id: 'bracketedYear',
      // Where a number of the common form may stand: what no other rule has read is tried as malformed.
      pattern:
        '{open}{gap}(?:{numYear}){gap}年?{gap}{close}|(?<=[\\u4e00-\\u9fff]{2})(?:19|20)\\d{2}{gap}[〔\\[【]{gap}第?\\d{1,4}{gap}[〕\\]】]{gap}号',
      matches: ['〔2024〕', '[二〇二四]', '示例学会2024【3】号'],
      rejects: ['2024', '〔24〕', '2024【3】号'],
    },
    {
      id: 'bracketed',
      needs: ['号'],
      // With a list behind the year (〔2024〕1、2号) the match ends with the first of it; `more` reads on.
      pattern:
        '{open}{gap}(?<year>{numYear}|[5-9]\\d){gap}年?{gap}{close}{gap}(?:第|(?<infix>(?:明|密)?[电传特急])){0,1}{gap}{sequence:sequence}(?:{gap}号|(?=(?:{gap}{join}{gap}(?:{sequence})){1,12}{gap}号))',
      matches: [
        '示科发〔2024〕1号',
        '示教[2018]第3号',
        '示政办发(2024) 12 号',
        '示发〔二〇二四〕五号',
        '〔2025〕第12号',
        '示府办规【2024】003号',
        '示发〈2024〉7号',
        '示发{2024]7号',
        '示发《2024》7号',
        '示发〔20 24〕 1 2号',
        '示发〔2024〕1、2号',
        '示发〔1996〕7号',
        '示教〔2026〕电14号',
      ],
      rejects: ['示科发2024年1号', '示科发〔24〕1号', '(2024)号', '〔2024〕1、2', '[2024]12'],
    },
    {
      id: 'more',
      // A further sequence of the same year: 1、2号; 1号、2号; 1—3号 names both ends.
      pattern:
        '{gap}{join:join}{gap}第?{gap}{sequence:sequence}(?:{gap}号(?!楼|院|线|馆|厅|门|路|机)|(?=(?:{gap}{join}{gap}(?:{sequence})){1,12}{gap}号))',
      matches: ['、2号', '和 12 号', '、2、3号'],
      rejects: ['、2', '2号', '、3号楼'],
    },
    {
      id: 'closed',
      pattern: '号$',
      matches: ['号', '1号'],
      rejects: ['1', '号示例'],
    },
    {
      id: 'joined',
      // Between two numbers of one code: 示发〔2023〕5号、〔2024〕1号.
      pattern: '^{gap}(?:[、,和及与]{gap}){1,2}$',
      matches: ['、', '和 '],
      rejects: ['号', '。', '示例、'],
    },
    {
      id: 'halfOpen',
      needs: ['号'],
      // One bracket of the pair is missing.
      pattern:
        '(?:[〔\\[【(](?<={han}{gap}.){gap}(?<yearOpen>(?:19|20)\\d{2})(?: {1,4}第?|第){gap}|(?<yearClosed>(?:19|20)\\d{2})(?<={han}{gap}\\d{4}){gap}[〕\\]】]{gap}第?{gap}){sequence:sequence}{gap}号',
      matches: ['示发〔2024 3号', '示发2024〕3号', '示发[2024第3号'],
      rejects: ['示发〔2024〕3号', '示发2024年3号', '(2024年第3号', '〔2024 3号'],
    },
    {
      id: 'swapped',
      needs: ['号'],
      // 号 before the sequence, or the brackets around it and not around the year.
      pattern:
        '{open}{gap}{numYear:year}{gap}{close}{gap}号{gap}第?(?<sequence>\\d(?: ?\\d){0,6})(?! ?[\\d年月日号])|(?<=[\\u4e00-\\u9fff]{2})(?<yearInside>(?:19|20)\\d{2}){gap}[〔\\[【]{gap}第?(?<sequenceInside>\\d{1,4}){gap}[〕\\]】]{gap}号',
      matches: ['示发〔2014〕号16', '示例学会2013【5】号'],
      rejects: ['示发〔2014〕号', '示发〔2014〕号2014年', '示发〔2014〕16号', '2013【5】号', '示例学会2013(5)号'],
    },
    {
      id: 'bare',
      needs: ['〕', '】', ']', ')'],
      // Without its 号: only in the brackets of the standard, or where other brackets hold the whole.
      pattern:
        '(?:〔{gap}{numYear:year}{gap}〕{gap}第?(?<sequence>\\d(?: ?\\d){0,6})(?={gap}(?:$|[\\n)\\]】〉》。,;:、]|文件))|(?={open}[12一二])(?<={open}{code}{gap}){open}{numYear:yearInside}{close}{gap}第?(?<sequenceInside>\\d(?: ?\\d){0,6})(?={gap}{close}))',
      matches: ['示发〔2012〕18', '(示财[2017]98)', '示发〔2012〕18,'],
      rejects: ['示财〔2017〕98号', '示财〔2017〕98家', '文献[2017]98', '示财[2017]98'],
    },
    {
      id: 'yearFirst',
      needs: ['号'],
      // Old numbers and those of courts: (80)示字第12号, (2021)示02破管公告1号.
      pattern:
        '[〔\\[(【]{gap}(?<year>{numYear}|[5-9]\\d){gap}[〕\\])】]{gap}(?<code>{han}(?:{han}|\\d{1,4}(?={han})|[()]){0,16}?(?:公告|通告|通知|[字发函办电令规]))(?:{gap}第)?{gap}{sequence:sequence}{gap}号',
      matches: ['(2021)示02破管公告1号', '〔80〕示财字第12号', '(79)示发12号'],
      rejects: ['(2021)示02民初123号', '(2021)第1号', '(1)示财字第12号'],
    },
    {
      id: 'order',
      needs: ['令'],
      pattern:
        '(?:命(?:令)?)?令{gap}(?:(?:{open}{gap}{numYear:year}{gap}年?{gap}{close}{gap}|(?:[(〔\\[【]{gap})?{numYear:plainYear}{gap}年{gap})?(?:[(〔\\[【]{gap})?第{gap}{sequence:sequence}|(?<digits>\\d{1,4})){gap}号',
      matches: [
        '示例省人民政府令第219号',
        '示例部令〔2025〕第12号',
        '令第三号',
        '示例部令2024年第3号',
        '示例部令(第34号)',
        '示例总局令19号',
        '示例省人民政府命令第219号',
      ],
      rejects: ['命令第号', '责令第三人', '示令〔2024〕3号'],
    },
    {
      id: 'orderBehind',
      needs: ['令'],
      // The number before 令: 示例部第94号令, 2024年第3号令.
      pattern: '(?:{numYear:year}{gap}年{gap})?(?:第{gap})?{sequence:sequence}{gap}号{gap}令(?!牌|旗)',
      matches: ['第94号令', '示例部2024年第3号令', '12号令'],
      rejects: ['第94号', '3号令牌'],
    },
    {
      id: 'orderFront',
      needs: ['令'],
      // The number before the body whose order it is: 第707号国务院令.
      pattern:
        '第{gap}{sequence:sequence}{gap}号{gap}(?<code>(?:{han}{1,16}?)?(?:国务院|主席|政府|部|局|委员会|委|署|银行))令(?!牌|旗|第|{gap}[(〔])',
      matches: ['第707号国务院令', '第3号示例省人民政府令'],
      rejects: ['第3号,国务院令', '第707号令'],
    },
    {
      id: 'announcement',
      needs: ['号'],
      pattern:
        '{numYear:year}{gap}年{gap}第{gap}{sequence:sequence}{gap}号(?!{gap}(?:台风|线|楼|院|馆|厅|路|门|船|机|井|地块|宗地|标段|标|包|车|球|议案|建议|提案|简报))',
      matches: ['示例部公告2015年第3号', '2017年第12号', '二〇二四年第五号'],
      rejects: ['2017年12号线', '2017年第12届', '2024年第3号台风'],
    },
    {
      id: 'announcementLoose',
      needs: ['公告', '通告'],
      // The word says what it is, so that 年 or 第 may be wanting: 公告2024第3号, 公告2024年3号.
      pattern:
        '(?<=公告|通告){gap}(?:[(〔\\[【]{gap})?{numYear:year}{gap}(?:年{gap}第?|第|-){gap}{sequence:sequence}{gap}号',
      matches: ['示例部公告2024第3号', '示例部通告2024年3号', '示例部公告(2024年第3号)'],
      rejects: ['2024年3号', '公告3号'],
    },
    {
      id: 'announcementPlain',
      needs: ['公告', '通告'],
      // Without a year: 公告第5号, 公告(第5号), 公告〔十四届〕第5号.
      pattern:
        '(?<=公告|通告){gap}(?:[〔\\[(]{gap}(?<session>第?{zhDigit}?十?{zhDigit}?届){gap}[〕\\])]{gap})?(?:[〔\\[(]{gap})?第{gap}{sequence:sequence}{gap}号',
      matches: ['示例局公告第5号', '示例局通告(第5号)', '示例会公告〔十四届〕第12号'],
      rejects: ['公告5号', '第5号'],
    },
    {
      id: 'announcementBehind',
      needs: ['公告', '通告'],
      pattern: '(?:{numYear:year}{gap}年{gap})?第{gap}{sequence:sequence}{gap}号{gap}(?<word>公告|通告)(?!栏|牌|书)',
      matches: ['示例署2024年第5号公告', '示例署第5号通告'],
      rejects: ['第5号公告栏', '2024年第5号'],
    },
    {
      id: 'plain',
      needs: ['字第', '字 第'],
      // Old series without a year: 示函字第12号, 示政字12号.
      pattern: '(?<=字){gap}第{gap}{sequence:sequence}{gap}号',
      matches: ['示函字第12号'],
      rejects: ['第12号', '示函12号'],
    },
    {
      id: 'serial',
      needs: ['号'],
      // A series without a year stands alone: 第34号, 公告第5号.
      pattern:
        '^(?:{code:code}(?:公告|通告|令))?(?:[(〔\\[][^()〔〕]{2,8}[)〕\\]])?{gap}第{gap}{sequence:sequence}{gap}号$',
      matches: ['第34号', '(十三届)第七十六号', '〔十六届〕第4号', '示例市公安局通告第5号', '第 12 号'],
      rejects: ['第34号建议', '关于第3号'],
    },
    {
      id: 'unfinished',
      needs: ['号'],
      // A draft's number without its sequence, or without its year.
      pattern:
        '{code:code}{gap}(?:{open}{gap}{numYear:year}{gap}{close}|[〔\\[【]{gap}(?:[X×x*_○〇 —-]{0,8}|20[X×x*_○〇 —-]{1,4})[〕\\]】]){gap}(?:第{gap})?(?:[X×x*_○〇 —-]{0,8}|(?<=[^\\d]{close}{gap}第?{gap})\\d{1,4}){gap}号',
      matches: ['示科发〔2024〕 号', '示科发〔2024〕第号', '示科发〔2024〕XX号', '示科发〔 〕 号', '示科发〔20××〕×号'],
      rejects: ['示科发〔2024〕3号', '(甲)号', '第( )号'],
    },
    {
      id: 'label',
      pattern:
        '^[\\[(【]?(?:发文字号|发布文号|法规文号|文件编号|文件号|文{sp}号|字号|编号)(?:[\\])】]{sp}:?|{sp}:|\\t){sp}',
      matches: ['发文字号:示发〔2024〕1号', '文号:', '【文  号】示发〔2024〕1号'],
      rejects: ['项目编号:1', '字号变化'],
    },
    {
      id: 'numberHere',
      // A whole number at one place, as where lines were run together.
      pattern: '{gap}{code}{gap}{open}{gap}{year}{gap}{close}{gap}第?{gap}(?:{sequence}){gap}号',
      matches: ['示社科办通[2017]23号各单位'],
      rejects: ['〔2017〕23号', '第23号'],
    },
    {
      id: 'headed',
      needs: ['公告', '通告'],
      // A title that its announcement's number begins: 示例海关公告2024年第3号(关于…的公告)
      pattern:
        '^(?![^\\n]{0,40}关于[^\\n]{2,40}[公通]告{gap}(?:\\d{4}|第))[^。,;:!?《》()\\n]{2,40}?(?:公告|通告){gap}(?:{numYear}{gap}年{gap})?第{gap}(?:{sequence}){gap}号(?={gap}(?:\\(|\\n|$))',
      matches: ['示例海关公告2024年第3号(关于示例的公告)', '示例市公安局通告第5号'],
      rejects: ['关于废止示例公告2024年第3号的通知', '示例公告(2024年第3号)', '示例海关关于示例的通告2024年第6号'],
    },
    {
      id: 'opened',
      // What may stand before a number at the head of a line.
      pattern: '^[(【\\[]?{gap}$',
      matches: ['', '(', '【 '],
      rejects: ['根据', '示发('],
    },
    {
      id: 'orderCode',
      pattern: '令$',
      matches: ['示例部令'],
      rejects: ['示例部', '示例部令示例'],
    },
    {
      id: 'ordinal',
      pattern: '第',
      matches: ['第3号'],
      rejects: ['3号'],
    },
    {
      id: 'announcementEnd',
      pattern: '(?:公告|通告)$',
      matches: ['示例市通告'],
      rejects: ['示例公告栏'],
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
      matches: ['根据示科发', '示例省人民政府', '示12破管公告'],
      rejects: ['2024', '。'],
    },
    {
      id: 'spacedCode',
      // Letter-spaced: 示 科 发.
      pattern: '(?:^|(?<=[^\\p{L}\\p{N}]))(?<code>{han}(?: {1,2}{han}){1,11}) {0,4}$',
      matches: ['示 科 发', '根据 示 科 发 '],
      rejects: ['示科发', '示科 发'],
    },
    {
      id: 'leadDigits',
      // A code may begin with the number of a hot line: 12345热线办.
      pattern: '(?:^|(?<=[^\\p{L}\\p{N}.,年月日/-]))(?!(?:19|20)\\d\\d$)\\d{3,5}$',
      matches: ['12345', '根据《办法》110'],
      rejects: ['2024', '12', '第110', '512345'],
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
