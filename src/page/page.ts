/** The frame of a self-contained page: nothing is fetched, nothing runs but what the program put there. */
import { createHash } from 'node:crypto'
import { html, type Markup, raw } from './html.js'

export interface Page {
  title: string
  lang: string
  /** Style sheet of the page, behind the shared tokens. */
  style: string
  /** Script of the page; the page must be of use without it. */
  script?: string
  body: Markup
}

/** Colours and measures that pages share, in light and in dark. */
export const tokens = `
:root{color-scheme:light dark;--ground:#fbfbf9;--sheet:#fff;--ink:#1c1f23;--dim:#5b626b;--line:#c9ced6;--accent:#0b5cad;
--warn:#9a4a00;--focus:#b3261e;--central:#b3261e;--province:#8a5a00;--prefecture:#0b6b4f;--county:#0b5cad;--township:#6a3fa0;--other:#5b626b}
@media (prefers-color-scheme:dark){:root{--ground:#14171a;--sheet:#1d2125;--ink:#e8eaed;--dim:#a3abb5;--line:#434a53;--accent:#7db7f5;
--warn:#f0a35e;--focus:#ff8a80;--central:#ff8a80;--province:#e6b84f;--prefecture:#5fcfa8;--county:#7db7f5;--township:#c6a5f2;--other:#a3abb5}}
*{box-sizing:border-box}
html{font:16px/1.6 system-ui,"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
body{margin:0;background:var(--ground);color:var(--ink);overflow-wrap:anywhere}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
`

const digest = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`

/** The whole document. Its policy allows only this style sheet and this script, by their digests. */
export function page({ title, lang, style, script, body }: Page): string {
  const sheet = `${tokens}${style}`
  const policy = [
    "default-src 'none'",
    `style-src ${digest(sheet)}`,
    ...(script === undefined ? [] : [`script-src ${digest(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${raw(sheet)}</style>
</head>
<body>
${body}
${script === undefined ? null : html`<script>${raw(script)}</script>`}
</body>
</html>
`.markup
}
