/** docs/batch.md: its examples run as printed, and its table of columns is what is written. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TABLES } from '../src/batch/names.js'
import { tableOf } from '../src/batch/tables.js'
import { HELP, helpOf } from '../src/cli/help.js'
import { blocksOf, partsOf, readPage } from './tools/doc-examples.js'
import { buildPrograms, type Programs, root } from './tools/programs.js'

const docs = readPage('docs/batch.md')
const blocks = (language: string) => blocksOf(docs, language)

const notice = (n: number) =>
  `青教〔2024〕${n}号\n\n关于报送第${n}批材料的通知\n\n各有关单位：\n\n请于2024年5月${n}日前报送材料。\n\n青屿市教育局\n2024年4月15日\n`

let folder: string
/** Milliseconds for what is built before: a busy machine takes its time. */
const HOOK = 120_000

let programs: Programs
beforeAll(async () => {
  programs = await buildPrograms()
  folder = mkdtempSync(join(tmpdir(), 'gongwen-docs-'))
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/gongwen'), `#!/bin/sh\nexec "${process.execPath}" "${programs.cli}" "$@"\n`)
  chmodSync(join(folder, 'bin/gongwen'), 0o755)
  mkdirSync(join(folder, 'archive/2024'), { recursive: true })
  for (const [i, name] of ['a', 'b', 'c'].entries()) writeFileSync(join(folder, `archive/${name}.txt`), notice(i + 1))
  writeFileSync(join(folder, 'archive/2024/d.txt'), notice(4))
  writeFileSync(join(folder, 'archive/e.md'), '# 关于停水的通知\n\n各用户：\n\n定于2024年5月6日停水。\n')
  writeFileSync(join(folder, 'archive/f.html'), '<h1>关于停水的通知</h1><p>各用户：</p><p>定于2024年5月6日停水。</p>')
  writeFileSync(join(folder, 'bundle.zip'), zipSync({ 'g.txt': strToU8(notice(5)), 'sub/h.txt': strToU8(notice(6)) }))
  writeFileSync(join(folder, 'pages.csv'), `url,body\nu1,"${notice(7)}"\nu2,"${notice(8)}"\nu3,"${notice(9)}"\n`)
  const lines = [
    { id: 1, text: notice(1) },
    { id: 2, path: 'a.txt' },
    { id: 3, html: '<p>甲</p>' },
  ]
  writeFileSync(join(folder, 'input.ndjson'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}, HOOK)
afterAll(() => {
  programs.remove()
  rmSync(folder, { recursive: true, force: true })
})

describe('docs/batch.md', () => {
  it.for(blocks('sh').map((block, n) => [n, block] as const))('shell example %i', ([, block], { skip }) => {
    const { code, said } = partsOf(block)
    if (/\bjq\b/.test(code) && spawnSync('jq', ['--version']).status !== 0) skip('jq is not installed')
    const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` }
    const ran = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', code], { cwd: folder, env, encoding: 'utf8' })
    expect(ran.stderr).toBe('')
    expect(
      ran.stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(said.length ? said : [''])
    expect(ran.status).toBe(0)
  })

  it.each(blocks('ts').map((block, n) => [n, block] as const))('TypeScript example %i', (n, block) => {
    const { code, said } = partsOf(block)
    expect(said.length).toBeGreaterThan(0)
    const path = join(programs.folder, `example${n}.mjs`)
    writeFileSync(path, code.replaceAll(`'gongwen/batch'`, `'./batch.js'`))
    const ran = spawnSync(process.execPath, [path], { cwd: folder, encoding: 'utf8' })
    expect(ran.stderr).toBe('')
    expect(ran.stdout.trimEnd().split('\n')).toEqual(said)
  })

  it('names the columns of each table in order', () => {
    for (const name of TABLES) {
      const row = docs.match(new RegExp(`^\\| \`${name}\` \\|[^|]*\\| (.*) \\|$`, 'm'))?.[1]
      const documented = [...row!.matchAll(/`(\w+)`( \*n\*)?/g)].map((m) => ({
        name: m[1],
        type: m[2] ? 'integer' : 'text',
      }))
      expect(documented).toEqual(tableOf(name).columns.map(({ name: column, type }) => ({ name: column, type })))
    }
  })

  it('the helps name each other, and every error code stands in the docs', () => {
    for (const name of ['batch', 'pipe'] as const) {
      expect(HELP).toContain(`gongwen ${name} --help`)
      expect(helpOf(name)).not.toBe(HELP)
    }
    const types = readFileSync(join(root, 'src/batch/types.ts'), 'utf8')
    const codes = [
      ...types
        .split('export type ErrorCode =')[1]!
        .split('\n\n')[0]!
        .matchAll(/'([a-z-]+)'/g),
    ].map((m) => m[1]!)
    expect(codes.length).toBeGreaterThan(4)
    for (const code of codes) expect(docs).toContain(`\`${code}\``)
  })
})
