/** A worker thread: takes inputs in batches, answers each on its own. Started by `pool.ts`. */
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import type { Extractor } from '../index.js'
import type { BatchInput, Settings } from './types.js'
import { worker } from './work.js'

const settings = workerData as Settings
const port = parentPort!

async function load(module: string): Promise<readonly Extractor[]> {
  const url = module.startsWith('file:') ? module : pathToFileURL(module).href
  const { extractors } = (await import(url)) as { extractors?: unknown }
  if (!Array.isArray(extractors)) throw new TypeError(`${module} must export a list 'extractors'`)
  return extractors
}

// What a reader left behind and fails later is not the fault of the input that is read now.
process.on('unhandledRejection', () => {})

const work = worker(settings, settings.extractors === undefined ? undefined : await load(settings.extractors))

port.on('message', async (inputs: BatchInput[]) => {
  for (const input of inputs) {
    const done = await work(input)
    port.postMessage(done, [done.line.buffer as ArrayBuffer])
  }
})
port.postMessage('ready')
