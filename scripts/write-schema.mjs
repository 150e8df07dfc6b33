/**
 * Writes schema.json, the JSON Schema of a notice, from the zod schema that the build exports.
 *
 * dist/index.js carries its own copy of zod. `toJSONSchema` of the installed copy can read its schemas all the same: it goes by
 * their definitions, and zod keeps descriptions and ids in one registry on `globalThis`. The checks below fail the build
 * should another version of zod part from either.
 */
import { writeFileSync } from 'node:fs'
import { toJSONSchema } from 'zod'
import { noticeSchema } from '../dist/index.js'

// 'input': objects stay open, for a notice may hold the fields of a user's own extractors, and later versions add fields.
const { $schema, description, ...schema } = toJSONSchema(noticeSchema, { target: 'draft-2020-12', io: 'input' })

if (description !== 'Notice') throw new Error('write-schema: the descriptions of the schema are lost')
if (schema.type !== 'object' || !schema.properties?.diagnostics)
  throw new Error('write-schema: this is not the schema of a notice')

const file = new URL('../schema.json', import.meta.url)
writeFileSync(file, `${JSON.stringify({ $schema, title: 'Notice', ...schema }, null, 2)}\n`)
