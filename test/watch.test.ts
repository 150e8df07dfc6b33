/** `gongwen watch`: what is dropped is recorded once and moved, whatever ends the program. */
import type { ChildProcess } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BatchRecord } from '../src/batch/types.js'
import { DONE, openDropFolder } from '../src/cli/drop-folder.js'
import { helpOf } from '../src/cli/help.js'
import { buildPrograms, type Programs } from './tools/programs.js'

const folder = mkdtempSync(join(tmpdir(), 'gongwen-watch-'))
let programs: Programs
let dir: string
let inbox: string
let n = 0

beforeAll(async () => {
  programs = await buildPrograms()
}, 120_000)
afterAll(() => {
  programs.remove()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  dir = join(folder, String(++n))
  inbox = join(dir, 'inbox')
  mkdirSync(inbox, { recursive: true })
})

const notice = (i: number) =>
  `示教〔2024〕${i}号\n\n关于报送第${i}批材料的通知\n\n各有关单位：\n\n请于2024年5月31日前报送材料。\n\n示例市教育局\n2024年4月15日\n`
function drop(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(inbox, name)), { recursive: true })
  writeFileSync(join(inbox, name), content)
}
const args = (...more: string[]) => {
  const fast = ['--interval', '0.05', '--settle', '0.05', '--workers', '1']
  return ['watch', 'inbox', '--out', 'out.ndjson', '--field', 'title', ...fast, ...more]
}
const once = (...more: string[]) => programs.run(args('--once', ...more), { cwd: dir })
const records = () =>
  existsSync(join(dir, 'out.ndjson'))
    ? readFileSync(join(dir, 'out.ndjson'), 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as BatchRecord)
    : []
/** All that lies there, hidden files too. */
const files = () =>
  (
    readdirSync(inbox, { recursive: true, withFileTypes: true }) as {
      name: string
      parentPath: string
      isFile(): boolean
    }[]
  )
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(inbox.length + 1))
    .sort()

async function until(what: () => boolean): Promise<void> {
  for (const end = Date.now() + 50_000; !what(); ) {
    if (Date.now() > end) throw new Error('it did not come to it')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('close', resolve))

describe('--once', () => {
  it('records and moves what is there', async () => {
    drop('a.txt', notice(1))
    drop('sub/b.txt', notice(2))
    drop('c.pdf', '%PDF-1.7 cut off')
    drop('e.zip', zipSync({ 'f.txt': strToU8(notice(3)), 'g.txt': strToU8(notice(4)) }))
    drop('upload.txt.part', notice(5))
    drop('.hidden', notice(6))
    const { code, err } = await once()
    expect(code).toBe(1)
    expect(files()).toEqual([
      '.hidden',
      'done/a.txt',
      'done/e.zip',
      'done/sub/b.txt',
      'failed/c.pdf',
      'upload.txt.part',
    ])
    const said = records().map((record) => [record.path, 'notice' in record ? record.notice.title?.text : 'error'])
    expect(said.sort()).toEqual([
      ['inbox/a.txt', '关于报送第1批材料的通知'],
      ['inbox/c.pdf', 'error'],
      ['inbox/e.zip!/f.txt', '关于报送第3批材料的通知'],
      ['inbox/e.zip!/g.txt', '关于报送第4批材料的通知'],
      ['inbox/sub/b.txt', '关于报送第2批材料的通知'],
    ])
    expect(err).toMatch(/^gongwen: inbox\/failed\/c\.pdf: broken: /m)
    expect(err).toMatch(/^inbox\/done\/a\.txt$/m)
    expect(await once('--quiet')).toMatchObject({ code: 0, out: '', err: '' })
  })

  it('the same content is recorded once, and moved beside what has its name', async () => {
    drop('a.txt', notice(1))
    expect((await once()).code).toBe(0)
    // As if it had been recorded, but not moved.
    copyFileSync(join(inbox, 'done/a.txt'), join(inbox, 'a.txt'))
    drop('b.txt', notice(1))
    expect((await once()).code).toBe(0)
    expect(files()).toEqual(['done/a.2.txt', 'done/a.txt', 'done/b.txt'])
    expect(records()).toHaveLength(1)
    // What has failed may be put there again: the same failure is not recorded again.
    drop('c.pdf', '%PDF-1.7 cut off')
    expect((await once()).code).toBe(1)
    copyFileSync(join(inbox, 'failed/c.pdf'), join(inbox, 'c.pdf'))
    expect((await once()).code).toBe(1)
    expect(files()).toContain('failed/c.2.pdf')
    expect(records()).toHaveLength(2)
  })

  it('one input of an archive that cannot be read makes it fail; the others are recorded', async () => {
    drop('a.zip', zipSync({ 'a.txt': strToU8(notice(1)), 'b.pdf': strToU8('%PDF-1.7 cut off') }))
    const { code, err } = await once()
    expect(code).toBe(1)
    expect(err).toContain('inbox/failed/a.zip: inbox/a.zip!/b.pdf: broken: ')
    expect(records()).toHaveLength(2)
  })

  it('what is written into the folder by itself is no input', async () => {
    drop('a.txt', notice(1))
    const own = ['watch', '.', '--out', 'out.ndjson', '--once', '--settle', '0.05', '--workers', '1']
    expect((await programs.run(own, { cwd: inbox })).code).toBe(0)
    expect((await programs.run(own, { cwd: inbox })).code).toBe(0)
    expect(files()).toEqual(['done/a.txt', 'out.ndjson', 'out.ndjson.journal'])
  })

  it('says what stands in the way', async () => {
    expect((await programs.run(['watch', 'inbox'], { cwd: dir })).err).toContain('--out is needed')
    expect((await programs.run(['watch', 'nowhere', '--out', 'x'], { cwd: dir })).err).toContain("no folder 'nowhere'")
    writeFileSync(join(dir, 'out.ndjson'), '{}\n')
    drop('a.txt', notice(1))
    const { code, err } = await once()
    expect(code).toBe(2)
    expect(err).toContain('out.ndjson is there already')
    expect(files()).toEqual(['a.txt'])
  })

  it('what cannot be moved is recorded once, and said', async () => {
    drop('a.txt', notice(1))
    writeFileSync(join(inbox, 'done'), 'not a folder')
    for (const _ of [1, 2]) {
      const { code, err } = await once()
      expect(code).toBe(1)
      expect(err).toContain('recorded, but not moved')
    }
    expect(records()).toHaveLength(1)
    expect(files()).toEqual(['a.txt', 'done'])
  })

  it('the help names every option', () => {
    for (const option of ['--out', '--interval', '--settle', '--once', '--field', '--quiet'])
      expect(helpOf('watch')).toContain(option)
  })
})

describe('a look', () => {
  it('takes a file only when size and time have stayed for long enough, whatever the clock of the drive', async () => {
    drop('a.txt', '一')
    utimesSync(join(inbox, 'a.txt'), new Date('2031-01-01'), new Date('2031-01-01'))
    const folder = openDropFolder(inbox, 1000, [])
    const names = async (now: number) =>
      (await folder.look(now)).settled.map(({ path }) => path.slice(inbox.length + 1))
    expect(await names(0)).toEqual([])
    expect(await names(900)).toEqual([])
    appendFileSync(join(inbox, 'a.txt'), '二')
    expect(await names(1500)).toEqual([])
    drop('b.txt', '一')
    expect(await names(2400)).toEqual([])
    expect(await names(2600)).toEqual(['a.txt'])
    // Of the same size, but written again.
    utimesSync(join(inbox, 'b.txt'), new Date('2031-01-02'), new Date('2031-01-02'))
    expect(await names(3500)).toEqual(['a.txt'])
    expect(await names(4600)).toEqual(['a.txt', 'b.txt'])
  })

  it('never takes one at the first look, even where nothing is waited for', async () => {
    drop('a.txt', '一')
    const folder = openDropFolder(inbox, 0, [])
    expect(await folder.look(0)).toEqual({ settled: [], unsettled: 1 })
    const { settled } = await folder.look(0)
    expect(settled).toHaveLength(1)
    expect(await folder.move(settled[0]!, DONE)).toBe(join(inbox, 'done/a.txt'))
  })
})

describe('a watch', () => {
  it('takes what comes, until it is asked to end', async () => {
    const child = programs.start(args(), dir)
    const end = ended(child)
    drop('a.txt', notice(1))
    await until(() => files().includes('done/a.txt'))
    const other = await programs.run(args(), { cwd: dir })
    expect(other.code).toBe(2)
    expect(other.err).toContain('another run')
    drop('b.txt', notice(2))
    await until(() => files().includes('done/b.txt'))
    child.kill('SIGINT')
    expect(await end).toBe(0)
    expect(files()).toEqual(['done/a.txt', 'done/b.txt'])
    expect(records()).toHaveLength(2)
  })

  it('killed at any moment: every file is recorded once, and moved', async () => {
    const count = 60
    for (let i = 1; i <= count; i++) drop(`${i}.txt`, notice(i))
    const moved = () => files().filter((name) => name.startsWith('done/')).length
    for (const least of [1, 15, 35]) {
      const child = programs.start(args(), dir)
      const end = ended(child)
      await until(() => moved() >= least)
      child.kill('SIGKILL')
      await end
    }
    expect((await once()).code).toBe(0)
    expect(moved()).toBe(count)
    expect(records()).toHaveLength(count)
    expect(new Set(records().map(({ id }) => id)).size).toBe(count)
  })
})
