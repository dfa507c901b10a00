import { describe, expect, it } from 'vitest'
import type { Brand, BrandColors } from './brand'
import { BrandError, parseBrand } from './brandSchema'
import { edition as neutral } from './editions/neutral'

const FILES = import.meta.glob<{ edition: Brand }>('./editions/*.ts', { eager: true })
const EDITIONS = Object.entries(FILES).map(([file, { edition }]) => [file, edition] as const)

/** Relative luminance of WCAG 2. */
function luminance(color: string): number {
  const channel = (offset: number) => {
    const part = Number.parseInt(color.slice(offset, offset + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const TEXTS = ['ink', 'muted', 'accent', 'long', 'short', 'warn'] as const
const SURFACES = ['canvas', 'surface', 'raised'] as const
const modes = EDITIONS.flatMap(([file, { colors }]) =>
  (['light', 'dark'] as const).map((mode) => [file, mode, colors[mode]] as const),
)

it('finds the editions on its own', () => {
  expect(EDITIONS.map(([file]) => file)).toEqual(
    expect.arrayContaining(['./editions/balancer.ts', './editions/neutral.ts']),
  )
})

it.each(EDITIONS)('%s is complete and correctly written', (file, edition) => {
  expect(parseBrand(edition, file)).toEqual(edition)
})

/** Names and texts that no one would write by mistake in two editions. */
it('no two editions have a name in common', () => {
  const names = EDITIONS.map(([, { name }]) => name)
  expect(new Set(names).size).toBe(names.length)
})

describe.each(modes)('%s in its %s mode', (_, _mode, colors: BrandColors) => {
  it.each(TEXTS)('can be read by everybody on every surface: %s', (text) => {
    for (const surface of SURFACES)
      expect(contrast(colors[text], colors[surface]), `on ${surface}`).toBeGreaterThanOrEqual(4.5)
  })

  it('shows where its fields are on every surface', () => {
    for (const surface of SURFACES)
      expect(contrast(colors.edge, colors[surface]), `on ${surface}`).toBeGreaterThanOrEqual(3)
  })

  it('can be read on its own accent', () => {
    expect(contrast(colors.onAccent, colors.accent)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('an edition that cannot be used', () => {
  const { tagline, ...words } = neutral.words
  const [shape] = neutral.mark

  it.each<[string, object, string]>([
    ['a field is missing', { words }, 'words.tagline'],
    ['a field is misspelt', { ...neutral, cornerRadius: '8px' }, 'cornerRadius'],
    ['a feature is not said', { features: { bestSkew: true } }, 'features.firstMintGuide'],
    [
      'a colour is a name',
      colorsWith('ink', 'black'),
      'colors.light.ink: must be # followed by six',
    ],
    ['a colour closes the rule', colorsWith('ink', '#fff;}'), 'colors.light.ink'],
    ['a length has no unit', { contentWidth: '1320' }, 'contentWidth: must be a length'],
    ['a font closes the rule', { fontFamily: 'Inter;} body{display:none' }, 'fontFamily'],
    ['a path leaves its attribute', markWith('M0 0"/><script>'), 'mark.0.path'],
    ['a path has a relative command', markWith('M0 0 l4 4 Z'), 'mark.0.path'],
    ['a link runs a script', linkWith('javascript:alert(1)'), 'links.0.href'],
    ['a link is not encrypted', linkWith('http://example.org'), 'links.0.href'],
    [
      'the treasury is mistyped',
      { treasury: '0xaF23DC5983230E9eEAf93280e312e57539D098d0' },
      'treasury: must be a checksummed address',
    ],
  ])('names what is wrong: %s', (_, part, problem) => {
    expect(() => parseBrand({ ...neutral, ...part }, 'x.ts')).toThrow(BrandError)
    expect(() => parseBrand({ ...neutral, ...part }, 'x.ts')).toThrow(problem)
  })

  it('names all that is wrong at once', () => {
    const bad = { ...neutral, name: ' ', contentWidth: 'wide', legal: [''] }
    expect(() => parseBrand(bad, 'x.ts')).toThrow(
      /^x\.ts isn’t a valid edition:\n {2}name: must not be empty\n {2}contentWidth: .*\n {2}legal\.0: /,
    )
  })

  function colorsWith(name: string, value: string) {
    return { colors: { ...neutral.colors, light: { ...neutral.colors.light, [name]: value } } }
  }

  function markWith(path: string) {
    return { mark: [{ ...shape, path }] }
  }

  function linkWith(href: string) {
    return { links: [{ label: 'Here', href }] }
  }
})
