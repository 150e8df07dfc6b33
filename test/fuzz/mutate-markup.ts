/** Changes of tag soup and XML by their tags, of Markdown and RTF by their marks. */
import { mutateText } from './mutate-text.js'
import type { Dice } from './random.js'
import { FORMS, KEYS, NUMBERS, ODD } from './words.js'

const TAGS =
  'p div span table tr td th tbody thead ul ol li h1 h2 h3 h6 br hr b i strong em font center section article header footer nav aside main form input textarea select option button label a img script style noscript template iframe object embed svg math title meta link base head body html pre code blockquote dl dt dd caption colgroup col marquee ruby rt rp x-y o:p ucapcontent !doctype ?xml ![CDATA[ !--'.split(
    ' ',
  )
const ATTRIBUTES = [
  'class="TRS_Editor"',
  'id="zoom"',
  'style="display:none"',
  'style="display:none',
  "style='DISPLAY : NONE !important'",
  'hidden',
  'hidden=""',
  'colspan="99999999"',
  'rowspan="65535"',
  'colspan=-1',
  'rowspan=0',
  'colspan="1e9"',
  'href="../a.docx"',
  'href="javascript:alert(1)"',
  'href="http://[::1"',
  'href="//"',
  'href="data:text/html,a"',
  'content="2024-05-06"',
  'name="PubDate"',
  'name="ArticleTitle" content="&lt;a&gt;"',
  'charset=gbk',
  'http-equiv="Content-Type" content="text/html; charset=utf-16"',
  'align=center',
  'a=b'.repeat(50),
  '=',
  '"',
  "'",
  '/',
  '>',
  ...KEYS.map((key) => `${key}="${key}"`),
]
const ENTITIES = [
  '&nbsp;',
  '&#0;',
  '&#x0',
  '&#x110000;',
  '&#99999999999999999999;',
  '&#xd800;',
  '&#x4e2d',
  '&amp;lt;',
  '&lt',
  '&notit;',
  '&NotEqualTilde;',
  '&emsp;',
  '&ensp;&ensp;',
  '&__proto__;',
  '&constructor;',
  '&#',
  '&#x;',
  '&;',
  '&',
]
const INSERTS = [
  '<!-- ',
  ' -->',
  '<!---->',
  '<!-->',
  '<!--!>',
  '--!>',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE html>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<?xml version="1.0"?>',
  '<?php echo 1; ?>',
  '<%@ page %>',
  '<script>',
  '</script>',
  '<script><!--<script>',
  '<style>p{',
  '</style >',
  '<textarea>',
  '<title>',
  '</title/>',
  '<plaintext>',
  '<',
  '</',
  '<p',
  '</p',
  '<!',
  '<a b="',
  '<>',
  '</>',
  '<br/>',
  '<br></br>',
]

const split = (markup: string) => markup.split(/(<[^<>]*>)/)

type TokenChange = (tokens: string[], d: Dice, at: number) => void

const TOKEN_CHANGES: TokenChange[] = [
  (tokens, _, at) => void tokens.splice(at, 1),
  (tokens, d, at) => void tokens.splice(at, 1 + d.below(10)),
  (tokens, _, at) => void tokens.splice(at, 0, tokens[at]!),
  (tokens, d, at) => void tokens.splice(at, 0, ...tokens.slice(at, at + d.below(30))),
  (tokens, d, at) => {
    const to = d.below(tokens.length)
    ;[tokens[at], tokens[to]] = [tokens[to]!, tokens[at]!]
  },
  (tokens, d, at) => void tokens.splice(at, 0, `<${d.pick(TAGS)}>`),
  (tokens, d, at) => void tokens.splice(at, 0, `</${d.pick(TAGS)}>`),
  (tokens, d, at) => void tokens.splice(at, 0, `<${d.pick(TAGS)} ${d.pick(ATTRIBUTES)} ${d.pick(ATTRIBUTES)}>`),
  (tokens, d, at) => void tokens.splice(at, 0, d.pick(ENTITIES)),
  (tokens, d, at) => void tokens.splice(at, 0, d.pick(INSERTS)),
  (tokens, d, at) => void tokens.splice(at, 0, d.pick(FORMS)),
  (tokens, d, at) => {
    tokens[at] = tokens[at]!.replace(/(?=\/?>$)/, ` ${d.pick(ATTRIBUTES)}`)
  },
  (tokens, d, at) => {
    tokens[at] = tokens[at]!.replace(/^(<\/?)[\w:-]+/, `$1${d.pick(TAGS)}`)
  },
  (tokens, d, at) => {
    tokens[at] = tokens[at]!.replace(/=\s*"[^"]*"/, () => `="${d.pick([...NUMBERS, ...KEYS, ...ODD, ...FORMS])}"`)
  },
  (tokens, d, at) => {
    tokens[at] = tokens[at]!.replace(/-?\d+(?:\.\d+)?/, () => d.pick(NUMBERS))
  },
  (tokens, d, at) => {
    const tag = d.pick(TAGS)
    const depth = 1 + d.below(d.once(10) ? 3000 : 40)
    tokens.splice(at, 0, `<${tag}>`.repeat(depth))
    if (d.once(2)) tokens.splice(Math.min(tokens.length, at + 1 + d.below(20)), 0, `</${tag}>`.repeat(depth))
  },
  (tokens, d, at) => {
    tokens[at] = tokens[at]!.slice(0, d.below(tokens[at]!.length + 1))
  },
  (tokens, d, at) => {
    tokens[at] = d.once(2) ? tokens[at]!.toUpperCase() : tokens[at]!.replace('>', d.pick(['/>', ' >', '\n>', '>>', '']))
  },
]

/** HTML and XML. */
export function mutateMarkup(markup: string, other: string, d: Dice, longest = 60_000): string {
  const tokens = split(markup)
  for (let n = d.few(); n > 0; n--) {
    if (!tokens.length) tokens.push('')
    const at = d.below(tokens.length)
    if (d.once(4)) tokens[at] = mutateText(tokens[at]!, other, d)
    else if (d.once(12)) {
      const theirs = split(other)
      const from = d.below(theirs.length)
      tokens.splice(at, 0, ...theirs.slice(from, from + d.below(40)))
    } else d.pick(TOKEN_CHANGES)(tokens, d, at)
  }
  return tokens.join('').slice(0, longest)
}

const MARKS = [
  '# ',
  '####### ',
  '> ',
  '>> ',
  '- ',
  '* ',
  '1. ',
  '999999999. ',
  '- [ ] ',
  '```',
  '~~~',
  '`',
  '``',
  '**',
  '***',
  '__',
  '_',
  '~~',
  '[',
  '](',
  ')',
  '![',
  '[甲]: <',
  '[^1]',
  '[^1]: ',
  '<http://',
  '<a@b.c>',
  '|',
  '|---|:-:|\n',
  '\n|甲|乙|\n|-|-|\n|丙|\n',
  '---\n',
  '===\n',
  '\\',
  '\\\n',
  '  \n',
  '\t',
  '    ',
  '<br>',
  '<table><tr><td>',
  '</td></tr></table>',
  '<!--',
  '-->',
  '&nbsp;',
  '&#x4e2d;',
  '$$',
  '---\ntitle: a\n---\n',
  '\n\n',
]

/** Markdown: marks at the heads of lines and anywhere else. */
export function mutateMarkdown(text: string, other: string, d: Dice, longest = 20_000): string {
  let out = text
  for (let n = d.few(); n > 0; n--) {
    const at = d.below(out.length + 1)
    const line = out.lastIndexOf('\n', at) + 1
    if (d.once(4)) out = mutateText(out, other, d, longest)
    else if (d.once(2))
      out = out.slice(0, line) + d.pick(MARKS).repeat(d.once(8) ? 1 + d.below(60) : 1) + out.slice(line)
    else out = out.slice(0, at) + d.pick(MARKS) + out.slice(at)
  }
  return out.slice(0, longest)
}

const CONTROLS =
  "par pard plain b i ul u uc bin f fs cf trowd cellx cell row intbl nestcell nestrow itap header footer footnote field fldinst fldrslt pict object upr ud stylesheet fonttbl ansicpg ansi mac deff tab line page sect emdash ldblquote rquote ~ _ - * { } 'ff '81'40 'a3 listtext pntext v deleted annotation xe tc shptxt result nonesttables clvmrg clmgf clmrg rtf info title".split(
    ' ',
  )

/** RTF: control words with numbers at the edges, groups opened and closed. */
export function mutateRtf(text: string, other: string, d: Dice, longest = 400_000): string {
  let out = text
  for (let n = d.few(); n > 0; n--) {
    const at = d.below(out.length + 1)
    const word = `\\${d.pick(CONTROLS)}${d.once(2) ? d.pick(NUMBERS) : ''} `
    const change = d.below(7)
    if (change === 0) out = out.slice(0, at) + word + out.slice(at)
    else if (change === 1) out = out.slice(0, at) + d.pick(['{', '}', '{\\*', '{}', '}}', '{{']) + out.slice(at)
    else if (change === 2)
      out = out.slice(0, at) + out.slice(at).replace(/\\[a-z]+-?\d* ?/, () => (d.once(3) ? '' : word))
    else if (change === 3) out = out.slice(0, at) + out.slice(at).replace(/-?\d+/, () => d.pick(NUMBERS))
    else if (change === 4) {
      const depth = 1 + d.below(400)
      out = `${out.slice(0, at)}${'{'.repeat(depth)}${out.slice(at)}`
    } else if (change === 5) {
      const from = d.below(other.length)
      out = out.slice(0, at) + other.slice(from, from + d.below(200)) + out.slice(at)
    } else out = out.slice(0, at) + out.slice(at + d.below(200))
  }
  return out.slice(0, longest)
}
