import type { Brand, BrandColors } from '../../src/brand/brand'

/** The edition's tokens as CSS variables, which Tailwind's names, the charts and the mark refer to. */
export function tokensCss({ colors, fontFamily, corners, contentWidth }: Brand): string {
  const common = {
    '--font': fontFamily,
    '--corner-control': corners.control,
    '--corner-panel': corners.panel,
    '--content-width': contentWidth,
  }
  return [
    rule(':root', { ...common, ...variables(colors.light), 'color-scheme': 'light' }),
    rule(':root[data-theme="dark"]', { ...variables(colors.dark), 'color-scheme': 'dark' }),
  ].join('\n')
}

function variables(mode: BrandColors): Record<string, string> {
  return Object.fromEntries(
    Object.entries(mode).map(([name, color]) => [`--${toKebabCase(name)}`, color]),
  )
}

function toKebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function rule(selector: string, declarations: Readonly<Record<string, string>>): string {
  const lines = Object.entries(declarations).map(([name, value]) => `  ${name}: ${value};`)
  return `${selector} {\n${lines.join('\n')}\n}`
}
