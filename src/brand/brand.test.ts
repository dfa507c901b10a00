import { describe, expect, it } from 'vitest'
import type { BrandColors } from './brand'
import { neutral } from './neutral'

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
const modes: readonly (readonly [brand: string, mode: string, colors: BrandColors])[] = [
  [neutral.name, 'light', neutral.colors.light],
  [neutral.name, 'dark', neutral.colors.dark],
]

/** `luminance` reads nothing else, and would take a name for black. */
it('all colours are written as six hex digits', () => {
  const colors = modes.flatMap(([, , mode]) => Object.values(mode))
  expect(colors.filter((color) => !/^#[0-9a-f]{6}$/.test(color))).toEqual([])
})

describe.each(modes)('%s in its %s mode', (_, _mode, colors) => {
  it.each(TEXTS)('can be read by everybody on every surface: %s', (text) => {
    for (const surface of SURFACES)
      expect(contrast(colors[text], colors[surface]), `on ${surface}`).toBeGreaterThanOrEqual(4.5)
  })

  it('can be read on its own accent', () => {
    expect(contrast(colors.onAccent, colors.accent)).toBeGreaterThanOrEqual(4.5)
  })
})
