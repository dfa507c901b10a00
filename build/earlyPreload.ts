import type { Plugin, Rollup } from 'vite'

/** The script in index.html that can begin to load a page's code before the app itself has come. */
const EARLY_SCRIPT = '<script src="./early.js">'

type Bundle = Rollup.OutputBundle

/** Tells `early.js` which built files hold the pool page. */
export function earlyPreload({ pageModule }: { readonly pageModule: string }): Plugin {
  return {
    name: 'early-preload',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (bundle === undefined) return html
        const files = filesOf(bundle, pageModule)
        if (files.length === 0 || !html.includes(EARLY_SCRIPT))
          throw new Error('index.html has no early.js, or the build no pool page')
        const list = files.map((file) => `./${file}`).join(' ')
        return html.replace(EARLY_SCRIPT, `<script src="./early.js" data-pool-page="${list}">`)
      },
    },
  }
}

/** The chunk with a module, and all that it needs beyond what every page has loaded. */
function filesOf(bundle: Bundle, pageModule: string): string[] {
  const files = new Set<string>()
  const add = (name: string, into: Set<string>) => {
    const item = bundle[name]
    if (item?.type !== 'chunk' || into.has(name)) return
    into.add(name)
    for (const imported of item.imports) add(imported, into)
  }
  const common = new Set<string>()
  for (const item of Object.values(bundle)) {
    if (item.type !== 'chunk') continue
    if (item.isEntry) add(item.fileName, common)
    if (item.moduleIds.some((module) => module.endsWith(pageModule))) add(item.fileName, files)
  }
  return [...files].filter((file) => !common.has(file))
}
