/**
 * A plain program: what must be done by when, and whom to ask, of one notice or several.
 *
 *   node examples/out/app/main.js notice.pdf other.txt
 *
 * Exit code 1 when a file could not be read, 2 when none was named.
 */
import { type Contact, type Deadline, type Notice, position, readNotice, UnreadableNoticeError } from 'gongwen'

function deadlineLine(notice: Notice, deadline: Deadline): string {
  const { line } = position(notice, deadline.span).start
  // `due` is null where the notice does not tell the day: then its own words say what it tells.
  const due = deadline.due ?? deadline.text
  const who = deadline.actor ? `${deadline.actor.text}：` : ''
  return `  ${due}  ${who}${deadline.action}  (line ${line})`
}

function contactLine({ unit, people, phones, emails }: Contact): string {
  const numbers = phones.map(({ number, extension }) => (extension ? `${number} ext. ${extension}` : number))
  return `  ${[unit?.text, ...people.map(({ text }) => text), ...numbers, ...emails.map(({ text }) => text)].filter(Boolean).join('  ')}`
}

function report(notice: Notice): string {
  const doubts = notice.diagnostics.filter(({ severity }) => severity !== 'info')
  return [
    notice.title?.text ?? '(no title)',
    'Deadlines:',
    ...notice.deadlines.map((deadline) => deadlineLine(notice, deadline)),
    'Contacts:',
    ...notice.contacts.map(contactLine),
    ...doubts.map(({ ruleId, reason }) => `Look again: ${reason} (${ruleId})`),
  ].join('\n')
}

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: main.js FILE…')
  process.exitCode = 2
}
for (const file of files) {
  try {
    console.log(`${report(await readNotice(file))}\n`)
  } catch (error) {
    if (!(error instanceof UnreadableNoticeError)) throw error
    console.error(`${error.message} (${error.code})`)
    process.exitCode = 1
  }
}
