/** Reads notices beside the page, so that a long one does not hold it up, and makes their view. */
import { type Notice, parseNotice, readNotice, UnreadableNoticeError } from '../../index.js'
import { type EvidenceOf, trace } from '../../report/trace.js'
import { noticeView } from '../../report/view.js'
import type { Answer, Ask, Job } from './messages.js'

declare const self: {
  onmessage: ((event: MessageEvent<Ask>) => void) | null
  postMessage(answer: Answer): void
}

let last: { notice: Notice; evidenceOf?: EvidenceOf } | undefined

self.onmessage = ({ data }) => {
  answer(data).then(
    (done) => self.postMessage(done),
    (error: unknown) => self.postMessage({ id: data.id, error: describe(error) }),
  )
}

async function answer({ id, job, lang, referenceDate }: Ask): Promise<Answer> {
  const read = await perform(job, referenceDate === undefined ? {} : { referenceDate })
  if (!read) return { id, server: true }
  last = read
  const { notice, evidenceOf } = read
  return { id, notice, view: noticeView(notice, { lang, ...(evidenceOf ? { evidenceOf } : {}) }).markup }
}

async function perform(job: Job, options: { referenceDate?: string }): Promise<typeof last> {
  if (job.do === 'again') return last
  if (job.do === 'view') return { notice: job.notice }
  const { extractors, evidenceOf } = trace()
  if (job.do === 'text') {
    const { text, carrier, filename } = job
    return { notice: parseNotice(text, { ...options, extractors, carrier, filename }), evidenceOf }
  }
  try {
    const { bytes, filename } = job
    return { notice: await readNotice(new Uint8Array(bytes), { ...options, extractors, filename }), evidenceOf }
  } catch (error) {
    // The build leaves the readers of binary carriers out.
    if ((error as { code?: string }).code === 'GONGWEN_SERVER') return undefined
    throw error
  }
}

function describe(error: unknown): { code: string; message: string } {
  if (error instanceof UnreadableNoticeError) return { code: error.code, message: error.message }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) }
}
