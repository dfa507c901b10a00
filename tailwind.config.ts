import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'
import type { BrandColors } from './src/brand/brand'
import { currentBrand } from './src/brand/currentBrand'

const { colors, cornerRadius, contentWidth, fontFamily } = currentBrand

const COLOR_NAMES: Readonly<Record<keyof BrandColors, string>> = {
  canvas: 'canvas',
  surface: 'surface',
  raised: 'raised',
  line: 'line',
  ink: 'ink',
  muted: 'muted',
  accent: 'accent',
  onAccent: 'on-accent',
  long: 'long',
  short: 'short',
  warn: 'warn',
}

/** The brand's colours as CSS variables, which everything else refers to. */
function variables(mode: BrandColors): Record<string, string> {
  return Object.fromEntries(
    Object.entries(COLOR_NAMES).map(([key, name]) => [`--${name}`, mode[key as keyof BrandColors]]),
  )
}

export default {
  content: ['./index.html', './src/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(Object.values(COLOR_NAMES).map((name) => [name, `var(--${name})`])),
    },
    extend: {
      fontFamily: { sans: fontFamily },
      borderRadius: { DEFAULT: cornerRadius },
      maxWidth: { content: contentWidth },
    },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({
        ':root': { ...variables(colors.light), colorScheme: 'light' },
        ':root[data-theme="dark"]': { ...variables(colors.dark), colorScheme: 'dark' },
      })
    }),
  ],
} satisfies Config
