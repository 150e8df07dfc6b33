/** Numerals of automatic numbering (ECMA-376, 17.18.59 ST_NumberFormat), as Word prints them. */

const HAN = '〇一二三四五六七八九'
const FORMAL = '零壹贰叁肆伍陆柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const ENCLOSED = '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'

/** The number in a format; an unknown format gives decimal digits. */
export function formatNumber(n: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'decimalZero':
      return n < 10 ? `0${n}` : String(n)
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(n)
    case 'decimalEnclosedParen':
      return n >= 1 && n <= 20 ? String.fromCharCode(0x2473 + n) : `(${n})`
    case 'decimalEnclosedFullstop':
      return n >= 1 && n <= 20 ? String.fromCharCode(0x2487 + n) : `${n}.`
    case 'numberInDash':
      return `- ${n} -`
    case 'upperRoman':
      return roman(n)
    case 'lowerRoman':
      return roman(n).toLowerCase()
    case 'upperLetter':
      return letters(n)
    case 'lowerLetter':
      return letters(n).toLowerCase()
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'koreanCounting':
      return counting(n, HAN, '十百千')
    case 'chineseLegalSimplified':
      return counting(n, FORMAL, '拾佰仟')
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return String(n).replace(/\d/g, (d) => HAN[Number(d)]!)
    case 'ideographTraditional':
      return n >= 1 && n <= 10 ? STEMS[n - 1]! : String(n)
    case 'ideographZodiac':
      return n >= 1 && n <= 12 ? BRANCHES[n - 1]! : String(n)
    case 'ideographEnclosedCircle':
      return n >= 1 && n <= 10 ? ENCLOSED[n - 1]! : String(n)
    default:
      return String(n)
  }
}

function circled(n: number): string {
  if (n >= 1 && n <= 20) return String.fromCharCode(0x245f + n)
  if (n >= 21 && n <= 35) return String.fromCharCode(0x3251 + n - 21)
  if (n >= 36 && n <= 50) return String.fromCharCode(0x32b1 + n - 36)
  return String(n)
}

/** 十一, 一百〇五; the formal numerals keep 壹拾. */
function counting(n: number, digits: string, units: string): string {
  if (n <= 0 || n > 9999) return n === 0 ? digits[0]! : String(n)
  let out = ''
  let zero = false
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(n / 10 ** power) % 10
    if (digit === 0) {
      zero = out !== ''
      continue
    }
    if (zero) out += digits[0]
    zero = false
    out += digits[digit]! + (power ? units[power - 1]! : '')
  }
  return digits === HAN && n >= 10 && n < 20 ? out.slice(1) : out
}

function roman(n: number): string {
  if (n <= 0 || n > 3999) return String(n)
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let out = ''
  let rest = n
  for (const [value, sign] of steps)
    while (rest >= value) {
      out += sign
      rest -= value
    }
  return out
}

/** A … Z, AA, BB …: Word repeats the letter. */
function letters(n: number): string {
  if (n <= 0 || n > 780) return String(n)
  return String.fromCharCode(0x41 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
}
