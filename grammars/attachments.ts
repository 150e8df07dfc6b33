/** 附件说明 (GB/T 9704-2012, 7.3.4): 附件：1. … with titles that carry neither 《》 nor a final stop. */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

export default {
  name: 'attachments',
  parts: {
    ...parts,
    // Where a title ends and the next number stands without a gap: 示例表2.示例回执
    tail: '[表单书函执录案册图样件明稿]',
    next: '[2-9][.、](?=[\\u4e00-\\u9fff]{2}|(?:19|20)\\d{2}年)',
  },
  rules: [
    {
      id: 'item',
      // Numbered items, also several on one line.
      pattern:
        '(?:^|(?<=[ \\t;。]|\\.(?:docx?|xlsx?|pdf|zip|rar|wps))|(?<={tail})(?={next}))(?:附{sp}件{sp})?(?<number>\\d{1,2}|[一二三四五六七八九十]{1,3}){sp}[.、:]{sp}(?<title>[^;\\t ](?:(?! {1,8}(?:附{sp}件{sp})?\\d{1,2}{sp}[.、:](?:\\D|(?=(?:19|20)\\d{2}(?:年|-|届|级|学年)))|(?<=\\.(?:docx?|xlsx?|pdf|zip|rar|wps))\\d{1,2}[.、]|(?<={tail}){next})[^;\\t])*)'.replace(
          '[^;\\t])*',
          '[^;\\t]){0,150}',
        ),
      matches: [
        '1.示例备案表',
        '附件2:示例名单',
        '一、示例表',
        '1.示例名单.docx2.示例回执.xlsx',
        '附件1.示例表.doc 附件2.示例名单',
        '1.示例表2.示例回执',
        '1.示例信息表2.2016年示例申请表',
      ],
      rejects: ['示例备案表', '2024年示例', '示例表2.5万元'],
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
      id: 'bundle',
      // All annexes in one file, which is none of them: 附件1-3.zip
      pattern:
        '^附{sp}件{sp}[\\d一二三四五六七八九十]{1,2}{sp}(?:-|—|~|至|到|、|和|,){1,2}{sp}(?:附件)?[\\d一二三四五六七八九十]{1,2}(?:{sp}\\.[A-Za-z0-9]{2,4})?$',
      matches: ['附件1-3.zip', '附件1至附件4.rar', '附件一、二'],
      rejects: ['附件1.doc', '附件1-3汇总表.xls'],
    },
    {
      id: 'path',
      needs: ['/'],
      // Where the file lies, run together with what it is called: 示例目录清单/uploadFiles/2017/B_1.docx
      pattern: '/[A-Za-z][\\w-]{2,40}/[\\w./-]{4,160}$',
      matches: ['示例目录清单/uploadFiles/201704/B_2017.docx'],
      rejects: ['仪器设备/工程清单', '示例目录清单'],
    },
    {
      id: 'generic',
      // What a link says that names nothing.
      pattern:
        '^[\\[(【<]?{sp}(?:(?:请|点击|点此|单击|此处|这里|链接|下载|查看|浏览|打开|阅读|附{sp}件|文件|全文|原文|原件|文档|表格|正文|详情|列表){sp}){1,6}[\\])】>]?$|^联系(?:电话|电子邮箱|邮箱|方式|人|地址)$',
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
      needs: ['下载', '查看', '打开', 'B', 'b', 'K', 'M'],
      // What a site adds behind a name: 《示例表》点击下载, how often it was taken, how large it is
      pattern:
        '(?:{sp}\\((?:[^()]{0,30}(?:自行|网站|另行|登录))[^()]{0,12}下载[^()]{0,6}\\)?|{sp}[(\\[【]?{sp}(?:已?下载(?:次数|量)?{sp}:?{sp}\\d{1,6}{sp}次?|(?:大小{sp}:?{sp})?\\d{1,5}(?:\\.\\d{1,3})?{sp}(?:[KMkm][Bb]?|字节)){sp}[)\\]】]?|(?<=(?:》|\\.(?:docx?|xlsx?|pdf|zip|rar)){sp})(?:(?:请|点击|单击|点此|此处|在线|附件){1,3}{sp})?(?:下载|查看|打开)|{sp}(?:请|点击|单击|点此){1,2}{sp}(?:此处)?{sp}(?:下载|查看|打开)|{sp}[(\\[【](?:(?:请|点击|单击|点此|此处|在线|附件){1,3})?{sp}(?:下载|查看|打开)[)\\]】])$',
      matches: [
        '《示例报名表》点击下载',
        '示例通知(项目指南请在示例厅网站自行下载',
        '《示例表》下载',
        '示例表(点击下载)',
        '示例表【下载】',
        '示例表 点击查看',
        '示例表.doc 下载次数:12',
        '示例表.docx [24.5KB]',
        '示例表(已下载12次)',
      ],
      rejects: ['示例资料下载', '软件下载说明', '下载'],
    },
    {
      id: 'files',
      needs: ['.'],
      // Names of files run together.
      pattern: '[^;,、\\t.]{2,100}\\.(?:docx?|xlsx?|pdf|zip|rar|wps|pptx?|ofd)(?![A-Za-z])',
      matches: ['示例表.doc示例名单.xls', '示例表.doc'],
      rejects: ['示例表', 'a.docs'],
    },
    {
      id: 'fileLine',
      needs: ['.'],
      // A line that is nothing but a file's name, as is left of a site's list of links.
      pattern:
        '^(?:附{sp}件{sp})?(?:(?<number>\\d{1,2}){sp}[.、:]{sp})?(?=[^\\n]{0,60}{han}{2})(?<title>[^。,;:!?/\\n\\t]{2,80}\\.(?:docx?|xlsx?|pdf|zip|rar|wps|pptx?|ofd))(?:{sp}[(\\[【]?{sp}(?:已?下载|大小|\\d)[^\\n]{0,20})?$',
      matches: ['示例报名表.doc', '1.示例表.xlsx', '附件2:示例表.pdf', '示例表.doc (已下载12次)'],
      rejects: ['请将示例表.doc发至示例邮箱', 'www.example.doc', '报送材料:示例表.doc', '请填写,见示例表.doc'],
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
