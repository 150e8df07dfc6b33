/** What options may be called: known without loading anything that does the work. */
export const OUT_FORMATS = ['ndjson', 'csv', 'parquet', 'sqlite'] as const
/** A format of output. */
export type OutFormat = (typeof OUT_FORMATS)[number]

/** Tables of CSV, Parquet and SQLite; their columns stand in docs/batch.md. */
export const TABLES = ['notices', 'deadlines', 'contacts', 'citations'] as const
/** A table of output. */
export type TableName = (typeof TABLES)[number]

/** In what a notice may repeat another. */
export const DEDUPE_KEYS = ['content', 'number'] as const
/** In what a notice may repeat another. */
export type DedupeKey = (typeof DEDUPE_KEYS)[number]
