/** pdf.js leaves promises unheard where a page tree is broken: that ends no process; what is not its own still does. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makePdf } from './tools/pdf.js'
import { buildPrograms } from './tools/programs.js'

let programs: Awaited<ReturnType<typeof buildPrograms>>
let file: string

beforeAll(async () => {
  programs = await buildPrograms()
  file = join(programs.folder, 'moved.pdf')
  const page = (text: string, y: number) => [{ text, x: 80, y }]
  const whole = Buffer.from(makePdf([page('关于示例事项的通知', 80), page('请于2024年5月6日前报送。', 80)])).toString(
    'latin1',
  )
  // The table still knows the catalog and the page tree, but no page any more.
  let entry = 0
  const moved = whole.replace(/^(\d{10}) 00000 n $/gm, (kept, at: string) =>
    ++entry <= 2 ? kept : `${String(Number(at) + 7).padStart(10, '0')} 00000 n `,
  )
  writeFileSync(file, moved, 'latin1')
}, 120_000)
afterAll(() => programs.remove())

function run(code: string) {
  const index = JSON.stringify(pathToFileURL(join(programs.folder, 'index.js')).href)
  const script = `import { readNotice } from ${index}; import { readFileSync } from 'node:fs'; const bytes = () => new Uint8Array(readFileSync(${JSON.stringify(file)})); ${code}`
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', cwd: programs.folder })
}

it('reads the file by what is left of it, and the process goes on', () => {
  const { status, stdout, stderr } = run(
    `const notice = await readNotice(bytes()); await new Promise((r) => setTimeout(r, 200)); console.log(notice.source.text.replace(/\\s/g, ''))`,
  )
  expect([stderr, status]).toEqual(['', 0])
  expect(stdout.trim()).toBe('关于示例事项的通知请于2024年5月6日前报送。')
})

it('leaves the rejections of others to Node, during and after a read', () => {
  const during = run(
    `const read = readNotice(bytes()); Promise.reject(new Error('of another')); await read; console.log('went on')`,
  )
  expect([during.status, during.stdout]).toEqual([1, ''])
  expect(during.stderr).toContain('of another')
  const after = run(
    `await readNotice(bytes()); await new Promise((r) => setTimeout(r, 50)); console.log(process.listenerCount('unhandledRejection')); Promise.reject(new Error('of another'))`,
  )
  expect([after.status, after.stdout.trim()]).toEqual([1, '0'])
  expect(after.stderr).toContain('of another')
})
