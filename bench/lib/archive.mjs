/**
 * An archive of composed notices: templates × names × noise, as many as asked for, the same from the same seed. Every notice
 * differs (its document number counts), so that nothing can be left out or repeated unseen.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'

/** mulberry32: numbers below `limit`, from 32 bits of state. */
function numbers(seed) {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % limit
  }
}

const CITIES = ['青屿市', '云溪市', '望江区', '松岚县', '白鹭市', '石桥县', '临川湾市', '澄湖区']
const BUREAUS = [
  ['教育局', '教'],
  ['科学技术局', '科'],
  ['农业农村局', '农'],
  ['应急管理局', '应急'],
  ['文化和旅游局', '文旅'],
  ['人力资源和社会保障局', '人社'],
  ['住房和城乡建设局', '建'],
]
const TOPICS = [
  '校园安全检查',
  '科技项目申报',
  '春耕生产',
  '防汛值守',
  '非遗展演',
  '职业技能培训',
  '老旧小区改造',
  '数据统计报送',
]
const ACTS = ['报送工作方案', '提交申报材料', '将自查报告报送至局办公室', '完成网上填报', '反馈书面意见']
const NAMES = ['苗青禾', '林晓雨', '周示例', '沈一舟', '陆知秋', '唐思远']
const PARAGRAPHS = [
  '各单位要高度重视，加强组织领导，明确责任分工，细化工作措施，确保各项任务落到实处。',
  '要坚持问题导向，对照清单逐项排查，建立台账，限期整改，做到不留死角、不留盲区。',
  '要加强宣传引导，充分利用各类媒体，营造良好氛围，及时总结推广好经验、好做法。',
  '对工作推进不力、弄虚作假的，将予以通报，并依照有关规定追究责任。',
  '所需经费按照现行渠道解决，任何单位和个人不得以任何名义向基层摊派。',
]

/** What a notice says, before it is set in a carrier: lines without line ends. */
function compose(n, pick) {
  const city = CITIES[pick(CITIES.length)]
  const [bureau, code] = BUREAUS[pick(BUREAUS.length)]
  const topic = TOPICS[pick(TOPICS.length)]
  const year = 2015 + pick(10)
  const month = 1 + pick(11)
  const day = 1 + pick(28)
  const phone = `0100-555${String(pick(10_000)).padStart(4, '0')}`
  const body = Array.from(
    { length: 2 + pick(8) },
    (_, i) => `${'一二三四五六七八九十'[i]}、${PARAGRAPHS[pick(5)]}${PARAGRAPHS[pick(5)]}`,
  )
  return {
    masthead: `${city}${bureau}文件`,
    number: `${city[0]}${code}〔${year}〕${n + 1}号`,
    title: `${city}${bureau}关于做好${year}年${topic}工作的通知`,
    lines: [
      '各有关单位：',
      `为做好${year}年${topic}工作，根据《${city}${topic}管理办法》（${city[0]}${code}〔${year - 1}〕${1 + pick(300)}号），现将有关事项通知如下。`,
      ...body,
      `请各单位于${month + 1}月${1 + pick(28)}日前${ACTS[pick(ACTS.length)]}，逾期不予受理。`,
      `联系人：${NAMES[pick(NAMES.length)]}　联系电话：${phone}　电子邮箱：office${pick(900)}@example.gov.cn`,
      ...(pick(3) ? [] : [`附件：1.${topic}申报表`, `2.${topic}汇总表`]),
    ],
    signature: `${city}${bureau}`,
    day: `${year}年${month}月${day}日`,
  }
}

const wide = (text) => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
const wrapped = (text, columns) => text.match(new RegExp(`.{1,${columns}}`, 'gsu')).join('\n')

/** What copying and scanning do to plain text. */
const NOISE = [
  (text) => text,
  (text) => wide(text),
  (text) =>
    text
      .split('\n')
      .map((line) => (line.length > 32 ? wrapped(line, 32) : line))
      .join('\n'),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('，', ' ，').replaceAll('\n', '\n\n'),
  (text) => `首页 > 政务公开 > 通知公告\n${text}\n- 1 -\n`,
]

function plain({ masthead, number, title, lines, signature, day }) {
  return [
    masthead,
    '',
    number,
    '',
    title,
    '',
    ...lines.map((line) => (line.endsWith('：') ? line : `　　${line}`)),
    '',
    signature,
    day,
    '',
  ].join('\n')
}

function page({ number, title, lines, signature, day }, pick) {
  const menu = Array.from({ length: 10 + pick(30) }, (_, i) => `<li><a href="/col${i}/">栏目${i}</a></li>`).join('\n')
  const text = lines.map((line) => `<p style="text-indent:2em">${line}</p>`).join('\n')
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${title}</title><script>var a=${pick(1000)};</script></head>
<body><ul class="nav">\n${menu}\n</ul><div class="TRS_Editor"><h1>${title}</h1><p style="text-align:center">${number}</p>\n${text}
<p style="text-align:right">${signature}</p><p style="text-align:right">${day}</p></div><div class="footer">版权所有</div></body></html>\n`
}

const markdown = ({ number, title, lines, signature, day }) =>
  `# ${title}\n\n${number}\n\n${lines.join('\n\n')}\n\n${signature}\n\n${day}\n`

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const zipped = (document) =>
  zipSync(
    {
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': document,
    },
    { mtime: new Date(2024, 0, 1) },
  )

function docx(notice) {
  const paragraphs = plain(notice)
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`)
  return zipped(strToU8(`<w:document ${W}><w:body>${paragraphs.join('')}</w:body></w:document>`))
}

let packed
/** 80 MB of nothing in 0.08 MB, packed once. */
function bomb() {
  packed ??= zipped(new Uint8Array(80_000_000))
  return packed
}

/** Inputs that cannot be read, each in its own way. The marks are for `poison.mjs`. */
const POISON = [
  ['broken.pdf', (n) => `%PDF-1.7\n${n}\n1 0 obj\n<< /Type /Catalog`],
  ['bomb.docx', (n) => Buffer.concat([bomb(), strToU8(String(n))])],
  ['endless.txt', (n) => `关于停水的通知\n\n各用户：\n\n[[endless]] ${n}\n`],
  ['dies.txt', (n) => `关于停水的通知\n\n各用户：\n\n[[dies]] ${n}\n`],
]
/** Broken files are common, endless ones rare: each costs the whole of its time. */
const SHARES = [0, 0, 0, 0, 1, 1, 1, 1, 2, 3]

/** The `n`th notice: its name and what is in the file. */
function noticeFile(n, { seed = 1, poison = 0 } = {}) {
  const pick = numbers(seed * 1_000_003 + n)
  if (pick(10_000) < poison * 10_000) {
    const [kind, make] = POISON[SHARES[pick(10)]]
    return { name: `n${n}-${kind}`, content: make(n), poisoned: true }
  }
  const notice = compose(n, pick)
  const kind = pick(100)
  if (kind < 60) return { name: `n${n}.txt`, content: NOISE[pick(NOISE.length)](plain(notice)) }
  if (kind < 92) return { name: `n${n}.html`, content: page(notice, pick) }
  if (kind < 97) return { name: `n${n}.md`, content: markdown(notice) }
  return { name: `n${n}.docx`, content: docx(notice) }
}

/** Writes the first `count` notices, a thousand to a folder; gives how many are poisoned, and the bytes. */
export function writeArchive(folder, count, options) {
  let poisoned = 0
  let bytes = 0
  for (let n = 0; n < count; n++) {
    const below = join(folder, String(Math.floor(n / 1000)).padStart(4, '0'))
    if (n % 1000 === 0) mkdirSync(below, { recursive: true })
    const file = noticeFile(n, options)
    if (file.poisoned) poisoned++
    bytes += Buffer.byteLength(file.content)
    writeFileSync(join(below, file.name), file.content)
  }
  return { poisoned, bytes }
}
