/** The one way by which markup gets into the page: from templates that escape. */
import type { Markup } from '../../page/html.js'

interface Policy {
  createHTML(markup: string): string
  createScriptURL(url: string): string
}

declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: Policy): Policy }
  }
}

const rules: Policy = { createHTML: (markup) => markup, createScriptURL: (url) => url }
/** Browsers that know trusted types refuse markup from anywhere else. */
const policy = window.trustedTypes?.createPolicy('gongwen', rules) ?? rules

export function put(element: Element, { markup }: Markup): void {
  element.innerHTML = policy.createHTML(markup)
}

export const startWorker = (path: '/worker.js'): Worker => new Worker(policy.createScriptURL(path), { type: 'module' })

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id)
  if (!element) throw new Error(`the page has no #${id}`)
  return element as T
}
