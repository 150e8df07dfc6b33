/**
 * Who may ask. The server is on loopback, but every page that the browser has open can send requests there, and a name of the
 * attacker's can be made to resolve to 127.0.0.1 (DNS rebinding). So: the Host must be this server's own, what a browser says of
 * the asking page must be this page, and what touches files needs the secret of this run, which only the printed address holds.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal.js'

/** Throws a `Refusal` unless the request is for this server and comes from its own page, or from no page at all. */
export function checkOrigin({ headers, url }: IncomingMessage, port: number): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const host = headers.host?.toLowerCase() ?? ''
  if (!hosts.includes(host)) throw new Refusal(421, 'host', 'this server answers to 127.0.0.1 and localhost alone')
  const { origin } = headers
  if (origin !== undefined && origin !== `http://${host}`)
    throw new Refusal(403, 'origin', 'requests of other pages are not answered')
  const site = headers['sec-fetch-site']
  // The address may be typed in or followed from anywhere: the page by itself holds nothing.
  const navigates = url === '/' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  if (site !== undefined && site !== 'same-origin' && !navigates)
    throw new Refusal(403, 'origin', 'requests of other pages are not answered')
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Throws a `Refusal` unless the request carries the secret (`Authorization: Bearer …`). */
export function checkSecret({ headers }: IncomingMessage, secret: string): void {
  const given = /^Bearer (\S{1,200})$/.exec(headers.authorization ?? '')?.[1] ?? ''
  if (!timingSafeEqual(digest(given), digest(secret)))
    throw new Refusal(401, 'secret', 'the secret of this run is missing: open the address that gongwen inspect printed')
}

/** Nothing is loaded from elsewhere, nothing is framed, no text becomes markup but by the page's own escaping policy. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'trusted-types gongwen',
    "require-trusted-types-for 'script'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cache-Control': 'no-store',
}
