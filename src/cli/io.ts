/** What the program needs of a process, so that it can be run without one. */

export interface Output {
  write(text: string, done: (error?: Error | null) => void): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean }
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  /** Signals, where there are any. */
  on?(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
  off?(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
}

/** The exit code of what a signal ended: 128 and the number of SIGINT. */
export const INTERRUPTED = 130

/** Waits until the text is handed on: many files do not pile up before a slow reader. */
export function write(output: Output, text: string): Promise<void> {
  return new Promise((resolve, reject) => output.write(text, (error) => (error ? reject(error) : resolve())))
}

/** Reads to the end, or to just over `limit`: an endless input must end. */
export async function readAll(input: Io['stdin'], limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    chunks.push(bytes)
    size += bytes.byteLength
    if (size > limit) break
  }
  return Buffer.concat(chunks)
}

/** The reader has gone (`gongwen … | head`): no error, only an end. */
export const isBrokenPipe = (error: unknown) =>
  ['EPIPE', 'ERR_STREAM_DESTROYED'].includes((error as { code?: string } | null)?.code ?? '')
