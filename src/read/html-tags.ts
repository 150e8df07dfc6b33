/** What the name of a tag says of its element: looked up once for each tag, not word by word in every list. */

export interface Tag {
  /** Lower-case. */
  readonly name: string
  /** Whether the element stays within a line. */
  readonly inline: boolean
  /** Whether it is one of the elements of phrasing content that other tags do not end. */
  readonly phrasing: boolean
  /** Without content. */
  readonly empty: boolean
  /** Stands in the page's head. */
  readonly head: boolean
  /** Misnested so often that it frames nothing. */
  readonly transparent: boolean
  /** What is not printed as text. */
  readonly skipped: boolean
  readonly bold: boolean
  /** No longer said. */
  readonly struck: boolean
  /** 1 to 6 of h1 to h6, else 0. */
  readonly heading: number
  readonly role: 'list' | 'item' | 'cell' | 'section' | 'row' | 'table' | 'paragraph' | null
  /** o:p, jsp:include */
  readonly prefixed: boolean
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const EMPTY = words('area base basefont br col embed frame hr img input link meta param source track wbr')
const HEAD = words('title meta link script style base noscript template')
const PHRASING = words(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q rt rp ruby s samp small span strike strong ' +
    'sub sup time tt u var',
)
const INLINE = words('img input wbr')
const TRANSPARENT = words('form html body')
const SKIPPED = words(
  'script style noscript template select option datalist textarea button input iframe object embed applet canvas svg math ' +
    'video audio map title rp rt head xmp noframes xml marquee',
)
const STRUCK = words('del s strike')
const BOLD = words('b strong th h1 h2 h3 h4 h5 h6')
const HEADING = words('h1 h2 h3 h4 h5 h6')
const ROLES: ReadonlyMap<string, Tag['role']> = new Map([
  ...['ul', 'ol', 'dl', 'menu', 'dir'].map((name) => [name, 'list'] as const),
  ...['li', 'dt', 'dd'].map((name) => [name, 'item'] as const),
  ...['td', 'th'].map((name) => [name, 'cell'] as const),
  ...['tbody', 'thead', 'tfoot', 'caption', 'colgroup'].map((name) => [name, 'section'] as const),
  ['tr', 'row'] as const,
  ['table', 'table'] as const,
  ['p', 'paragraph'] as const,
])
const OTHERS = words('div section article center header footer nav main aside pre blockquote fieldset address figure')

function describe(name: string): Tag {
  const prefixed = name.includes(':')
  return {
    name,
    inline: PHRASING.has(name) || prefixed || INLINE.has(name),
    phrasing: PHRASING.has(name),
    empty: EMPTY.has(name),
    head: HEAD.has(name),
    transparent: TRANSPARENT.has(name),
    skipped: SKIPPED.has(name),
    bold: BOLD.has(name),
    struck: STRUCK.has(name),
    heading: HEADING.has(name) ? Number(name[1]) : 0,
    role: ROLES.get(name) ?? null,
    prefixed,
  }
}

/** The tags of all pages; a page may make up any number of others, which are not remembered. */
const tags = new Map<string, Tag>()
/** Those with names of up to four ASCII characters, by these. */
const short = new Map<number, Tag>()
for (const set of [EMPTY, HEAD, PHRASING, INLINE, TRANSPARENT, SKIPPED, BOLD, HEADING, ROLES, OTHERS])
  for (const name of set.keys()) tags.set(name, describe(name))
for (const [name, tag] of tags) if (name.length <= 4) short.set(packed(name, 0, name.length), tag)

const LONGEST = 40

/** Up to four ASCII characters as one number, letters in lower case; -1 where one is not ASCII. */
function packed(text: string, start: number, end: number): number {
  let key = 0
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x7f) return -1
    key = (key << 7) | (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit)
  }
  return key
}

/** The tag whose name stands at `[start, end)` of a page. */
export function tagAt(source: string, start: number, end: number): Tag {
  if (end - start <= 4) {
    const known = short.get(packed(source, start, end))
    if (known) return known
  }
  return tagOf(source.slice(start, Math.min(end, start + LONGEST)).toLowerCase())
}

export const tagOf = (name: string): Tag => tags.get(name) ?? describe(name)
