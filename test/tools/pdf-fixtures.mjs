#!/usr/bin/env node
// Prints composed notices of the corpus to test/fixtures/pdf by LibreOffice (not needed to run the tests).
//   apt-get install -y --no-install-recommends libreoffice-writer fonts-noto-cjk && node test/tools/pdf-fixtures.mjs
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const names = ['text-no-signature', 'many-bodies-columns', 'tender-notice', 'letter-format']
const work = mkdtempSync(join(tmpdir(), 'pdf-fixtures-'))

const escaped = (line) =>
  line
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/ {2,}/g, (run) => `<text:s text:c="${run.length}"/>`)
    .replace(/\t/g, '<text:tab/>')

const font = 'style:font-name="N" style:font-name-asian="N" fo:font-size="13pt" style:font-size-asian="13pt"'
const flat = (
  text,
) => `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="N" svg:font-family="'Noto Sans CJK SC'"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties ${font} fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/></style:default-style></office:styles>
<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.5cm" fo:margin-bottom="2cm" fo:margin-left="2.8cm" fo:margin-right="2.6cm"/><style:footer-style><style:header-footer-properties fo:min-height="1cm"/></style:footer-style></style:page-layout>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:line-height="25pt"/></style:style><style:style style:name="F" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:footer><text:p text:style-name="F">— <text:page-number text:select-page="current">1</text:page-number> —</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>${text
  .split('\n')
  .map((line) => `<text:p text:style-name="P">${escaped(line)}</text:p>`)
  .join('')}</office:text></office:body></office:document>`

function convert(file, filter) {
  const profile = `-env:UserInstallation=file://${work}/profile`
  execFileSync('soffice', ['--headless', profile, '--convert-to', filter, '--outdir', work, file], { stdio: 'inherit' })
}

for (const name of names) {
  const source = join(work, `${name}.fodt`)
  writeFileSync(source, flat(readFileSync(join(root, 'corpus', `${name}.txt`), 'utf8')))
  convert(source, 'pdf')
  copyFileSync(join(work, `${name}.pdf`), join(root, 'test/fixtures/pdf', `${name}.pdf`))
}
const secret = join(work, 'encrypted.fodt')
writeFileSync(secret, flat('关于做好某项工作的通知'))
const options = {
  EncryptFile: { type: 'boolean', value: 'true' },
  DocumentOpenPassword: { type: 'string', value: 'secret' },
}
convert(secret, `pdf:writer_pdf_Export:${JSON.stringify(options)}`)
copyFileSync(join(work, 'encrypted.pdf'), join(root, 'test/fixtures/pdf/encrypted.pdf'))
rmSync(work, { recursive: true })
