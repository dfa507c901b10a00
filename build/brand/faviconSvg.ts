import type { Brand } from '../../src/brand/brand'

/** The mark on a rounded square, as a file of its own. */
export function faviconSvg({ colors, favicon, mark }: Brand): string {
  const mode = colors[favicon.mode]
  const shapes = mark.map(
    ({ path, color }) => `<path fill-rule="evenodd" d="${path}" fill="${mode[color]}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${mode.surface}"/>${shapes.join('')}</svg>`
}
