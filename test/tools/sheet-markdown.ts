/** The sheet of a notice as Markdown, as converters write it: headings, escaped marks, pipe tables. */
import type { Grid, Item } from './sheet.js'

/** Marks that Markdown would read as its own. */
const escaped = (text: string) => text.replace(/[\\*_`<>|[\]#]/g, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2')

export function markdownOf(items: readonly Item[]): string {
  const out: string[] = []
  let titled = false
  items.forEach((item, i) => {
    const last = items[i - 1]
    if (item.kind === 'rule') out.push('---')
    else if (item.kind === 'table') out.push(pipes(item))
    else {
      const text = item.pieces.map(escaped).join('        ')
      // The lines of a title are one heading.
      if (item.role === 'title') {
        const follows = last?.kind === 'line' && last.role === 'title'
        out.push(follows ? out.pop()! + text : `# ${text}`)
        titled = true
      } else if (item.role === 'heading1' && titled) out.push(`## ${text}`)
      else if (item.role === 'heading2') out.push(`### ${text}`)
      else if (item.role === 'annexTitle') out.push(`**${text}**`)
      else out.push(text)
    }
  })
  return `${out.join('\n\n')}\n`
}

function pipes({ rows }: Grid): string {
  const width = Math.max(...rows.map((row) => row.length))
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => escaped(cells[i] ?? '')).join(' | ')} |`
  const [head, ...rest] = rows
  return [line(head!), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n')
}
