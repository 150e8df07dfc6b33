/** The compiled grammars that tell what a line of a notice is. */
import numberGrammar from '../../../grammars/document-number.js'
import footGrammar from '../../../grammars/foot.js'
import siteLinesGrammar from '../../../grammars/site-lines.js'
import titleGrammar from '../../../grammars/title.js'
import zonesGrammar from '../../../grammars/zones.js'
import { compile } from '../../grammar.js'

export const zones = compile(zonesGrammar)
export const siteLines = compile(siteLinesGrammar)
export const foot = compile(footGrammar)
export const titles = compile(titleGrammar)
export const numbers = compile(numberGrammar)
