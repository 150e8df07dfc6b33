/** Addressees as one line without inner colons: what the rules for them expect. Every character keeps its place. */

/** 某公司(纳税人识别号:…)、 ↵ 某公司: → line ends are blanks, colons in brackets commas. */
export function addressLine(text: string): string {
  if (text.indexOf(':') === text.length - 1 && !text.includes('\n')) return text
  return text.replaceAll('\n', ' ').replace(/\([^()]{0,80}\)/g, (bracket) => bracket.replaceAll(':', ','))
}
