/**
 * Writes src/knowledge/working-days.data.ts from the package chinese-days (MIT, © Yawei Sun), which follows the yearly
 * arrangement of the General Office of the State Council (国务院办公厅关于部分节假日安排的通知):
 *   node scripts/write-working-days.mjs
 * Run it again when the arrangement of another year is out and the package holds it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)

const isWeekend = (iso) => new Date(`${iso}T00:00:00Z`).getUTCDay() % 6 === 0

/** `MM-DD` keys of a year in which a day is not what its weekday says, as the table holds them. */
export function arrangement() {
  const { holidays, workdays } = JSON.parse(
    readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
  )
  const years = {}
  const add = (iso, kind) => {
    years[iso.slice(0, 4)] ??= { off: [], worked: [] }
    years[iso.slice(0, 4)][kind].push(iso.slice(5, 7) + iso.slice(8))
  }
  for (const iso of Object.keys(holidays).sort()) if (!isWeekend(iso)) add(iso, 'off')
  for (const iso of Object.keys(workdays).sort()) if (isWeekend(iso)) add(iso, 'worked')
  return Object.fromEntries(
    Object.entries(years).map(([year, { off, worked }]) => [year, { off: off.join(' '), worked: worked.join(' ') }]),
  )
}

function write() {
  const { version } = JSON.parse(readFileSync(require.resolve('chinese-days/package.json'), 'utf8'))
  const lines = Object.entries(arrangement()).map(
    ([year, { off, worked }]) => `  ${year}: {\n    off: '${off}',\n    worked: '${worked}',\n  },`,
  )
  const file = new URL('../src/knowledge/working-days.data.ts', import.meta.url)
  writeFileSync(
    file,
    `/**
 * 国务院办公厅关于部分节假日安排的通知, year by year: weekdays that are off, weekend days that are worked (调休), as MMDD.
 * Written by scripts/write-working-days.mjs from chinese-days ${version} (MIT, © Yawei Sun).
 */
export const ARRANGEMENT: Readonly<Record<number, { readonly off: string; readonly worked: string }>> = {
${lines.join('\n')}
}
`,
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) write()
