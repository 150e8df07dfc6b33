#!/usr/bin/env node
/** The program `gongwen`: hands the process to `main`. */
import { INTERRUPTED } from './cli/io.js'
import { main } from './cli/main.js'

// A failed write is told to its caller; without a listener Node would print a stack trace when a pipe closes.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

// `exitCode`, not `exit()`: what is written last must still get through a slow pipe.
const code = await main(process.argv.slice(2), process)
// Interrupted, it does not wait for an input that is still open.
if (code === INTERRUPTED) process.exit(code)
process.exitCode = code
