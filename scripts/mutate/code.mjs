/** Mutants of TypeScript code: one operator at one place, as an edit of the text. */
import ts from 'typescript'

const { SyntaxKind: K } = ts

const OPERATORS = {
  [K.LessThanToken]: ['<='],
  [K.LessThanEqualsToken]: ['<'],
  [K.GreaterThanToken]: ['>='],
  [K.GreaterThanEqualsToken]: ['>'],
  [K.EqualsEqualsEqualsToken]: ['!=='],
  [K.ExclamationEqualsEqualsToken]: ['==='],
  [K.AmpersandAmpersandToken]: ['||'],
  [K.BarBarToken]: ['&&'],
  [K.PlusToken]: ['-'],
  [K.MinusToken]: ['+'],
  [K.AsteriskToken]: ['/'],
  [K.SlashToken]: ['*'],
  [K.PercentToken]: ['*'],
  [K.GreaterThanGreaterThanToken]: ['<<'],
  [K.PlusEqualsToken]: ['-='],
  [K.MinusEqualsToken]: ['+='],
}
const RELATIONAL = new Set([K.LessThanToken, K.LessThanEqualsToken, K.GreaterThanToken, K.GreaterThanEqualsToken])
const ARITHMETIC = new Set([
  K.PlusToken,
  K.MinusToken,
  K.AsteriskToken,
  K.SlashToken,
  K.PercentToken,
  K.GreaterThanGreaterThanToken,
  K.PlusEqualsToken,
  K.MinusEqualsToken,
])

/** Methods that are taken for each other, or left out of the chain (null). */
const METHODS = {
  some: 'every',
  every: 'some',
  find: 'findLast',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  trimStart: 'trimEnd',
  trimEnd: 'trimStart',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  filter: null,
  sort: null,
  trim: null,
  reverse: null,
}

const parse = (path, source) => ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)

const hasBody = (node) => ts.isFunctionLike(node) && node.body !== undefined

/** The source with `mark(n)` at the head of the nth function of the file: what tells which tests reach it. */
export function markFunctions(path, source, mark) {
  const edits = []
  const visit = (node) => {
    if (hasBody(node)) {
      const call = mark(edits.length)
      const { body } = node
      if (ts.isBlock(body)) edits.push([[body.getStart() + 1, `${call};`]])
      else
        edits.push([
          [body.getStart(), `(${call}, `],
          [body.end, ')'],
        ])
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(path, source))
  let out = source
  // From the end, so that the places before stay.
  for (const [at, text] of edits.flat().sort(([a], [b]) => b - a)) out = out.slice(0, at) + text + out.slice(at)
  return out
}

/**
 * Mutants of a source: `{ operator, line, within, before, after, text }`: `text` is the whole of it, changed, `within` the number
 * of the function that `markFunctions` marks, null outside of all.
 */
export function codeMutants(path, source) {
  const file = parse(path, source)
  const out = []
  let functions = 0
  let within = null
  const edit = (operator, start, end, by) => {
    const before = source.slice(start, end)
    if (before === by) return
    const { line } = file.getLineAndCharacterOfPosition(start)
    out.push({
      operator,
      line: line + 1,
      within,
      before: shown(before),
      after: shown(by),
      text: source.slice(0, start) + by + source.slice(end),
    })
  }
  const replace = (operator, node, by) => edit(operator, node.getStart(), node.end, by)

  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    const outer = within
    if (hasBody(node)) within = functions++
    mutate(node, replace, edit)
    ts.forEachChild(node, visit)
    within = outer
  }
  visit(file)
  return out
}

const shown = (text) => text.replace(/\s+/g, ' ').slice(0, 70)

function mutate(node, replace, edit) {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) negate(node.expression, replace)
  else if (ts.isConditionalExpression(node)) negate(node.condition, replace)
  else if (ts.isForStatement(node) && node.condition) replace('condition negated', node.condition, 'false')
  else if (ts.isBinaryExpression(node)) binary(node, replace, edit)
  else if (ts.isPrefixUnaryExpression(node)) prefix(node, replace)
  else if (ts.isPostfixUnaryExpression(node))
    replace('arithmetic', node, `${node.operand.getText()}${node.operator === K.PlusPlusToken ? '--' : '++'}`)
  else if (node.kind === K.TrueKeyword) replace('boolean flipped', node, 'false')
  else if (node.kind === K.FalseKeyword) replace('boolean flipped', node, 'true')
  else if (ts.isNumericLiteral(node)) replace('number raised', node, String(Number(node.text) + 1))
  else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) string(node, replace)
  else if (ts.isTemplateExpression(node)) replace('string emptied', node, "''")
  else if (ts.isReturnStatement(node) && node.expression) returned(node, replace)
  else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) replace('returns nothing', node.body, 'undefined')
  else if (ts.isExpressionStatement(node)) removed(node, replace)
  else if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) replace('statement removed', node, ';')
  else if (ts.isThrowStatement(node)) replace('statement removed', node, ';')
  else if (ts.isYieldExpression(node)) replace('statement removed', node, 'undefined')
  else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) method(node, replace, edit)
  else if (ts.isArrayLiteralExpression(node)) members(node, replace)
  else if (ts.isSpreadAssignment(node)) replace('spread removed', node, '...{}')
  if (node.questionDotToken && ts.isPropertyAccessExpression(node))
    replace('chain not optional', node.questionDotToken, '.')
}

function negate(condition, replace) {
  replace('condition negated', condition, `!(${condition.getText()})`)
}

function binary(node, replace, edit) {
  const { kind } = node.operatorToken
  for (const by of OPERATORS[kind] ?? []) {
    const operator = RELATIONAL.has(kind) ? 'boundary moved' : ARITHMETIC.has(kind) ? 'arithmetic' : 'logic swapped'
    replace(operator, node.operatorToken, by)
  }
  if (kind !== K.QuestionQuestionToken) return
  edit('default removed', node.left.end, node.end, '')
  replace('default alone', node, `(${node.right.getText()})`)
}

function prefix(node, replace) {
  if (node.operator === K.ExclamationToken) replace('negation removed', node, `(${node.operand.getText()})`)
  else if (node.operator === K.MinusToken) replace('arithmetic', node, node.operand.getText())
  else if (node.operator === K.PlusPlusToken) replace('arithmetic', node, `--${node.operand.getText()}`)
  else if (node.operator === K.MinusMinusToken) replace('arithmetic', node, `++${node.operand.getText()}`)
}

function string(node, replace) {
  if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return
  if (ts.isLiteralTypeNode(node.parent)) return
  replace('string emptied', node, node.text === '' ? "'§'" : "''")
}

function returned(node, replace) {
  const { expression } = node
  const plain = expression.getText()
  if (plain === 'null') return
  if (expression.kind === K.TrueKeyword || expression.kind === K.FalseKeyword) return
  replace('returns nothing', expression, 'null')
}

function removed(node, replace) {
  // `yield` has its own.
  if (ts.isYieldExpression(node.expression)) return
  replace('statement removed', node, ';')
}

function method(node, replace, edit) {
  const { name, expression } = node.expression
  if (!Object.hasOwn(METHODS, name.text)) return
  const by = METHODS[name.text]
  if (by) replace('method swapped', name, by)
  else edit('method removed', expression.end, node.end, '')
}

function members(node, replace) {
  const { elements } = node
  if (elements.length < 2 || ts.isArrayLiteralExpression(node.parent)) return
  for (const one of elements) {
    const rest = elements.filter((e) => e !== one).map((e) => e.getText())
    replace('member dropped', node, `[${rest.join(', ')}]`)
  }
}
