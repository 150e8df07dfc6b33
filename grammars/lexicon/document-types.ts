/**
 * 文种: the fifteen kinds of the Regulation on the handling of official documents (2012, art. 8), then what sites publish
 * beside them. A longer word stands before the shorter one it ends with.
 */
export const documentTypes = [
  ['命令', 'order'],
  ['令', 'order'],
  ['决议', 'resolution'],
  ['决定书', 'decision'],
  ['决定', 'decision'],
  ['公报', 'communique'],
  ['公告', 'announcement'],
  ['通告', 'circular'],
  ['指导意见', 'opinion'],
  ['意见', 'opinion'],
  ['通知', 'notice'],
  ['通报', 'bulletin'],
  ['报告', 'report'],
  ['请示', 'request'],
  ['批复', 'approval'],
  ['议案', 'motion'],
  ['复函', 'letter'],
  ['函', 'letter'],
  ['纪要', 'minutes'],
  ['公示', 'publicity'],
  ['预告', 'advance-notice'],
  ['方案', 'scheme'],
  ['办法', 'measures'],
  ['规定', 'provisions'],
  ['规则', 'rules'],
  ['细则', 'detailed-rules'],
  ['条例', 'regulations'],
  ['计划', 'plan'],
  ['规划', 'programme'],
  ['纲要', 'outline'],
  ['预案', 'emergency-plan'],
  ['指南', 'guide'],
  ['答复', 'response'],
  ['启事', 'public-notice'],
  ['简章', 'prospectus'],
  ['要点', 'work-points'],
  ['倡议书', 'appeal'],
  ['声明', 'statement'],
  ['章程', 'charter'],
  ['通知书', 'notice'],
] as const satisfies readonly (readonly [string, string])[]

/** The word given as 文种 where the printed one is a compound of it. */
export const typeAlias: Readonly<Record<string, string>> = { 指导意见: '意见', 复函: '函', 通知书: '通知' }
