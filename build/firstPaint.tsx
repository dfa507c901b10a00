import { renderToStaticMarkup } from 'react-dom/server'
import { type InlineConfig, type Plugin, runnerImport } from 'vite'
import { virtualBrand } from './brand/virtualBrand'

type FirstPaintModule = typeof import('../src/app/FirstPaint')
type OldBrowserModule = typeof import('../src/app/OldBrowser')

/**
 * Puts into index.html what can be read before any script has come: the scripts come after the styles that it needs.
 *
 * @param editionFile Whose name and words it has
 */
export function firstPaint(editionFile: string): Plugin {
  return {
    name: 'first-paint',
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const config: InlineConfig = {
          configFile: false,
          logLevel: 'warn',
          plugins: [virtualBrand(editionFile)],
        }
        const [first, old] = await Promise.all([
          runnerImport<FirstPaintModule>('./src/app/FirstPaint.tsx', config),
          runnerImport<OldBrowserModule>('./src/app/OldBrowser.tsx', config),
        ])
        return html
          .replace('%OLD_BROWSER%', renderToStaticMarkup(<old.module.OldBrowser />))
          .replace('%FIRST_PAINT%', renderToStaticMarkup(<first.module.FirstPaint />))
          .replace('<script type="module"', '<script type="module" fetchpriority="low"')
          .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"')
      },
    },
  }
}
