import type { FindOptions, NoticeDate } from '../src/index.js'

export interface TableRow {
  group: string
  text: string
  reference: string
  expected: string
}
export function readTable(source?: string): TableRow[]
export function written(dates: readonly { start: string; end: string }[]): string
export function page(findDates: (text: string, options?: FindOptions) => NoticeDate[]): string
