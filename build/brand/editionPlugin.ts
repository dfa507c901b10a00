import type { Plugin } from 'vite'
import { editionFiles } from './editionFiles'
import { editionHead } from './editionHead'
import type { Edition } from './loadEdition'
import { tokensCss } from './tokensCss'

const TOKENS = 'virtual:brand.css'
const RESOLVED_TOKENS = '\0virtual:brand.css'

/** Gives a build or the development server all that differs from edition to edition, other than its module. */
export function editionPlugin({ file, brand }: Edition): Plugin {
  return {
    name: 'edition',
    // The server starts again when the edition changes.
    configResolved: (config) => void config.configFileDependencies.push(file),
    resolveId: (id) => (id === TOKENS ? RESOLVED_TOKENS : undefined),
    load: (id) => (id === RESOLVED_TOKENS ? tokensCss(brand) : undefined),
    transformIndexHtml: () => editionHead(brand),
    configureServer(server) {
      const files = editionFiles(brand)
      server.middlewares.use((incoming, outgoing, next) => {
        const found = files[(incoming.url ?? '').split('?')[0]?.slice(1) ?? '']
        if (found === undefined) return next()
        outgoing.writeHead(200, { 'content-type': found.type }).end(found.content)
      })
    },
    generateBundle() {
      for (const [fileName, { content }] of Object.entries(editionFiles(brand)))
        this.emitFile({ type: 'asset', fileName, source: content })
    },
  }
}
