/** What options may be called: known without loading anything that does the work. */
export const OUT_FORMATS = ['ndjson', 'csv', 'parquet', 'sqlite'] as const
export type OutFormat = (typeof OUT_FORMATS)[number]

export const TABLES = ['notices', 'deadlines', 'contacts', 'citations'] as const
export type TableName = (typeof TABLES)[number]

/** In what a notice may repeat another. */
export const DEDUPE_KEYS = ['content', 'number'] as const
export type DedupeKey = (typeof DEDUPE_KEYS)[number]
