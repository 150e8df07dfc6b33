/** What the file system says, as the error of an input. */
import type { UnreadableCode } from '../../index.js'

export function failureOfFile(error: unknown): { code: UnreadableCode; message: string } {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'not-found', message: 'there is no such file' }
  if (code === 'EACCES' || code === 'EPERM') return { code: 'permission', message: 'the file may not be read' }
  return { code: 'broken', message: message || String(error) }
}
