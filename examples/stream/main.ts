/**
 * A stream pipeline: many files, archives or rows in, NDJSON of their facts out.
 *
 *   node examples/out/stream/main.js archive/ 'inbox/*.pdf' rows.ndjson > facts.ndjson
 *
 * Worker threads read the notices; `pipeline` carries the pressure of a slow reader back to the sources, so memory does not
 * grow with the archive. Exit code 1 when an input could not be read, 2 when none was named.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { noticeStream, sources } from 'gongwen/batch'
import { counted, FIELDS, type Tally, toLines } from './facts.js'

const names = process.argv.slice(2)
if (names.length === 0) {
  console.error('usage: main.js FILE|FOLDER|GLOB|ARCHIVE|ROWS.ndjson…')
  process.exit(2)
}

const tally: Tally = { inputs: 0, records: 0, errors: 0 }
await pipeline(
  Readable.from(counted(sources(names), tally)),
  noticeStream({ fields: FIELDS, ordered: true }),
  (records) => toLines(records, tally),
  process.stdout,
)
const { inputs, records, errors } = tally
console.error(`${inputs} inputs, ${records} records, ${errors} of them errors`)
if (records !== inputs) throw new Error(`${inputs - records} inputs have no record`)
process.exitCode = errors > 0 ? 1 : 0
