/** SECURITY.md: every test that it calls on is there; and what is promised of the source and the package. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8')
const page = read('SECURITY.md')

const sources = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, code: read(`src/${name}`) }))
const holding = (pattern: RegExp) => sources.filter(({ code }) => pattern.test(code)).map(({ name }) => name)

describe('SECURITY.md', () => {
  const called = [...page.matchAll(/`([a-z-]+)`: `([^`]+)`/g)].map((m) => [m[1]!, m[2]!] as const)

  it('has a test for every threat', () => {
    const threats = page
      .slice(page.indexOf('| threat'), page.indexOf('not promised'))
      .match(/^\| (?!threat|---).*\|$/gm)
    expect(threats?.length).toBeGreaterThan(12)
    for (const threat of threats!) expect(threat).toMatch(/\| `[a-z-]+`: `[^`]+`/)
  })

  it.each(called)('%s: %s', (file, name) => {
    const literal = new RegExp(`(['"\`])[^'"\`\\n]*${name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}`)
    expect(read(`test/${file}.test.ts`)).toMatch(literal)
  })
})

describe('the source', () => {
  it('evaluates nothing', () => {
    expect(holding(/\beval\(|new Function\b|node:vm|setTimeout\(\s*['"`]/)).toEqual([])
  })

  it('reaches no network and starts no program', () => {
    // The inspector: its server on 127.0.0.1, its page that asks it, and the browser that --open starts.
    expect(
      holding(/\bfetch\(|XMLHttpRequest|WebSocket|node:(?:https?|http2|net|tls|dgram|dns)\b|child_process/).sort(),
    ).toEqual(['inspect/app/api.ts', 'inspect/guard.ts', 'inspect/opener.ts', 'inspect/server.ts'])
  })

  it('loads modules by name, but for the extractors that the caller names', () => {
    const dynamic = holding(/\bimport\((?!['"`])|\brequire\((?!['"`])/)
    expect(dynamic.sort()).toEqual(['batch/worker.ts'])
  })
})

describe('the package', () => {
  it('has no install script', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const run = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare', 'dependencies']
    expect(run.filter((name) => name in scripts)).toEqual([])
  })
})
