import { FIELDS } from './fields.js'

/** Field names in lines of at most 72 columns. */
function fieldLines(): string {
  const lines: string[] = ['']
  for (const name of FIELDS) {
    const line = lines.at(-1)!
    if (line.length + name.length > 72) lines.push(name)
    else lines[lines.length - 1] = line === '' ? name : `${line} ${name}`
  }
  return lines.map((line) => `  ${line}`).join('\n')
}

export const HELP = `gongwen reads Chinese government notices (公文, 红头文件) and prints what they say.

Usage: gongwen parse [options] [FILE…]
       gongwen graph [options] FOLDER

FILE is a notice in any carrier the library reads; '-', or no FILE with input piped in, is standard input.

FOLDER is searched for notices, and so are those below it; the map says which of them names which.

Options:
  --format pretty|json|ndjson  how to print. Default: pretty on a terminal; in a pipe
                               json for one FILE, ndjson for several
  --format json|dot|html       of a map. Default: as -o ends, else json
  -o, --output FILE            write the map to FILE
  --field NAME                 print only this field (repeat for more)
  --reference-date YYYY-MM-DD  the day that dates without a year are counted from,
                               where the notice does not say
  --strict                     exit with 1 when there is a warning or an error
  -h, --help                   print this help
  -v, --version                print the version

Fields:
${fieldLines()}

Output:
  json     the notice; for several files an array of the records below
  ndjson   one record a line: {"file", "notice"} or {"file", "error": {"code", "message"}}

Exit codes: 0 fine, 1 warnings with --strict, 2 an input could not be read or wrong usage.

Examples:
  gongwen parse notice.txt                          the whole notice, for reading
  gongwen parse --field deadlines --field contacts notice.md
  curl -s https://example.gov.cn/tz.html | gongwen parse --format json
  gongwen parse --format ndjson inbox/*.txt | jq -r '[.file, .notice.title.text] | @tsv'
  gongwen graph -o map.html archive/                a page with the map of an archive
  gongwen parse --strict --reference-date 2024-04-15 notice.txt
`
