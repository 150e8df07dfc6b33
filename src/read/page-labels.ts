/** Labels of a page's own table as sites write them (发文文号, 公文编号), by the name under which the field is known (发文字号). */
import { page as data } from '../../grammars/lexicon/page.js'

/** Every name of some lists to the first of its list. */
export const commonNames = (lists: readonly (readonly string[])[]): ReadonlyMap<string, string> =>
  new Map(lists.flatMap((list) => list.map((name): [string, string] => [name, list[0]!])))

export const pageLabels = commonNames(data.labels)
