/**
 * Parts that several grammars share. They describe folded text (see `src/read/normalize.ts`): digits, letters and
 * punctuation are half-width there, except 、 。 《 》 〔 〕 “ ” — and Han.
 */
export const parts = {
  han: '[\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff〇\\u{20000}-\\u{2fa1f}]',
  digit: '[0-9]',
  zhDigit: '[〇零一二三四五六七八九]',
  year: '(?:19|20)\\d{2}(?!\\d)|[一二][九〇零?][〇零一二三四五六七八九?]{2}',
  month: '1[0-2](?!\\d)|0?[1-9](?!\\d)|十[一二]?|[元一二三四五六七八九]',
  // Of an hour, as figures or in words: 30, 三十, 零五.
  minute: '[0-5]?\\d|[二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九]',
  // Of a day, before an hour.
  half: '上午|中午|下午|晚[上间]?|夜[间里晚]|深夜|凌晨|清晨|早[上晨间]?|傍晚|午[夜间后]',
  day: '3[01](?!\\d)|[12]\\d(?!\\d)|0?[1-9](?!\\d)|三十一?|[二廿]十?[一二三四五六七八九]|二十|廿|卅一?|一?十[一二三四五六七八九]?|[一二三四五六七八九]',
  // The labels of the summary on pages of public procurement, which stand there without colons.
  summaryLabel:
    '采购项目名称|品目|(?<!项目)采购单位(?:地址|联系方式)?|行政区域|公告时间|(?:获取|发售)(?:采购|招标|磋商|谈判)文件(?:的)?(?:时间|地点)|(?:采购|招标|磋商|谈判)文件(?:的)?(?:获取|发售)?(?:地点|售价)|(?:响应|投标)文件(?:递交|开启)(?:时间|地点)|开标(?:时间|地点)|预算金额(?=￥)|联系人及联系方式|项目联系(?:人|电话)|代理机构(?:名称|地址|联系方式)|项目概况',
  sp: '[ \\t]{0,8}',
} as const
