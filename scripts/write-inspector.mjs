#!/usr/bin/env node
// Writes dist/inspect/: the page of `gongwen inspect`, bundled for browsers.
import { fileURLToPath } from 'node:url'
import { bundleInspector } from './bundle.mjs'

await bundleInspector(fileURLToPath(new URL('../dist/inspect', import.meta.url)))
