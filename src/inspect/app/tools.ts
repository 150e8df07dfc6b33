/** The controls above a notice. */
import { html, type Markup } from '../../page/html.js'
import type { Doc } from './docs.js'
import type { Say, Word } from './words.js'

const radio = (group: string, value: string | number, label: string, on: boolean): Markup =>
  html`<label><input type="radio" name="${group}" value="${value}"${on && html` checked`}><span>${label}</span></label>`

export const carrierSwitch = ({ sources, at }: Doc, say: Say): Markup =>
  html`<legend>${say('carrier')}</legend>${sources.map(({ label }, i) => radio('carrier', i, label, i === at))}`

export const sideSwitch = (side: 'facts' | 'compare', { hasGolden }: Doc, say: Say): Markup =>
  html`<legend class="vh">${say('side')}</legend>${radio('side', 'facts', say('facts'), side === 'facts')}${radio('side', 'compare', `${say('compare')}${hasGolden ? ' ★' : ''}`, side === 'compare')}`

/** Names that `download` takes, as they are called. */
const DOWNLOADS: readonly (readonly [string, Word])[] = [
  ['json', 'json'],
  ['ics', 'calendar'],
  ['vcf', 'addressBook'],
  ['notices', 'csvNotices'],
  ['deadlines', 'csvDeadlines'],
  ['contacts', 'csvContacts'],
  ['citations', 'csvCitations'],
  ['golden', 'golden'],
]

export const downloadMenu = (say: Say): Markup =>
  html`<ul>${DOWNLOADS.map(([name, word]) => html`<li><button type="button" data-download="${name}">${say(word)}</button></li>`)}</ul>`
