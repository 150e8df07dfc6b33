/** The table on stdout. */
const pad = (s, n) => String(s).padStart(n)

function row(name, fast, per) {
  console.log(`${name.padEnd(46)} ${pad(fast === null ? '' : fast.toFixed(2), 8)} ${pad(per, 10)}`)
}

function ratio(name, r, limit) {
  console.log(
    `${name.padEnd(46)} ${r.median.toFixed(2)}   (p10 ${r.p10.toFixed(2)}, p90 ${r.p90.toFixed(2)}; ${limit})`,
  )
}

export function print({ node, machine: m, versions, throughput: t, html, pdf, coldStart: c, linearity: l }, limits) {
  console.log(`node ${node}, ${m.cpu}, ${m.cores} cores, ${m.platform}`)
  console.log(
    Object.entries(versions)
      .map(([name, v]) => `${name} ${v}`)
      .join(', '),
  )
  console.log(`\ntext: ${t.notices} notices, ${t.bytes} bytes, ${t.rounds} rounds in turn`)
  console.log(`${''.padEnd(46)} ${pad('MB/s', 8)} ${pad('notices/s', 10)}`)
  row('gongwen parseNotice', t.gongwen.megabytesPerSecond, t.gongwen.noticesPerSecond)
  row('NFKC + chrono-node + libphonenumber + linkify', t.stack.megabytesPerSecond, t.stack.noticesPerSecond)
  ratio('times as fast (median of rounds)', t.ratio, `at least ${limits.text}`)

  console.log(`\nHTML: ${html.pages} pages of ${html.smallest} to ${html.largest} bytes, ${html.rounds} rounds in turn`)
  console.log(`${''.padEnd(46)} ${pad('MB/s', 8)} ${pad('pages/s', 10)}`)
  row('gongwen parseNotice', html.gongwen.megabytesPerSecond, html.gongwen.pagesPerSecond)
  row('cheerio/slim load with indices + text()', html.cheerio.megabytesPerSecond, html.cheerio.pagesPerSecond)
  ratio('times as long (median of rounds)', html.ratio, `at most ${limits.html}`)

  console.log(`\nPDF: ${pdf.files} files, ${pdf.pages} pages, ${pdf.rounds} rounds in turn`)
  console.log(`${''.padEnd(46)} ${pad('', 8)} ${pad('pages/s', 10)}`)
  row('gongwen readNotice', null, pdf.gongwen.pagesPerSecond)
  row('pdfjs-dist getTextContent', null, pdf.pdfjs.pagesPerSecond)
  ratio('times as long (median of rounds)', pdf.ratio, `at most ${limits.pdf}`)

  console.log(`\ncold start: import + first parse of ${c.bytes} bytes, median of ${c.children} processes`)
  console.log(
    `${c.milliseconds.toFixed(1)} ms   (import ${c.importMilliseconds.toFixed(1)}, parse ${c.parseMilliseconds.toFixed(1)}; fastest ${c.fastest.toFixed(1)}, slowest ${c.slowest.toFixed(1)}); nodejieba loaded: ${c.nodejiebaLoaded ? 'YES' : 'no'}`,
  )
  console.log('\nlinearity: one notice made longer')
  for (const p of l.points)
    console.log(
      `${pad(p.bytes, 9)} bytes ${pad(p.milliseconds.toFixed(2), 10)} ms ${pad((p.bytes / 1000 / p.milliseconds).toFixed(2), 8)} MB/s ${pad(p.dates, 6)} dates`,
    )
  console.log(`exponent ${l.exponent.toFixed(3)}   (at most ${limits.exponent})`)
}
