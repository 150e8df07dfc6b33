/** What carrier a decoded text is: by its content, and by its name where the content leaves it open. */
import type { Carrier } from '../types.js'

/** Surface marks of Markdown that plain notices do not have. */
const MARKDOWN =
  /^#{1,6} \S|^\*\*[^*\n]{2,200}\*\*[ \t]{0,200}$|\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)|^\|(?:[^|\n]{0,200}\|){2,40}[ \t]{0,200}$/m
/** The beginning of a page; server-side code, comments and XML declarations may precede it. */
const PAGE_START =
  /^[\s\ufeff]{0,200}(?:<[%?!][^<>]{0,2000}>[\s\ufeff]{0,200}){0,20}<(?:html|head|body|meta|title|link|table|div|p|span|section|article|style|script|pre|center|font|strong|h[1-6]|[uod]l|main|blockquote)[\s>]/i
const DOCTYPE = /<!doctype\s+html|<html[\s>]|<body[\s>]/i
/** End tags of the elements that pages are made of. */
const START_TAG = /<(?:p|div|table|tr|td|span|body|html|li|h[1-6]|font|strong|center|section|pre)(?:\s[^<>]{0,2000})?>/i
const END_TAG = /<\/(?:p|div|table|tr|td|span|body|html|li|h[1-6]|font|strong|center|section|pre)\s*>/i
const LINE_BREAK = /<br\s*\/?>/i
const ANY_TAG = /<[a-z!/][^<>]{0,400}>|&(?:nbsp|[a-z]{2,8}|#\d{2,6});/i
const PAGE_NAME = /^(?:html?|[sx]html?|jspx?|aspx?|php\d?|do|action|mhtml)$/

const WINDOW = 20_000

export function sniffText(text: string, filename?: string): Carrier {
  const extension = /\.([a-z0-9]{1,6})$/i.exec(filename ?? '')?.[1]?.toLowerCase() ?? ''
  const head = text.length > WINDOW ? text.slice(0, WINDOW) : text
  const named = extension === 'md' || extension === 'markdown'
  // Most texts hold no tag at all.
  if (!head.includes('<') && !PAGE_NAME.test(extension)) return named || MARKDOWN.test(head) ? 'markdown' : 'text'
  // A page saved under another name; Markdown itself may hold tags.
  if (PAGE_START.test(head) && (!named || DOCTYPE.test(head.slice(0, 1000)))) return 'html'
  if (named) return 'markdown'
  if (PAGE_NAME.test(extension) && ANY_TAG.test(head)) return 'html'
  if (DOCTYPE.test(head)) return 'html'
  if (MARKDOWN.test(head)) return head.split(END_TAG, 22).length > 20 ? 'html' : 'markdown'
  // One end tag alone is a scar, what is left of a script's string.
  const tagged = END_TAG.test(head) && (START_TAG.test(head) || head.split(END_TAG, 4).length > 3)
  return tagged || head.split(LINE_BREAK, 4).length > 3 ? 'html' : 'text'
}
