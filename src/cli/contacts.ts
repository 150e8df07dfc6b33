/** `gongwen contacts`: contacts of notices to a vCard file. */
import type { ContactsCommand } from './args.js'
import { type Io, write } from './io.js'
import { put, readAllNotices } from './office.js'

export async function runContacts(command: ContactsCommand, io: Io): Promise<number> {
  const { read, failures } = await readAllNotices(command, io)
  const { contactCards, writeCards } = await import('../contacts/index.js')
  const cards = contactCards(read)
  await put(command.output, writeCards(cards), io)
  const people = cards.filter(({ kind }) => kind === 'individual').length
  const told = `${people} people and ${cards.length - people} offices of ${read.length} inputs`
  await write(io.stderr, `gongwen: ${told}\n`).catch(() => {})
  return failures ? 2 : 0
}
