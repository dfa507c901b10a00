import { gzipSync } from 'node:zlib'
import type { Plugin, Rollup } from 'vite'

/** The part of a build that this needs to know of a chunk. */
type Bundle = Readonly<Record<string, Rollup.OutputAsset | Rollup.OutputChunk>>

/**
 * Adds up the scripts a browser has to fetch before a page shows: the entry, the page's own lazy module,
 * and everything they import statically.
 *
 * @param pageModule End of the path of the page's module
 * @returns Bytes after gzip, level 9
 * @throws Error when no chunk holds the page's module
 */
export function firstLoadBytes(bundle: Bundle, pageModule: string): number {
  const chunks = Object.values(bundle).filter((item) => item.type === 'chunk')
  const entry = chunks.filter((chunk) => chunk.isEntry)
  const page = chunks.filter((chunk) => chunk.moduleIds.some((id) => id.endsWith(pageModule)))
  if (page.length === 0) throw new Error(`No chunk holds ${pageModule}`)
  const needed = new Set<string>()
  const visit = (fileName: string) => {
    const chunk = bundle[fileName]
    if (chunk?.type !== 'chunk' || needed.has(fileName)) return
    needed.add(fileName)
    chunk.imports.forEach(visit)
  }
  for (const chunk of [...entry, ...page]) visit(chunk.fileName)
  let bytes = 0
  for (const fileName of needed) {
    const chunk = bundle[fileName]
    if (chunk?.type === 'chunk') bytes += gzipSync(chunk.code, { level: 9 }).length
  }
  return bytes
}

/** Fails the build when the page's first load is heavier than the budget. */
export function firstLoadBudget(options: {
  readonly pageModule: string
  readonly maxBytes: number
}): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    // The last hook: before it, the lists of what to preload are not in the code yet.
    writeBundle(_, bundle) {
      const bytes = firstLoadBytes(bundle, options.pageModule)
      const text = `first-load-js ${(bytes / 1000).toFixed(1)} kB gzip (budget ${options.maxBytes / 1000} kB)`
      if (bytes > options.maxBytes) this.error(`${text}: too heavy`)
      this.info(text)
    },
  }
}
