/** 引用文件: which documents a notice names, and what it says that it does with each. */
import { describe, expect, it } from 'vitest'
import { type Citation, parseNotice } from '../src/index.js'

const HEAD = '各县（市、区）科技局：'
const FOOT = '示例市科学技术局\n2024年5月6日\n'

const notice = (body: string, title = '示例市科学技术局关于做好示例工作的通知') =>
  parseNotice(`${title}\n\n${HEAD}\n\n　　${body.replaceAll('\n', '\n　　')}\n\n${FOOT}`)
const citationsOf = (body: string, title?: string) => notice(body, title).citations
const name = (c: Citation) => c.title?.text ?? c.documentNumber?.text
/** `relation name` of each. */
const relations = (body: string, title?: string) =>
  citationsOf(body, title).map((c) => `${c.relation ?? '-'} ${name(c)}`)

describe('relation: what the words before a document say', () => {
  it.each([
    ['根据《示例条例》，现将有关事项通知如下。', ['basis 示例条例']],
    ['依据《示例条例》第三条制定本办法。', ['basis 示例条例']],
    ['按照示例省科技厅《关于做好示例工作的通知》要求办理。', ['basis 关于做好示例工作的通知']],
    ['根据国务院印发的《示例规划》要求，现通知如下。', ['basis 示例规划']],
    [
      '根据《示例法》、《示例条例》和省政府《示例办法》，现通知如下。',
      ['basis 示例法', 'basis 示例条例', 'basis 示例办法'],
    ],
    ['根据示科发〔2024〕3号文件，现通知如下。', ['basis 示科发〔2024〕3号']],
    ['为贯彻落实《示例纲要》，现通知如下。', ['implements 示例纲要']],
    ['为落实《甲示例方案》，根据《乙示例办法》，现通知如下。', ['implements 甲示例方案', 'basis 乙示例办法']],
    ['做好《示例纲要》的贯彻落实工作。', ['implements 示例纲要']],
    ['经研究，决定废止《示例办法》。', ['repeals 示例办法']],
    ['本标准代替《示例规程》。', ['- 示例规程']],
    ['符合《示例标准》的单位可以申报。', ['- 示例标准']],
    ['2015年，国务院印发《示例意见》。', ['- 示例意见']],
    ['省厅已经废止《示例意见》。', ['- 示例意见']],
  ])('%s', (body, expected) => {
    expect(relations(body)).toEqual(expected)
  })
})

describe('relation: what the words behind a document say', () => {
  it.each([
    ['现将《示例方案》印发给你们，请认真执行。', ['issues 示例方案']],
    ['《示例方案》已经市政府同意，现印发给你们。', ['issues 示例方案']],
    ['现将《关于做好示例工作的通知》（示科发〔2024〕3号）转发给你们。', ['forwards 关于做好示例工作的通知']],
    ['省厅《关于示例工作的意见》已经同意，现转发给你们。', ['forwards 关于示例工作的意见']],
    ['本办法自印发之日起施行，《示例暂行办法》（示科发〔2014〕3号）同时废止。', ['repeals 示例暂行办法']],
    [
      '《甲示例办法》（示科发〔2014〕3号）、《乙示例办法》自2024年6月1日起停止执行。',
      ['repeals 甲示例办法', 'repeals 乙示例办法'],
    ],
    ['示科发〔2014〕3号同时废止。', ['repeals 示科发〔2014〕3号']],
    ['《示例暂行办法》已于2015年废止。', ['- 示例暂行办法']],
    ['将《示例办法》第十二条修改为：“可以申报”。', ['amends 示例办法']],
    ['对《示例办法》作如下修改：', ['amends 示例办法']],
    ['你局《关于示例事项的请示》（示科〔2024〕7号）收悉。', ['replies 关于示例事项的请示']],
    ['现对《示例名单公告》更正如下：', ['corrects 示例名单公告']],
    ['《示例规程》由本规程代替。', ['supersedes 示例规程']],
    ['根据《甲示例条例》规定，《乙示例办法》同时废止。', ['basis 甲示例条例', 'repeals 乙示例办法']],
  ])('%s', (body, expected) => {
    expect(relations(body)).toEqual(expected)
  })
})

describe("relation: what the notice's own title says", () => {
  const BODY = '现将有关事项通知如下。'
  it.each([
    ['示例市科学技术局关于转发《示例省示例办法》的通知', 'forwards 示例省示例办法'],
    ['示例市科学技术局关于印发《示例市示例方案》的通知', 'issues 示例市示例方案'],
    ['示例市科学技术局关于废止《示例市示例办法》的通知', 'repeals 示例市示例办法'],
    ['示例市人民政府关于修改《示例市示例办法》的决定', 'amends 示例市示例办法'],
    ['示例市科学技术局对《关于示例事项的请示》的批复', 'replies 关于示例事项的请示'],
    ['示例市科学技术局关于《示例名单公告》的更正公告', 'corrects 示例名单公告'],
    ['示例市科学技术局关于贯彻实施《示例省示例条例》的通知', 'implements 示例省示例条例'],
  ])('%s', (title, expected) => {
    expect(relations(BODY, title)).toEqual([expected])
  })

  it('a draft that is only asked about is no citation', () => {
    expect(citationsOf(BODY, '示例市科学技术局关于《示例办法（征求意见稿）》公开征求意见的公告')).toEqual([])
  })

  it('without 《》, with the issuer and the number from the text', () => {
    const title = '示例市科学技术局转发示例省科学技术厅关于做好示例申报工作的通知'
    const [alone] = citationsOf(BODY, title)
    expect(alone).toMatchObject({
      title: { text: '关于做好示例申报工作的通知' },
      issuer: { text: '示例省科学技术厅' },
      relation: 'forwards',
    })
    const both = citationsOf(
      '现将《示例省科学技术厅关于做好示例申报工作的通知》（示科发〔2024〕9号）转发给你们。',
      title,
    )
    expect(both).toHaveLength(1)
    expect(both[0]).toMatchObject({ documentNumber: { text: '示科发〔2024〕9号' }, relation: 'forwards' })
    expect(both[0]!.mentions).toHaveLength(1)
  })

  it('joins the title with the number that the text gives', () => {
    const [citation, ...rest] = citationsOf(
      '现将《示例省示例办法》（示科规〔2024〕2号）转发给你们。',
      '示例市科学技术局关于转发《示例省示例办法》的通知',
    )
    expect(rest).toEqual([])
    expect(citation).toMatchObject({
      title: { text: '示例省示例办法' },
      documentNumber: { text: '示科规〔2024〕2号' },
      relation: 'forwards',
    })
  })
})

describe('what else is said of a document', () => {
  it('its short name and all further places that mean it', () => {
    const body =
      '根据《示例省示例专项资金管理暂行规定》（示财规〔2023〕4号，以下简称《规定》）办理。\n《规定》第八条所列单位不得申报。上述规定以外的，按照《示例省示例专项资金管理暂行规定》执行；示财规〔2023〕4号另有说明的，按“4号文”办理。'
    const { citations, source } = notice(body)
    expect(citations).toHaveLength(1)
    const [citation] = citations
    expect(citation).toMatchObject({
      title: { text: '示例省示例专项资金管理暂行规定' },
      shortName: { text: '规定' },
      articles: [{ text: '第八条' }],
    })
    expect(citation!.mentions!.map((m) => source.text.slice(m.start, m.end))).toEqual([
      '规定',
      '示例省示例专项资金管理暂行规定',
      '示财规〔2023〕4号',
      '4号文',
    ])
    expect(citation!.shortName!.span.start).not.toBe(citation!.mentions![0]!.start)
  })

  it.each([
    ['根据《甲》（以下简称“方案”）办理，按照“方案”执行。', '方案'],
    ['根据《示例省示例工作方案》（以下简称方案）办理。', '方案'],
    ['根据《示例省示例工作方案》（下称《方案》）办理。', '方案'],
  ])('%s', (body, short) => {
    expect(citationsOf(body.replace('《甲》', '《示例省示例工作方案》'))[0]?.shortName?.text).toBe(short)
  })

  it('上述通知 is the one named last of that kind', () => {
    const { citations, source } = notice(
      '根据《甲示例通知》和《乙示例办法》，现通知如下。\n各单位按照上述通知办理，该办法另有规定的除外。特此通知。',
    )
    const said = citations.map((c) => c.mentions?.map((m) => source.text.slice(m.start, m.end)))
    expect(said).toEqual([['上述通知'], ['该办法']])
    const near = notice('根据《乙示例办法》办理，该办法第二条除外。')
    expect(near.citations[0]).toMatchObject({ articles: [{ text: '第二条' }] })
  })

  it.each([
    [
      '按照示例省科技厅《关于做好示例的通知》办理。自本通知印发之日起，上述通知同时废止。',
      ['repeals 关于做好示例的通知'],
    ],
    ['根据《示例管理办法》（以下简称《办法》）办理。\n对《办法》作如下修改：\n删去第三条。', ['amends 示例管理办法']],
    ['根据《示例管理办法》（以下简称《办法》）办理。\n《办法》已废止的条款除外。', ['basis 示例管理办法']],
    ['根据《示例管理办法》办理。各单位按照上述办法报送材料。', ['basis 示例管理办法']],
  ])('a mention tells what the document loses: %s', (body, expected) => {
    expect(relations(body)).toEqual(expected)
  })

  it('a number means the document that has it', () => {
    const { citations } = notice(
      '根据《示例省示例办法》（示科发〔2024〕3号）办理。\n示科发[2024]第03号另有规定的从其规定，3号文件没有规定的除外。',
    )
    expect(citations).toHaveLength(1)
    expect(citations[0]!.mentions).toHaveLength(2)
  })

  it.each([
    ['根据《示例法》第十二条、第十三条第二款的规定办理。', ['第十二条', '第十三条第二款']],
    ['根据《示例法》第12条第（三）项办理。', ['第12条第（三）项']],
    ['根据《示例法》（示发〔2024〕3号）第二章第五条至第八条办理。', ['第五条', '第八条']],
    ['根据《示例法》第五条之一和第二款办理。', ['第五条之一', '第二款']],
    ['根据《示例法》和第五条办理。', undefined],
  ])('articles: %s', (body, expected) => {
    expect(citationsOf(body)[0]!.articles?.map((a) => a.text)).toEqual(expected)
  })

  it.each([
    ['根据示例省科学技术厅《关于做好示例工作的通知》办理。', '示例省科学技术厅'],
    ['按照省科技厅、省财政厅《关于做好示例工作的通知》办理。', '省科技厅、省财政厅'],
    ['根据《示例法》和国务院办公厅《示例方案》办理。', undefined],
    ['你局《关于做好示例工作的请示》收悉。', undefined],
    ['根据财政部和我局《关于做好示例工作的通知》办理。', undefined],
    ['严格执行《关于做好示例工作的通知》。', undefined],
  ])('issuer: %s', (body, expected) => {
    expect(citationsOf(body)[0]!.issuer?.text).toBe(expected)
  })

  it('leaves out what is not said', () => {
    expect(Object.keys(citationsOf('符合《示例标准》的单位可以申报。')[0]!)).toEqual([
      'title',
      'documentNumber',
      'span',
    ])
  })
})

describe('lists of documents', () => {
  const TITLE = '示例市人民政府关于废止和修改部分行政规范性文件的决定'

  it('below the line that says what becomes of them', () => {
    expect(
      relations(
        '根据《示例省示例办法》，决定废止下列文件：\n一、《甲示例办法》（示政发〔2010〕3号）\n二、关于加强示例管理的通知（示政办发〔2011〕4号）\n三、示例市示例规定\n本决定自公布之日起施行，《示例标准》继续有效。',
        TITLE,
      ),
    ).toEqual([
      'basis 示例省示例办法',
      'repeals 甲示例办法',
      'repeals 关于加强示例管理的通知',
      'repeals 示例市示例规定',
      '- 示例标准',
    ])
  })

  it('each under its own heading', () => {
    expect(
      relations(
        '现决定如下。\n一、决定废止的文件（1件）\n1.《甲示例办法》（示政发〔2010〕3号）\n二、决定修改的文件（1件）\n1.将《乙示例办法》中的“《示例标准》”修改为“《示例规范》”',
        TITLE,
      ),
    ).toEqual(['repeals 甲示例办法', 'amends 乙示例办法', '- 示例标准', '- 示例规范'])
  })

  it('in an annex, row by row', () => {
    const { citations } = parseNotice(
      `${TITLE}\n\n各县（市、区）人民政府：\n\n　　现将附件所列文件予以废止，请遵照执行。\n\n　　附件：废止的行政规范性文件目录\n\n示例市人民政府\n2024年5月6日\n\n附件\n\n废止的行政规范性文件目录\n\n序号\t文件名称\t文号\n1\t示例市人民政府关于加强示例管理的通知\t示政发〔2010〕3号\n2\t示例市示例管理办法\t示政发〔2011〕4号\n`,
    )
    expect(citations.map((c) => [c.relation, c.title?.text, c.documentNumber?.text])).toEqual([
      ['repeals', '示例市人民政府关于加强示例管理的通知', '示政发〔2010〕3号'],
      ['repeals', '示例市示例管理办法', '示政发〔2011〕4号'],
    ])
  })

  it('is none where the documents stay in force', () => {
    const { citations } = parseNotice(
      `示例市人民政府关于公布规范性文件清理结果的通知\n\n各县（市、区）人民政府：\n\n　　现公布清理结果。\n\n　　附件：继续有效的规范性文件目录\n\n示例市人民政府\n2024年5月6日\n\n附件\n\n继续有效的规范性文件目录\n\n序号\t文件名称\t文号\n1\t关于加强示例管理的通知\t示政发〔2010〕3号\n`,
    )
    expect(citations.map((c) => c.relation)).toEqual([undefined])
  })
})

it('costs no more than its length: a text of nothing but names', () => {
  const body = '根据《示例办法》（以下简称《办法》）第一条、第二条，上述办法和3号文、示发〔2024〕3号、'.repeat(400)
  const [citation] = citationsOf(body)
  expect(citation!.mentions!.length).toBeGreaterThan(400)
  expect(citation!.articles).toHaveLength(2)
})

describe('numbers that are printed within 》, and what is no document', () => {
  const cited = (text: string) =>
    parseNotice(`关于做好示例工作的通知\n\n各单位:\n${text}\n示例市示例局\n2024年5月6日\n`).citations.map((c) => [
      c.title?.text ?? null,
      c.documentNumber?.text ?? null,
    ])

  it('one document, with the bracket as its number, however often it is named', () => {
    expect(
      cited(
        '根据《示例大学评优办法(示大学〔2020〕14号)》和《示例大学奖励规定【示大发〔2019〕3号】》,现就有关事项通知如下。按照《示例大学评优办法》(示大学〔2020〕14号)执行,《示例大学奖励规定》同时适用。',
      ),
    ).toEqual([
      ['示例大学评优办法', '示大学〔2020〕14号'],
      ['示例大学奖励规定', '示大发〔2019〕3号'],
    ])
  })

  it('standards of any trade', () => {
    expect(cited('检测应符合RB/T 214-2017、JJF 1001-2011、LB/T 054-2016和《示例规范》(SL/Z 322-2013)的规定。')).toEqual(
      expect.arrayContaining([
        [null, 'RB/T 214-2017'],
        [null, 'JJF 1001-2011'],
        [null, 'LB/T 054-2016'],
        ['示例规范', 'SL/Z 322-2013'],
      ]),
    )
  })

  it('parcels of land are none', () => {
    expect(
      cited('示政储出〔2024〕14号、示土网挂〔2024〕3号、示工出〔2024〕8号地块按示自然资发〔2023〕5号文件出让。'),
    ).toEqual([[null, '示自然资发〔2023〕5号']])
  })
})

describe('what is no document, and numbers of one character', () => {
  it('the sites, accounts and papers on which a notice is published are none', () => {
    expect(
      citationsOf(
        '根据《示例办法》，本公告在《示例采购与招标网》、《示例省公共资源交易平台》和《示例日报》上发布，也可关注《示例课堂》微信公众号。',
      ).map(name),
    ).toEqual(['示例办法'])
  })

  it('numbers of the Supreme Court are read, with a space before 号 too', () => {
    const [titled, bare] = citationsOf(
      '根据《关于联合惩戒的通知》（法〔2015〕112 号）和根据法〔2013〕42号，现通知如下。',
    )
    expect([titled?.documentNumber?.text, bare?.documentNumber?.text]).toEqual(['法〔2015〕112号', '法〔2013〕42号'])
  })
})
