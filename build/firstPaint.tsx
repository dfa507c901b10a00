import { renderToStaticMarkup } from 'react-dom/server'
import type { Plugin } from 'vite'
import { FirstPaint } from '../src/app/FirstPaint'
import { currentBrand } from '../src/brand/currentBrand'

/**
 * Puts the edition's name and words into index.html, and what can be read before any script has come: the scripts
 * come after the styles that it needs.
 */
export function firstPaint(): Plugin {
  return {
    name: 'first-paint',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html
          .replaceAll('%BRAND_NAME%', currentBrand.name)
          .replaceAll('%BRAND_TAGLINE%', currentBrand.tagline)
          .replace('%FIRST_PAINT%', renderToStaticMarkup(<FirstPaint />))
          .replace('<script type="module"', '<script type="module" fetchpriority="low"')
          .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"'),
    },
  }
}
