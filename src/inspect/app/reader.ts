/** The worker, asked one thing at a time: what is asked for while it is busy replaces what still waits. */
import type { Notice } from '../../index.js'
import type { Lang } from '../../report/words.js'
import { startWorker } from './dom.js'
import type { Answer, Ask, Job } from './messages.js'

type ReadOutcome = { notice: Notice; view: string } | { server: true } | { error: { code: string; message: string } }

export interface Reader {
  /** Resolves with `null` when something else was asked for in the meantime. */
  read(job: Job, lang: Lang): Promise<ReadOutcome | null>
}

export function createReader(referenceDate: string | undefined, onBroken: (message: string) => void): Reader {
  const worker = startWorker('/worker.js')
  let count = 0
  let waiting: { id: number; done: (outcome: ReadOutcome | null) => void } | undefined
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if (data.id !== waiting?.id) return
    const { done } = waiting
    waiting = undefined
    done(data)
  })
  worker.addEventListener('error', (event) => onBroken(event.message || 'worker'))
  return {
    read(job, lang) {
      waiting?.done(null)
      return new Promise((resolve) => {
        waiting = { id: ++count, done: resolve }
        const ask: Ask = { id: count, lang, job, ...(referenceDate === undefined ? {} : { referenceDate }) }
        worker.postMessage(ask)
      })
    },
  }
}
