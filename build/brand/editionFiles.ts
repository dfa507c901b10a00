import type { Brand } from '../../src/brand/brand'
import { drawMark } from './drawMark'
import { encodePng } from './encodePng'
import { faviconSvg } from './faviconSvg'

interface EditionFile {
  readonly type: string
  readonly content: string | Buffer
}

/** The files beside index.html that bear the edition's looks, by their names. */
export function editionFiles(brand: Brand): Readonly<Record<string, EditionFile>> {
  return {
    'favicon.svg': { type: 'image/svg+xml', content: faviconSvg(brand) },
    'icon-180.png': png(icon(brand, 180)),
    'icon-192.png': png(icon(brand, 192)),
    'icon-512.png': png(icon(brand, 512)),
    'social.png': png(socialPicture(brand)),
    'app.webmanifest': { type: 'application/manifest+json', content: manifest(brand) },
  }
}

function icon({ mark, colors, favicon }: Brand, size: number) {
  // As large as leaves the mark whole where a system cuts icons round.
  const markSize = size * 0.8
  const ground = 'surface'
  return drawMark(mark, colors[favicon.mode], { width: size, height: size, markSize, ground })
}

/** As wide and high as the large previews of links are. */
function socialPicture({ mark, colors, socialPicture: { mode } }: Brand) {
  return drawMark(mark, colors[mode], { width: 1200, height: 630, markSize: 480, ground: 'canvas' })
}

function png(picture: Parameters<typeof encodePng>[0]): EditionFile {
  return { type: 'image/png', content: encodePng(picture) }
}

function manifest({ name, words, colors, favicon }: Brand): string {
  const { canvas, surface } = colors[favicon.mode]
  const pngIcon = (size: number) => ({
    src: `./icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
  })
  return JSON.stringify({
    name,
    short_name: name,
    description: words.tagline,
    start_url: './',
    display: 'standalone',
    background_color: canvas,
    theme_color: surface,
    icons: [
      { src: './favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      pngIcon(192),
      pngIcon(512),
    ],
  })
}
