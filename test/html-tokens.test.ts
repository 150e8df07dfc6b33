/** The tokenizer beside another one on generated soup, and what that one cannot show: places, cut pages, bad references. */
import fc from 'fast-check'
import { Tokenizer } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../src/read/html.js'
import { type Listener, tokenize } from '../src/read/html-tokens.js'
import { fromAt } from '../src/read/source-text.js'

/** What a listener hears, one line a token; neighbouring pieces of text are one. */
function heard(source: string): string[] {
  const out: string[] = []
  let text = ''
  let value = ''
  const flush = () => {
    if (text) out.push(`text ${text}`)
    text = ''
  }
  const listener: Listener = {
    text: (start, end) => {
      text += source.slice(start, end)
    },
    reference: (start, end, codes) => {
      text += `{${String.fromCodePoint(...codes)} ${start}-${end}}`
    },
    openTag: (start, end) => {
      flush()
      out.push(`open ${source.slice(start, end)}`)
    },
    attribute: (start, end) => {
      out.push(`name ${source.slice(start, end)}`)
      value = ''
      return true
    },
    value: (start, end) => {
      value += source.slice(start, end)
    },
    valueReference: (codes) => {
      value += `{${String.fromCodePoint(...codes)}}`
    },
    attributeEnd: () => out.push(`value ${value}`),
    openTagEnd: (end, selfClosing) => out.push(`end ${end} ${selfClosing}`),
    closeTag: (start, end) => {
      flush()
      out.push(`close ${source.slice(start, end)}`)
    },
  }
  tokenize(source, listener)
  flush()
  return out
}

/** The same of htmlparser2. */
function heardElsewhere(source: string): string[] {
  const out: string[] = []
  let text = ''
  let value = ''
  const flush = () => {
    if (text) out.push(`text ${text}`)
    text = ''
  }
  let last = { end: -1, start: -1 }
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => {
        text += source.slice(start, end)
      },
      ontextentity: (code, end) => {
        // The second code point of a reference comes by itself.
        if (last.end === end) text = text.replace(/ \d+-\d+\}$/, `${String.fromCodePoint(code)} ${last.start}-${end}}`)
        else {
          last = { end, start: source.lastIndexOf('&', end - 1) }
          text += `{${String.fromCodePoint(code)} ${last.start}-${end}}`
        }
      },
      onopentagname: (start, end) => {
        flush()
        out.push(`open ${source.slice(start, end)}`)
      },
      onattribname: (start, end) => {
        out.push(`name ${source.slice(start, end)}`)
        value = ''
      },
      onattribdata: (start, end) => {
        value += source.slice(start, end)
      },
      onattribentity: (code) => {
        value += `{${String.fromCodePoint(code)}}`
      },
      onattribend: () => out.push(`value ${value}`),
      onopentagend: (end) => out.push(`end ${end + 1} false`),
      onselfclosingtag: (end) => out.push(`end ${end + 1} true`),
      onclosetag: (start, end) => {
        flush()
        out.push(`close ${source.slice(start, end)}`)
      },
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  tokenizer.write(source)
  tokenizer.end()
  flush()
  return out
}

const PIECES = [
  '<p>', '</p>', '<div class="a b" id=x>', "<a href='?a=1&amp;b=2&copy=3'>", '<br/>', '<img src=a.gif / >', '<td nowrap width = 3>',
  '<script>', '</script>', '<style type="text/css">', '</style>', '<title>', '</title >', '<textarea>', '</textarea\n>', '<SCRIPT/>',
  '<!-- a -->', '<!---->', '<!--->', '<!-->', '<!doctype html>', '<?php x ?>', '<![CDATA[ a ]] ]]>', '<![if !IE]>', '</ div>', '</>', '</1>',
  '<', '</', '<!--', '>', '/>', '"', "'", '=', '&', '&&', ';', '#', '&nbsp;', '&nbsp', '&amp;nbsp;', '&lt', '&#160;', '&#xA0', '&#x;', '&#0;',
  '&#150;', '&#99999999999;', '&notit;', '&notin;', '&NotEqualTilde;', '&nope;', '&ampx', '&Aacute', '&hellip;', '&lpar;', '示例', '通知 2024',
  ' ', '\n', 'a', 'b=c', '\t<b\tx>', '<b x=1y="2"z>', '<a =b>', '<a "c">', 'x<y', '1 < 2', '<o:p></o:p>',
] // biome-ignore format: one a line says nothing more

/** Closes whatever is open, so that the end of the page is none of a tag. */
const CLOSED = `x'>">-->]]></title></script></style></textarea>`

describe('tokens of a page', () => {
  it('are those of another tokenizer, on soup of every kind', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }), (pieces) => {
        const source = pieces.join('') + CLOSED
        // The other one loses a reference in a title behind a lesser-than sign.
        fc.pre(!source.includes('<title>') || !/<[^<>&]{0,8}&/.test(source))
        expect(heard(source)).toEqual(heardElsewhere(source))
      }),
      { numRuns: 3000, seed: 9704 },
    )
  })

  it('a page cut off within a tag is read up to it', () => {
    const page = '<p>示例市示例局</p><p title="甲 > 乙">2024年5月6日</p ><br / ><!-- 完 -->'
    for (let n = 0; n <= page.length; n++) {
      const { text } = readHtml(page.slice(0, n)).raw
      expect(
        '示例市示例局\n2024年5月6日'.startsWith(
          text
            .trim()
            .replace(/<[/!?]?(?:!--?)?$/, '')
            .trim(),
        ),
        `${n}: ${text}`,
      ).toBe(true)
    }
  })

  it('a reference of two code points is read once', () => {
    const { raw } = readHtml('<p>甲&NotEqualTilde;乙</p>')
    expect(raw.text).toBe('甲≂̸乙')
    expect(Array.from(raw.text, (_, i) => fromAt(raw, i))).toEqual([3, 4, 4, 19])
  })

  it('costs a number of tokens linear in the page, whatever is left open', () => {
    for (const piece of [
      '<',
      '</',
      '<!',
      '<a ',
      '<a b="',
      '&',
      '&#',
      '<!--',
      '<script>',
      '</script',
      '<title>&',
      '<?',
    ]) {
      let tokens = 0
      const count = () => {
        tokens++
      }
      tokenize(piece.repeat(20_000), {
        text: count,
        reference: count,
        openTag: count,
        attribute: () => {
          tokens++
          return true
        },
        value: count,
        valueReference: count,
        attributeEnd: count,
        openTagEnd: count,
        closeTag: count,
      })
      expect(tokens).toBeLessThanOrEqual(100_000)
    }
  })
})
