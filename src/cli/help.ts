import type { CommandName } from './args.js'
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
       gongwen batch SRC… --out OUT [options]   whole archives: see gongwen batch --help
       gongwen pipe [options]                   lines in, lines out: see gongwen pipe --help
       gongwen watch FOLDER --out FILE [options]  a drop folder: see gongwen watch --help
       gongwen queue add|work|status|retry|merge  many machines: see gongwen queue --help
       gongwen eval [options] FOLDER            how much of it is right: see gongwen eval --help
       gongwen graph [options] FOLDER           what cites what: see gongwen graph --help
       gongwen report FILE… -o OUT.html         a page to look at: see gongwen report --help
       gongwen calendar SRC… -o FILE [options]  deadlines and events: see gongwen calendar --help
       gongwen contacts SRC… -o FILE [options]  an address book: see gongwen contacts --help
       gongwen redact FILE… -o OUT [options]    mask personal data: see gongwen redact --help
       gongwen inspect [options] [FILE|DIR]     look and correct: see gongwen inspect --help

FILE is a notice in any carrier the library reads; '-', or no FILE with input piped in, is standard input.

Options:
  --format pretty|json|ndjson  how to print. Default: pretty on a terminal; in a pipe
                               json for one FILE, ndjson for several
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
  gongwen parse --strict --reference-date 2024-04-15 notice.txt
`

const WORK = `  --workers N                  worker threads
  --timeout SECONDS            time that one input may take. Default 30
  --max-bytes N                greatest size of one input. Default 64 MiB
  --worker-memory MIB          JavaScript heap of one worker. Default 1024
  --extractors FILE            a module whose 'extractors' are used in place of the
                               built-in ones`

const BATCH_HELP = `gongwen batch reads archives of notices; each input ends as exactly one record.

Usage: gongwen batch SRC… --out OUT [options]

SRC is a file, a folder, a glob, an archive (.zip .tar .tar.gz .tgz: one input an
entry), a table (.ndjson .jsonl .csv .tsv, also .gz: one input a row), a web archive
(.warc, .warc.gz: one input a page), or '-': a list of such names on standard input.
OUT is a file, a folder (one file a table), or '-' for NDJSON on standard output.

Output:
  --out OUT                    where to. In place only when it is whole
  --format ndjson|csv|parquet|sqlite
                               default: by the ending of OUT, else ndjson
  --table notices|deadlines|contacts|citations
                               the table of a single CSV or Parquet file
  --bom                        begin CSV with a byte-order mark, for Excel
  --field NAME                 keep only this field of the notice (repeat for more)
  --ordered                    records in the order of the inputs
  --dedupe content|number      an input that repeats an earlier one is recorded as its
                               duplicate (repeat for both; the order is kept)

Input:
  --column NAME                column of a table that holds the text or HTML.
                               Default: text, html or content
  --ref-column NAME            column that is kept in the record as 'ref'
  --reference-date YYYY-MM-DD  the day that dates without a year are counted from,
                               where the notice does not say

Run:
  --resume                     go on with a run that was not finished
  --force                      begin anew, over an earlier run or its output
  --max-errors N               stop when more than N inputs have failed
  --quiet                      no progress on standard error; so in a pipe
${WORK}
                               Default of --workers: one a processor

Ctrl-C finishes the files that were begun; pressed again, it stops at once.
Exit codes: 0 fine, 1 some inputs ended as errors, 2 not finished or wrong usage,
130 interrupted. After 2 and 130 --resume goes on.

Records and tables: docs/batch.md.

Examples:
  gongwen batch archive/ --out notices.ndjson
  gongwen batch 'inbox/**/*.{pdf,docx}' --out tables/ --format csv
  gongwen batch pages.csv --column body --ref-column url --out notices.parquet
  find /archive -newer last | gongwen batch - --out new.sqlite
`

const PIPE_HELP = `gongwen pipe reads NDJSON and writes NDJSON: one line in, one line out, in order, at once.

Usage: gongwen pipe [options] < in.ndjson > out.ndjson

A line in:   {"id", "path" | "text" | "html" | "base64"}, with "ref" and "baseUrl" if you like
A line out:  {"id", "notice"} or {"id", "error": {"code", "message"}}

Options:
  --field NAME                 keep only this field of the notice (repeat for more)
  --reference-date YYYY-MM-DD  the day that dates without a year are counted from,
                               where the notice does not say
  --no-files                   lines may not name files by "path"
${WORK}
                               Default of --workers: 1

Exit codes: 0 when every line has been answered (with an error where it is a bad one),
2 wrong usage or no worker could start.

Example:
  printf '%s\\n' '{"id": 1, "path": "notice.pdf"}' | gongwen pipe --field deadlines
`

const WATCH_HELP = `gongwen watch reads what is put into a drop folder and moves it away.

Usage: gongwen watch FOLDER --out FILE [options]

A file that has stayed as it is for a while is read, its record appended to FILE (NDJSON),
the file moved to FOLDER/done, or to FOLDER/failed where it cannot be read. Archives and
tables are read as by gongwen batch; one that holds an input that cannot be read fails.
The same content is recorded once. Left alone: hidden files, *.part, *.tmp, *.filepart,
*.crdownload, ~$*.

Options:
  --out FILE                   where to append the records
  --interval SECONDS           time between two looks. Default 2
  --settle SECONDS             for how long size and time of a file must have stayed the
                               same. Default 2
  --once                       take what is there, then end (for cron)
  --field NAME                 keep only this field of the notice (repeat for more)
  --reference-date YYYY-MM-DD  the day that dates without a year are counted from,
                               where the notice does not say
  --quiet                      say only what has failed
${WORK}
                               Default of --workers: one a processor

Ctrl-C (or SIGTERM) finishes the files that were begun; pressed again, it stops at once.
Killed, it goes on where it was: nothing is recorded twice.
Exit codes: 0 fine, 1 with --once: some files have failed, 2 not possible (full disk, another
watch of the same folder) or wrong usage, 130 stopped at once.

Examples:
  gongwen watch inbox/ --out notices.ndjson
  gongwen watch inbox/ --out notices.ndjson --once --quiet     as a line of crontab
`

const QUEUE_HELP = `gongwen queue shares an archive among many machines, by BullMQ on Redis (npm i bullmq ioredis)
or PostgreSQL (npm i bullmq pg).

Usage: gongwen queue add SRC… [options]         inputs into the queue
       gongwen queue work --out FILE [options]  read them, append their records to FILE
       gongwen queue status [options]           how far it is, and which jobs are dead
       gongwen queue retry [ID…] [options]      put dead jobs back, all or those named
       gongwen queue merge FILE… --out ALL      one file of those of several machines

SRC is as for gongwen batch. A job is known by its content and the version of gongwen: added
twice it is read once. Each job ends as one record in FILE (NDJSON), whichever worker dies.

Options of all:
  --redis URL                  redis://[user:password@]host[:port][/db], rediss:// for TLS.
                               Default: the environment variable GONGWEN_REDIS_URL, which,
                               unlike a command line, others cannot see
  --postgres URL               postgres://[user:password@]host[:port][/db], for TLS with
                               ?sslmode=verify-full. Default: GONGWEN_POSTGRES_URL
  --queue NAME                 default: gongwen
  --quiet                      say only what has failed

add:
  --inline                     take files along into the queue, for workers that do not see
                               them under the same path
  --attempts N                 how often a job is tried before it is dead. Default 3
  --column NAME                column of a table that holds the text or HTML
  --ref-column NAME            column that is kept in the record as 'ref'
  --max-bytes N                greatest size of one input. Default 64 MiB

work:
  --out FILE                   where to append the records; several workers of a machine may
                               have the same FILE
  --once                       end when nothing is left to do
  --field NAME                 keep only this field of the notice (repeat for more)
  --reference-date YYYY-MM-DD  the day that dates without a year are counted from,
                               where the notice does not say
${WORK}
                               Default of --workers: one a processor

status:
  --format table|json          default: table, with the last 20 dead jobs

merge (needs no server):
  --out ALL                    where to append each record that is not there yet; of a job
                               that several FILEs hold, the first is kept. A FILE needs its
                               journal (FILE.journal) beside it

Ctrl-C (or SIGTERM) finishes the jobs that were begun; pressed again, it stops at once.
Exit codes: 0 fine, 1 inputs that cannot be read or (with --once) dead jobs, 2 the server cannot
be reached, a full disk or wrong usage, 130 interrupted.

More: docs/queue.md.

Examples:
  export GONGWEN_REDIS_URL=rediss://:secret@redis.example.gov.cn:6379
  gongwen queue add archive/ bundle.zip
  gongwen queue work --out notices.ndjson
  gongwen queue retry && gongwen queue status
`

const EVAL_HELP = `gongwen eval measures what is read from notices against what people have read from them.

Usage: gongwen eval [options] FOLDER

FOLDER and those below it hold notices, and beside each a golden file of its name:
a.json beside a.txt, a.pdf, …: {"facts": {"title": "…", "deadlines": [{"due": "2024-05-31"}]}}.
What a golden file does not name is not measured in that notice.

Options:
  --format table|json          default: table
  --misses                     print every fact that is missing (-) or extra (+)
  --baseline FILE              compare with an earlier run, as --format json wrote it
  --reference-date YYYY-MM-DD  the day that dates without a year are counted from,
                               where the notice does not say
${WORK}
                               Default of --workers: one a processor

Exit codes: 0 fine, 1 less is right than in the baseline, 2 a notice or a golden file could
not be read or wrong usage.

Golden files and measures: docs/eval.md.

Examples:
  gongwen eval archive/ --misses
  gongwen eval archive/ --format json > before.json
  gongwen eval archive/ --baseline before.json
`

const GRAPH_HELP = `gongwen graph draws the map of an archive: which notice names, forwards or carries out which.

Usage: gongwen graph [options] FOLDER

FOLDER is searched for notices, and so are those below it.

Options:
  --format json|dot|html       default: as the name of the output ends, else json
  -o, --output FILE            write the map to FILE
  --reference-date YYYY-MM-DD  the day that dates without a year are counted from,
                               where the notice does not say

Exit codes: 0 fine, 2 an input could not be read or wrong usage.

Example:
  gongwen graph -o map.html archive/                a page with the map
`

const REPORT_HELP = `gongwen report makes one page of notices: each as it was read, every fact marked in its place.

Usage: gongwen report [options] FILE…

FILE is a notice in any carrier the library reads, or a folder, which is searched for notices with
those below it; '-' is standard input. The page is one file: it loads nothing, works from disk
and prints.

Options:
  -o, --output FILE            write the page to FILE, else to standard output
  --lang zh|en                 language of labels. Default: zh
  --reference-date YYYY-MM-DD  the day that dates without a year are counted from,
                               where the notice does not say

Exit codes: 0 fine, 2 an input could not be read (the others are on the page) or wrong usage.

What is on the page: docs/report.md.

Examples:
  gongwen report -o report.html notice.pdf
  gongwen report -o inbox.html --lang en inbox/
`

const OFFICE_INPUT = `SRC is a file, a folder, a glob, an archive, a table or '-', as for gongwen batch. FILE is
written as a whole or not at all; '-' is standard output.`

const OFFICE_OPTIONS = `  --column NAME                column of a table that holds the text or HTML
  --ref-column NAME            column that holds the address of the page
  --reference-date YYYY-MM-DD  the day that dates without a year are counted from,
                               where the notice does not say
${WORK}
                               Default of --workers: one a processor`

const CALENDAR_HELP = `gongwen calendar writes deadlines and events of notices as iCalendar (npm i ical-generator).

Usage: gongwen calendar SRC… -o FILE [options]

${OFFICE_INPUT}

Options:
  -o, --output FILE            where to: deadlines.ics
  --as event|todo              deadlines as events, which every calendar shows, or as
                               tasks. Default: event
  --alarm TIMES                when to remind: 1d,2h,30m before, or none. Default: 1d,2h
  --sequence N                 revision of the entries, for programs that take only
                               greater ones as updates. Default: 0
  --stamp now|TIME             when the entries were made. Default: the day of each notice,
                               so that the same notices give the same file
${OFFICE_OPTIONS}

Imported again, entries of the same notices are updated: they are known by the document
number and what is to be done. What has no day (收到通知之日起…) is named on standard error
and left out.

Exit codes: 0 fine, 2 an input could not be read or wrong usage.

More: docs/calendar.md.

Examples:
  gongwen calendar notice.pdf -o deadlines.ics
  gongwen calendar inbox/ -o deadlines.ics --as todo --alarm 3d,1d
`

const CONTACTS_HELP = `gongwen contacts writes contacts of notices as vCards (vCard 4.0).

Usage: gongwen contacts SRC… -o FILE [options]

${OFFICE_INPUT}

Options:
  -o, --output FILE            where to: contacts.vcf
${OFFICE_OPTIONS}

One card a person, one an office without a person; the same one in several notices once.

Exit codes: 0 fine, 2 an input could not be read or wrong usage.

More: docs/contacts.md.

Example:
  gongwen contacts inbox/ -o contacts.vcf
`

const REDACT_HELP = `gongwen redact writes copies of notices in which personal data is masked.

Usage: gongwen redact FILE… -o OUT [options]

FILE is plain text, Markdown or HTML in any encoding, which is kept. OUT is a file, or a
folder for several. Masked are names of contact persons, mobiles, numbers of identity
cards, e-mails, QQ and WeChat accounts, landlines, faxes and hotlines of contacts: at
every place of the file, in whatever spelling, also in attributes, comments and scripts.

Options:
  -o, --output OUT             where to
  --keep-offices               leave landlines, hotlines, faxes and mailboxes of offices
  --policy FILE                JSON: what is masked, and what of it stays
  --report FILE                JSON: what was masked where, without the values
  --report-values              with the values

What was left and should be looked at is named on standard error.

Exit codes: 0 fine, 1 something should be looked at, 2 a file could not be read or
written, or wrong usage.

More: docs/redact.md.

Examples:
  gongwen redact notice.html -o public.html --keep-offices
  gongwen redact inbox/*.txt -o public/ --policy policy.json --report report.json
`

const INSPECT_HELP = `gongwen inspect shows notices in the browser, beside what people have read from them.

Usage: gongwen inspect [options] [FILE|DIR]

DIR and those below it are searched for notices; of FILE only the notice of that name, in all its
carriers. Files can be dropped and text pasted as well. Golden files (NAME.json beside NAME.txt,
as gongwen eval takes them) are compared, corrected and written; nothing else is.
The address printed holds the secret of this run: nobody who does not know it reads a file.

Options:
  --port N                     port on 127.0.0.1. Default: one that is free
  --open                       open the browser
  --reference-date YYYY-MM-DD  the day that dates without a year are counted from,
                               where the notice does not say

Ctrl-C ends it. Exit codes: 0 ended, 2 wrong usage or the port is in use.

The page and its safety: docs/inspect.md.

Example:
  gongwen inspect archive/ --open
`

const HELPS: Readonly<Record<CommandName, string>> = {
  parse: HELP,
  batch: BATCH_HELP,
  pipe: PIPE_HELP,
  watch: WATCH_HELP,
  queue: QUEUE_HELP,
  eval: EVAL_HELP,
  graph: GRAPH_HELP,
  report: REPORT_HELP,
  inspect: INSPECT_HELP,
  calendar: CALENDAR_HELP,
  contacts: CONTACTS_HELP,
  redact: REDACT_HELP,
}

export const helpOf = (command: CommandName | undefined): string => (command ? HELPS[command] : HELP)
