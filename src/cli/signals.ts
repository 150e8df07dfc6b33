/** Signals that ask a run to end. */
import type { Io } from './io.js'

/** The first signal asks for an end, the second makes one. */
export function listen(io: Io) {
  const stop = new AbortController()
  const abort = new AbortController()
  const onSignal = () => (stop.signal.aborted ? abort.abort(new Error('interrupted')) : stop.abort())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) io.on?.(signal, onSignal)
  return {
    stop: stop.signal,
    abort: abort.signal,
    off() {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) io.off?.(signal, onSignal)
    },
  }
}
