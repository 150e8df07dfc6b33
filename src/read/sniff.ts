/** What carrier a decoded text is, by its content first and its name second. */
import type { Carrier } from '../types.js'

/** Surface marks of Markdown that plain notices do not have. */
const MARKDOWN =
  /^#{1,6} \S|^\*\*[^*\n]{2,200}\*\*[ \t]*$|\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)|^\|(?:[^|\n]{0,200}\|){2,40}[ \t]*$/m
const HTML = /^\s*(?:<!doctype html|<html|<head|<body|<div|<p[ >]|<table|<!--)|<\/(?:p|div|table|td|span|body|html)>/i

export function sniffText(text: string, filename?: string): Carrier {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(filename ?? '')?.[1]?.toLowerCase()
  const head = text.length > 20_000 ? text.slice(0, 20_000) : text
  if (extension === 'md' || extension === 'markdown') return 'markdown'
  if (HTML.test(head)) return 'html'
  return MARKDOWN.test(head) ? 'markdown' : 'text'
}
