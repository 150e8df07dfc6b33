#!/usr/bin/env node
/** The program `gongwen`: hands the process to `main`. */
import { main } from './cli/main.js'

// A failed write is told to its caller; without a listener Node would print a stack trace when a pipe closes.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

// `exitCode`, not `exit()`: what is written last must still get through a slow pipe.
process.exitCode = await main(process.argv.slice(2), process)
