/** The few words of vitest that the test files use, run in this process and stopped at the first failure. */
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

const expect = (value, message) => chai.expect(value, message)
Object.assign(expect, chai.expect)

/** Collects the tests of the files that are loaded until `take` is called. */
export function createSuite() {
  let tests = []
  const path = []

  const describe = (name, body) => {
    path.push(name)
    body()
    path.pop()
  }
  const nothing = () => {}
  describe.skipIf = (condition) => (condition ? nothing : describe)
  describe.each = (rows) => (name, body) => {
    for (const row of rows) describe(name, () => body(...(Array.isArray(row) ? row : [row])))
  }

  const it = (name, ...rest) => {
    const body = rest.find((part) => typeof part === 'function')
    tests.push({ name: [...path, name].join(' > '), body })
  }
  it.each = (rows) => (name, body) => {
    rows.forEach((row, i) => {
      it(`${name} #${i}`, () => body(...(Array.isArray(row) ? row : [row])))
    })
  }
  it.for = (rows) => (name, body) => {
    rows.forEach((row, i) => {
      it(`${name} #${i}`, () => body(row))
    })
  }
  it.skipIf = (condition) => (condition ? Object.assign(() => {}, { each: () => () => {} }) : it)

  const take = () => {
    const taken = tests
    tests = []
    path.length = 0
    return taken
  }
  return { exports: { describe, it, test: it, expect }, take }
}
