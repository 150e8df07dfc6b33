/**
 * Sources as modules that can be loaded again with one of them changed: what does not import the changed one is kept from
 * the first loading, so that a mutant costs the evaluation of a part of the library and no bundling.
 * Needs `node --experimental-vm-modules`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'
import { transformSync } from 'esbuild'

const codes = new Map()

/** JavaScript of a source file, or of `text` in its place. */
function codeOf(path, text) {
  if (text === undefined && codes.has(path)) return codes.get(path)
  const source = text ?? readFileSync(path, 'utf8')
  const { code } = /\.ts$/.test(path)
    ? transformSync(source, { loader: 'ts', format: 'esm', target: 'es2022', charset: 'utf8', sourcefile: path })
    : { code: source }
  if (text === undefined) codes.set(path, code)
  return code
}

const outside = new Map()

/** A module from outside of the repository: loaded once, by Node itself. */
async function outsideModule(specifier) {
  if (!outside.has(specifier)) outside.set(specifier, await synthetic(specifier, await import(specifier)))
  return outside.get(specifier)
}

/** A module whose exports are those of an object. */
export async function synthetic(identifier, exports) {
  const names = Object.keys(exports)
  const module = new vm.SyntheticModule(
    names,
    function () {
      for (const name of names) this.setExport(name, exports[name])
    },
    { identifier },
  )
  await module.link(() => {
    throw new Error(`${identifier} imports nothing`)
  })
  await module.evaluate()
  return module
}

function resolveFrom(specifier, from) {
  const path = resolve(dirname(from), specifier)
  const source = path.replace(/\.js$/, '.ts')
  return existsSync(source) ? source : path
}

/** Modules by path, and who imports whom. `given` stand in for packages of that name. */
export function createModules(given = {}) {
  const kept = new Map()
  const imports = new Map()

  /** Paths that a module reaches, itself among them. */
  const reaches = new Map()
  function reached(path) {
    let set = reaches.get(path)
    if (!set) {
      set = new Set()
      const visit = (p) => {
        if (set.has(p)) return
        set.add(p)
        for (const next of imports.get(p) ?? []) visit(next)
      }
      visit(path)
      reaches.set(path, set)
    }
    return set
  }

  /**
   * A loading of its own. `change` is `{ path, text }` or `{ path, edit(namespace) }`: what reaches that path is loaded anew;
   * `{ textOf(path) }` loads everything anew, with other texts for some. Without a change the modules are kept.
   */
  function loading(change) {
    const own = change ? new Map() : kept
    const loader = {
      async module(path) {
        if (change?.path && !reached(path).has(change.path) && kept.has(path)) return kept.get(path)
        let module = own.get(path)
        if (!module) {
          const text = change?.path === path ? change.text : change?.textOf?.(path)
          module = new vm.SourceTextModule(codeOf(path, text), {
            identifier: path,
            initializeImportMeta: (meta) => {
              meta.url = pathToFileURL(path).href
            },
            importModuleDynamically: async (specifier) => ready(await loader.resolve(specifier, path)),
          })
          own.set(path, module)
          if (change?.path === path && change.edit) {
            await ready(module)
            change.edit(module.namespace)
          }
        }
        return module
      },
      async resolve(specifier, from) {
        if (Object.hasOwn(given, specifier)) return given[specifier]
        if (!/^\.\.?\//.test(specifier)) return outsideModule(specifier)
        const path = resolveFrom(specifier, from)
        if (!change) {
          if (!imports.has(from)) imports.set(from, new Set())
          imports.get(from).add(path)
          reaches.clear()
        }
        return loader.module(path)
      },
    }
    async function ready(module) {
      if (module.status === 'unlinked')
        await module.link((specifier, { identifier }) => loader.resolve(specifier, identifier))
      if (module.status !== 'evaluated') await module.evaluate()
      return module
    }
    return { load: async (path) => (await ready(await loader.module(path))).namespace }
  }
  return { loading, reaches: (from, path) => reached(from).has(path) }
}
