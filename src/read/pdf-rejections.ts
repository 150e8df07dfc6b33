/**
 * pdf.js fetches the children of a page tree ahead and forgets them where the tree proves broken (`Catalog.getPageDict`,
 * 5.6): nobody hears their rejections, and Node ends the process for it, though the file itself is read from what is
 * left of it. As long as a file is being read, and a turn longer, these are heard here; all others go their way.
 */

/** What of Node's process is needed; browsers have none and only log. */
interface Process {
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): void
  off(event: 'unhandledRejection', listener: (reason: unknown) => void): void
  listenerCount(event: 'unhandledRejection'): number
}

const isPdfJsOwn = (reason: unknown): boolean =>
  reason instanceof Error &&
  /(?:Exception|FormatError)$/.test(reason.name) &&
  /\bpdf\.worker\b/.test(reason.stack ?? '')

function hear(reason: unknown): void {
  if (isPdfJsOwn(reason)) return
  // What Node does where nobody listens.
  if (node?.listenerCount('unhandledRejection') === 1) throw reason
}

const node = (globalThis as { process?: Process }).process
let reading = 0

/** Runs `read`, which reads one file with pdf.js. */
export async function hearingRejections<T>(read: () => Promise<T>): Promise<T> {
  if (typeof node?.on !== 'function' || typeof node.off !== 'function') return read()
  if (reading++ === 0) node.on('unhandledRejection', hear)
  try {
    return await read()
  } finally {
    // They are told at the end of a turn.
    setTimeout(() => {
      if (--reading === 0) node.off('unhandledRejection', hear)
    }, 0)
  }
}
