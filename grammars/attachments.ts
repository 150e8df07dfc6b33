/** 附件说明 (GB/T 9704-2012, 7.3.4): 附件：1. … with titles that carry neither 《》 nor a final stop. */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

export default {
  name: 'attachments',
  parts,
  rules: [
    {
      id: 'item',
      // Numbered items, also several on one line.
      pattern:
        '(?:^|(?<=[ \\t;。]|\\.(?:docx?|xlsx?|pdf|zip|rar|wps)))(?:附{sp}件{sp})?(?<number>\\d{1,2}|[一二三四五六七八九十]{1,3}){sp}[.、:]{sp}(?<title>[^;\\t ](?:(?! {1,8}\\d{1,2}{sp}[.、]\\D|(?<=\\.(?:docx?|xlsx?|pdf|zip|rar|wps))\\d{1,2}[.、])[^;\\t])*)'.replace(
          '[^;\\t])*',
          '[^;\\t]){0,150}',
        ),
      matches: ['1.示例备案表', '附件2:示例名单', '一、示例表', '1.示例名单.docx2.示例回执.xlsx'],
      rejects: ['示例备案表', '2024年示例'],
    },
    {
      id: 'spaced',
      pattern: '^(?:附{sp}件{sp})?(?<number>\\d{1,2}){sp}[.、:-]?{sp}(?<title>[^\\n]{2,150})$',
      matches: ['3 示例表', '附件1 示例回执'],
      rejects: ['示例表', '示例3 示例表', '3 示例\n'],
    },
    {
      id: 'extension',
      pattern:
        '{sp}\\.(?:docx?|xlsx?|pdf|zip|rar|7z|wps|et|pptx?|ppsx?|jpe?g|png|tiff?|ofd|ceb|csv|rtf|DOCX?|XLSX?|PDF|ZIP|RAR|WPS|ET|PPTX?|JPE?G|PNG|OFD)$',
      matches: ['示例表.doc', '示例.xlsx', '示例.PDF'],
      rejects: ['示例表', 'a@example.net'],
    },
    {
      id: 'generic',
      // What a link says that names nothing.
      pattern:
        '^[\\[(【<]?{sp}(?:(?:请|点击|点此|单击|此处|这里|链接|下载|查看|浏览|打开|阅读|附{sp}件|文件|全文|原文|原件|文档|表格|正文|详情|列表){sp}){1,6}[\\])】>]?$',
      matches: ['下载', '点击下载', '【附件下载】', '附件', '点击此处查看', '(请点击下载附件)'],
      rejects: ['附件1', '示例表', '下载说明', '示例文件'],
    },
    {
      id: 'mark',
      // What stands before an attachment's name.
      pattern:
        '^[\\[(【<]?{sp}附{sp}(?:[件表图]|(?=:)){sp}(?<number>\\d{1,2}|[一二三四五六七八九十]{1,3})?{sp}[\\])】>]?{sp}[.、:-]?{sp}|^[\\[(【<]?{sp}(?<item>\\d{1,2}|[一二三四五六七八九十]{1,3}){sp}[.、:]{sp}',
      matches: ['附件1:', '附件2.示例表', '1.示例表', '附:示例表', '附件二、', '【附件】示例表'],
      rejects: ['附属医院名单', '2024年示例表', '示例表'],
    },
    {
      id: 'suffix',
      // All that stands behind the mark of 附件1.doc.
      pattern: '^(?:docx?|xlsx?|pdf|zip|rar|7z|wps|et|pptx?|jpe?g|png|ofd)$',
      matches: ['doc', 'xlsx'],
      rejects: ['doc说明', '示例.doc'],
    },
    {
      id: 'sentence',
      pattern: '[。;,]',
      matches: ['请按规定报送,逾期不予受理'],
      rejects: ['示例表:点击下载'],
    },
    {
      id: 'lead',
      // What stands between a name and the link behind it.
      pattern: '[\\s(\\[【<:,-]{1,8}$',
      matches: ['示例表(', '示例表: '],
      rejects: ['示例表', '示例表(示例'],
    },
    {
      id: 'linkWords',
      needs: ['下载', '查看', '打开'],
      // What a site adds behind a name: 《示例表》点击下载
      pattern:
        '(?:(?<=(?:》|\\.(?:docx?|xlsx?|pdf|zip|rar)){sp})(?:(?:请|点击|单击|点此|此处|在线|附件){1,3}{sp})?(?:下载|查看|打开)|{sp}(?:请|点击|单击|点此){1,2}{sp}(?:此处)?{sp}(?:下载|查看|打开)|{sp}[(\\[【](?:(?:请|点击|单击|点此|此处|在线|附件){1,3})?{sp}(?:下载|查看|打开)[)\\]】])$',
      matches: ['《示例报名表》点击下载', '《示例表》下载', '示例表(点击下载)', '示例表【下载】', '示例表 点击查看'],
      rejects: ['示例资料下载', '软件下载说明', '下载'],
    },
    {
      id: 'wrapping',
      pattern: '^《(?<title>[^《》]{1,200})》$',
      matches: ['《示例表》'],
      rejects: ['《示例》的通知', '示例《示例表》'],
    },
    {
      id: 'ending',
      pattern: '[。;,.、\\s]{1,4}$',
      matches: ['示例表。', '示例表;'],
      rejects: ['示例表'],
    },
  ],
} as const satisfies Grammar
