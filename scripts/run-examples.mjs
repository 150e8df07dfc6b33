/**
 * Type-checks and runs what examples/ holds, as its README says, against the built package: `npm run examples` builds before.
 * The page is opened in Chromium; where there is none, that is said and left out.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseNotice } from 'gongwen'
import { noticeStream } from 'gongwen/batch'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'examples/out')
const scratch = mkdtempSync(join(tmpdir(), 'gongwen-examples-'))
const corpus = readdirSync(join(root, 'corpus')).filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md')
const textOf = (name) => readFileSync(join(root, 'corpus', name), 'utf8')

/** Runs a program of Node in the repository's folder and expects an exit code. */
function run(args, code = 0, program = process.execPath) {
  const ran = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 })
  assert.equal(ran.status, code, `${args.join(' ')} ended with ${ran.status}, not ${code}\n${ran.stdout}${ran.stderr}`)
  return ran
}

function types() {
  rmSync(out, { recursive: true, force: true })
  run(['node_modules/typescript/bin/tsc', '-p', 'examples'])
}

function app() {
  const { stdout } = run(['examples/out/app/main.js', 'corpus/training-class.txt'])
  for (const { due, action } of parseNotice(textOf('training-class.txt')).deadlines)
    assert.ok(stdout.includes(`${due}  ${action}`), `the app does not tell ${action}`)
  assert.match(stdout, /^ {2}协会秘书处 {2}聂书桓 {2}0100-5550860/m)
  const missing = run(['examples/out/app/main.js', 'corpus/no-such-file.txt', 'corpus/training-class.txt'], 1)
  assert.match(missing.stderr, /no-such-file\.txt.*\(not-found\)/)
  assert.equal(missing.stdout, stdout, 'a file that is not there hides another')
  run(['examples/out/app/main.js'], 2)
}

/** Everything comes out that went in: files, rows, and what is broken among them. */
function stream() {
  const rows = join(scratch, 'rows.ndjson')
  writeFileSync(rows, `${corpus.map((name) => JSON.stringify({ text: textOf(name) })).join('\n')}\nno JSON\n`)
  writeFileSync(join(scratch, 'broken.pdf'), '%PDF-1.7 cut off')
  const { stdout } = run(
    ['examples/out/stream/main.js', 'corpus/*.{txt,md}', rows, join(scratch, 'broken.pdf'), 'no-such-file.txt'],
    1,
  )
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const count = (...kinds) => lines.filter(({ kind }) => kinds.includes(kind)).length
  // The glob also finds the corpus' own README.
  assert.equal(count('notice'), 2 * corpus.length + 1)
  assert.deepEqual(
    lines.filter(({ kind }) => kind === 'error').map(({ code }) => code),
    ['bad-row', 'broken', 'not-found'],
  )
  const heads = lines.filter(({ kind }) => kind === 'notice')
  const sum = (key) => heads.reduce((all, head) => all + head[key], 0)
  assert.equal(count('documentNumber', 'date', 'deadline', 'contact'), sum('facts'))
  assert.equal(count('diagnostic'), sum('diagnostics'))
  for (const name of corpus) {
    const notice = parseNotice(textOf(name), { filename: name })
    const of = lines.filter(({ path }) => path === `corpus/${name}`)
    assert.equal(of.filter(({ kind }) => kind === 'deadline').length, notice.deadlines.length, name)
    assert.equal(of.filter(({ kind }) => kind === 'diagnostic').length, notice.diagnostics.length, name)
  }
  return lines.length
}

/** A reader that stops makes the source stop: of one without an end only so many are taken. */
async function pressure() {
  const { toLines, counted, FIELDS } = await import(pathToFileURL(join(out, 'stream/facts.js')).href)
  const tally = { inputs: 0, records: 0, errors: 0 }
  const text = textOf('letter-format.txt')
  const endless = async function* () {
    for (let n = 0; ; n++) yield { path: `${n}`, text: text }
  }
  const ahead = 32
  const options = { fields: FIELDS, workers: 1, ordered: true, ahead }
  const sink = new PassThrough({ highWaterMark: 16 })
  const done = pipeline(
    Readable.from(counted(endless(), tally)),
    noticeStream(options),
    (records) => toLines(records, tally),
    sink,
  ).catch((error) => error)
  // Nobody reads the sink: in time nothing moves any more.
  let before = 0
  while (tally.inputs === 0 || tally.inputs !== before) {
    before = tally.inputs
    await new Promise((resolve) => setTimeout(resolve, 1500))
  }
  sink.destroy()
  const ended = await done
  assert.match(String(ended?.code), /^(?:ERR_STREAM_PREMATURE_CLOSE|ABORT_ERR)$/)
  // What the pool takes ahead, and what the streams before it hold (16 objects on either side).
  assert.ok(before > 0 && before <= ahead + 2 * 16, `${before} inputs were taken though nobody read`)
  return before
}

async function page() {
  run(['examples/browser/build.mjs'])
  const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
  if (!executable) return 'built, not opened: no Chromium here (apt-get install chromium)'
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] })
  try {
    const tab = await browser.newPage()
    const asked = []
    const said = []
    tab.on('request', (request) => asked.push(request.url()))
    tab.on('console', (message) => said.push(message.text()))
    tab.on('pageerror', (error) => said.push(error.message))
    const address = pathToFileURL(join(out, 'browser/index.html')).href
    await tab.goto(address)
    const painted = async (text) => {
      await tab.fill('#input', text)
      await tab.waitForFunction((want) => document.querySelector('#text').textContent === want, text)
      return tab.evaluate(() =>
        Object.fromEntries([...CSS.highlights].map(([kind, of]) => [kind, [...of].map((range) => range.toString())])),
      )
    }
    const text = textOf('training-class.txt')
    const notice = parseNotice(text, { carrier: 'text' })
    const slices = (facts) => facts.map(({ span }) => text.slice(span.start, span.end)).sort()
    const marks = await painted(text)
    assert.deepEqual(marks.deadline.sort(), slices(notice.deadlines))
    assert.deepEqual(marks.contact.sort(), slices(notice.contacts.flatMap(({ phones }) => phones)))
    assert.deepEqual(marks.title, slices([notice.title]))
    assert.equal(await tab.locator('#facts button').count(), Object.values(marks).flat().length)
    await tab.locator('#facts button').first().click()
    assert.equal(await tab.evaluate(() => CSS.highlights.get('chosen').size), 1)

    const hostile = text.replace('培训费用', '<img src=x onerror="hacked=1"><script>hacked=1</script>')
    await painted(hostile)
    assert.equal(await tab.evaluate(() => 'hacked' in globalThis), false)
    assert.deepEqual(said, [])
    const own = ['index.html', 'page.js'].map((name) => pathToFileURL(join(out, 'browser', name)).href)
    assert.deepEqual([...new Set(asked)].sort(), own)
  } finally {
    await browser.close()
  }
  return 'opened in Chromium'
}

try {
  types()
  console.log('types: examples/ type-checks against the declarations of the package')
  app()
  console.log('app: runs')
  console.log(`stream: ${stream()} lines, one record for each input`)
  console.log(`stream: ${await pressure()} inputs taken from an endless source that nobody reads from`)
  console.log(`page: ${await page()}`)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
