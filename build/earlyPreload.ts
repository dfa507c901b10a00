import type { Plugin } from 'vite'

/** The script in index.html that can begin to load a page's code before the app itself has come. */
const EARLY_SCRIPT = '<script src="./early.js">'

/** Tells `early.js` which built file holds the pool page. */
export function earlyPreload({ pageModule }: { readonly pageModule: string }): Plugin {
  return {
    name: 'early-preload',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (bundle === undefined) return html
        const file = Object.values(bundle).find(
          (item) =>
            item.type === 'chunk' && item.moduleIds.some((module) => module.endsWith(pageModule)),
        )
        if (file === undefined || !html.includes(EARLY_SCRIPT))
          throw new Error('index.html has no early.js, or the build no pool page')
        return html.replace(
          EARLY_SCRIPT,
          `<script src="./early.js" data-pool-page="./${file.fileName}">`,
        )
      },
    },
  }
}
