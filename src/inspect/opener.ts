/** Hands an address to the browser that the desktop uses. */
import { spawn } from 'node:child_process'

/** Program and arguments, by platform; no shell sees the address. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Rejects when there is no such program or it fails at once. */
export function opener(address: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  const [program, ...args] = OPENERS[platform] ?? ['xdg-open']
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true })
    child.once('error', reject)
    child.once('exit', (code) => (code ? reject(new Error(`${program} ended with ${code}`)) : resolve()))
    // A browser that is started by it may be its child: it is not waited for.
    child.once('spawn', () => {
      child.unref()
      setTimeout(resolve, 3000).unref()
    })
  })
}
