/**
 * The package as users get it: packs it, installs the tarball in empty folders by several versions of npm, with and without
 * nodejieba, and uses it there on a composed notice: by `npx gongwen`, by import and by require. Build first.
 *
 *   node scripts/check-packed.mjs [--npm 10,11,12] [--without-nodejieba] [--write]
 *
 * --without-nodejieba   only `--omit=optional`; else each npm installs it with and without
 * --write               puts what the tarball holds and weighs into docs/package.md; else the page is checked
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: options } = parseArgs({
  options: {
    npm: { type: 'string', default: '10,11,12' },
    'without-nodejieba': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const scratch = mkdtempSync(join(tmpdir(), 'gongwen-packed-'))
const NOTICE = join(root, 'corpus/training-class.txt')
const CORPUS = readdirSync(join(root, 'corpus'))
  .filter((name) => /\.(?:txt|md|html)$/.test(name) && name !== 'README.md')
  .map((name) => join(root, 'corpus', name))

/** The environment without what an `npm run` around this sets: the npm that is tried has to find its own. */
const plainEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_(?!config_cache)/i.test(name)),
)

function run(program, args, { cwd = scratch, path = '', code = 0 } = {}) {
  // nodejieba's install script calls npx, which by default asks nobody where there is nobody to ask.
  const env = {
    ...plainEnv,
    npm_config_yes: 'true',
    PATH: path ? `${path}${delimiter}${plainEnv.PATH}` : plainEnv.PATH,
  }
  const ran = spawnSync(program, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (ran.error) throw ran.error
  assert.equal(ran.status, code, `${program} ${args.join(' ')} ended with ${ran.status}\n${ran.stdout}${ran.stderr}`)
  return ran.stdout
}

/** npm's answers are a list, or since 12 an object by name. */
const first = (json) => Object.values(JSON.parse(json))[0]

function pack() {
  const packed = first(run('npm', ['pack', '--json', '--pack-destination', scratch], { cwd: root }))
  return { ...packed, path: join(scratch, packed.filename) }
}

/** npm 12 wants Node 22 or newer; where this one is older, it gets one, and so does what it installs. */
const NODE_OF = { 12: 22 }

/** The folder of an npm's programs, by way of npx. */
function programsOf(version) {
  const node = NODE_OF[version]
  const newer = node !== undefined && Number(process.versions.node.split('.')[0]) < node
  const packages = [`npm@${version}`, ...(newer ? [`node@${node}`] : [])]
  const args = ['--yes', ...packages.flatMap((name) => ['-p', name]), '-c', 'command -v npm']
  return dirname(run('npx', args).trim().split('\n').at(-1))
}

const READ = `console.log(JSON.stringify(process.argv.slice(2).map((file) => parseNotice(readFileSync(file, 'utf8')))))
`
const WAYS = {
  'import.mjs': `import { readFileSync } from 'node:fs'\nimport { parseNotice } from 'gongwen'\n${READ}`,
  'require.cjs': `const { readFileSync } = require('node:fs')\nconst { parseNotice } = require('gongwen')\n${READ}`,
  'keywords.mjs': `import { parseNotice } from 'gongwen'
import { jieba } from 'gongwen/jieba'
import { readFileSync } from 'node:fs'
const { themes, diagnostics } = parseNotice(readFileSync(process.argv[2], 'utf8'), { keywords: true, segmenter: jieba() })
console.log(JSON.stringify({
  keywords: themes.filter(({ kind }) => kind === 'keyword').length,
  reasons: diagnostics.filter(({ ruleId }) => ruleId === 'themes/segmenter-failed').map(({ reason }) => reason),
}))
`,
}

/**
 * What the package says of the notice, asked in three ways; all must say the same, and the right thing. Of every other notice
 * of the corpus `import` and `require` must say the same: each is built in its own way.
 */
function use(folder, path) {
  for (const [name, code] of Object.entries(WAYS)) writeFileSync(join(folder, name), code)
  const at = { cwd: folder, path }
  const fields = ['title', 'deadlines', 'contacts'].flatMap((name) => ['--field', name])
  const printed = run('npx', ['--no-install', 'gongwen', 'parse', NOTICE, '--format', 'json', ...fields], at)
  const said = JSON.parse(printed)
  const [imported, required] = ['import.mjs', 'require.cjs'].map((name) =>
    JSON.parse(run('node', [name, NOTICE, ...CORPUS], at)),
  )
  const { title, deadlines, contacts } = imported[0]
  assert.equal(title.text, '关于举办2025年第二期检验检测机构内审员培训班的通知')
  assert.deepEqual(
    deadlines.map(({ due }) => due),
    ['2025-10-13', '2025-10-10', '2025-10-10'],
  )
  assert.ok(contacts.some(({ phones }) => phones.some(({ number }) => number === '0100-5550861')))
  assert.deepEqual(required, imported, 'require and import differ')
  for (const name of ['title', 'deadlines', 'contacts'])
    assert.deepEqual(said[name], imported[0][name], `npx gongwen and import differ in ${name}`)
  return JSON.parse(run('node', ['keywords.mjs', NOTICE], at))
}

/** Keywords where nodejieba is there and built; else the reason, and all other fields all the same. */
function jiebaState({ keywords, reasons }, folder, optional) {
  const there = existsSync(join(folder, 'node_modules/nodejieba'))
  assert.ok(optional || !there, '--omit=optional installs nodejieba')
  assert.ok(keywords > 0 !== reasons.length > 0, 'keywords, or a reason why there are none')
  if (keywords > 0) return 'built'
  assert.match(reasons[0], /nodejieba/)
  return there ? 'there, not built' : 'none'
}

function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}

function install(tarball, version, optional) {
  const path = programsOf(version)
  const folder = join(scratch, `npm-${version}-${optional ? 'with' : 'without'}`)
  mkdirSync(folder)
  const at = { cwd: folder, path }
  const real = run('npm', ['--version'], at).trim()
  assert.equal(real.split('.')[0], version, `this is npm ${real}`)
  const began = performance.now()
  run('npm', ['install', '--no-audit', '--no-fund', ...(optional ? [] : ['--omit=optional']), tarball], at)
  const seconds = (performance.now() - began) / 1000
  run('npm', ['ls', '--all'], at)
  const state = jiebaState(use(folder, path), folder, optional)
  const packages = Object.keys(
    JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')).packages,
  )
  const megabytes = (sizeOf(join(folder, 'node_modules')) / 1e6).toFixed(1)
  const node = run('node', ['--version'], at).trim().slice(1)
  return { npm: real, node, nodejieba: state, packages: packages.length, megabytes, seconds }
}

const GROUPS = [
  ['dist/, modules (ESM)', /^dist\/[^/]+\.js$/],
  ['dist/, CommonJS', /^dist\/[^/]+\.cjs$/],
  ['dist/, declarations', /^dist\/[^/]+\.d\.c?ts$/],
  ['dist/inspect/, the page of the inspector', /^dist\/inspect\//],
  ['schema.json', /^schema\.json$/],
  ['README, CHANGELOG, LICENSE, package.json', /^(?:README\.md|CHANGELOG\.md|LICENSE|package\.json)$/],
]
const kilo = (bytes) => (bytes / 1000).toFixed(0)

/** The table of docs/package.md. A file that belongs to no group has no business in the package. */
function contents({ files, size, unpackedSize, entryCount }) {
  // A declaration ends as a module does.
  const groupOf = (path) => GROUPS.toReversed().find(([, pattern]) => pattern.test(path))?.[0]
  const sums = new Map(GROUPS.map(([name]) => [name, { files: 0, bytes: 0 }]))
  for (const { path, size: bytes } of files) {
    const sum = sums.get(groupOf(path))
    assert.ok(sum, `${path} is packed and belongs to no group`)
    sum.files++
    sum.bytes += bytes
  }
  return [
    '| part | files | kB |',
    '| --- | --- | --- |',
    ...[...sums].map(([name, { files: count, bytes }]) => `| ${name} | ${count} | ${kilo(bytes)} |`),
    `| all, unpacked | ${entryCount} | ${kilo(unpackedSize)} |`,
    `| the tarball | 1 | ${kilo(size)} |`,
  ]
}

const PAGE = join(root, 'docs/package.md')
const TABLE = /(?<=<!-- contents -->\n)[\s\S]*?(?=\n<!-- end -->)/

/** The page names the parts that are packed; sizes may move below the ceilings that it gives. */
function checkPage(table, { size, unpackedSize }) {
  const page = readFileSync(PAGE, 'utf8')
  if (options.write) writeFileSync(PAGE, page.replace(TABLE, table.join('\n')))
  else {
    const names = (lines) => lines.map((line) => line.split('|')[1])
    assert.deepEqual(names(page.match(TABLE)[0].split('\n')), names(table), 'docs/package.md: --write is due')
  }
  const ceiling = (what) => Number(page.match(new RegExp(`${what} at most ([\\d,]+) kB`))[1].replace(',', '')) * 1000
  assert.ok(size <= ceiling('weigh'), `the tarball weighs ${size}, more than docs/package.md allows`)
  assert.ok(unpackedSize <= ceiling('unpacked'), `unpacked it weighs ${unpackedSize}, more than docs/package.md allows`)
}

try {
  assert.ok(existsSync(join(root, 'dist/cli.js')), 'dist/cli.js is missing; run `npm run build` first')
  const packed = pack()
  const table = contents(packed)
  console.log(table.join('\n'))
  checkPage(table, packed)
  console.log('\n| npm | Node | nodejieba | packages | MB | s |\n| --- | --- | --- | --- | --- | --- |')
  for (const version of options.npm.split(','))
    for (const optional of options['without-nodejieba'] ? [false] : [true, false]) {
      const { npm, node, nodejieba, packages, megabytes, seconds } = install(packed.path, version, optional)
      console.log(`| ${npm} | ${node} | ${nodejieba} | ${packages} | ${megabytes} | ${seconds.toFixed(0)} |`)
    }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
