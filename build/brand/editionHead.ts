import type { HtmlTagDescriptor } from 'vite'
import type { Brand } from '../../src/brand/brand'

/** What index.html says about the edition to browsers, search engines and previews of links. */
export function editionHead({ name, words, colors, socialPicture }: Brand): HtmlTagDescriptor[] {
  const named = (key: string, content: string) => meta({ name: key, content })
  const property = (key: string, content: string) => meta({ property: key, content })
  return [
    { tag: 'title', children: escapeText(name), injectTo: 'head' },
    named('description', words.tagline),
    ...(['light', 'dark'] as const).map((mode) =>
      meta({
        name: 'theme-color',
        media: `(prefers-color-scheme: ${mode})`,
        content: colors[mode].surface,
      }),
    ),
    link({ rel: 'icon', href: './favicon.svg', type: 'image/svg+xml' }),
    link({ rel: 'apple-touch-icon', href: './icon-180.png' }),
    link({ rel: 'manifest', href: './app.webmanifest' }),
    property('og:type', 'website'),
    property('og:title', name),
    property('og:description', words.tagline),
    property('og:image', './social.png'),
    property('og:image:width', '1200'),
    property('og:image:height', '630'),
    property('og:image:alt', socialPicture.alt),
    named('twitter:card', 'summary_large_image'),
  ]
}

function meta(attrs: Readonly<Record<string, string>>): HtmlTagDescriptor {
  return { tag: 'meta', attrs, injectTo: 'head' }
}

function link(attrs: Readonly<Record<string, string>>): HtmlTagDescriptor {
  return { tag: 'link', attrs, injectTo: 'head' }
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
