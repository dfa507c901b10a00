import type { Config } from 'tailwindcss'

const COLORS = [
  'canvas',
  'surface',
  'raised',
  'line',
  'edge',
  'ink',
  'muted',
  'accent',
  'on-accent',
  'long',
  'short',
  'warn',
] as const

/** Names for the edition's tokens; their values come as CSS variables from `virtual:brand.css`. */
export default {
  content: ['./index.html', './src/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(COLORS.map((name) => [name, `var(--${name})`])),
    },
    extend: {
      fontFamily: { sans: 'var(--font)' },
      borderRadius: { DEFAULT: 'var(--corner-control)', panel: 'var(--corner-panel)' },
      // 65 letters of Inter; in `ch` a paragraph would grow when the font comes.
      maxWidth: { content: 'var(--content-width)', prose: '41em' },
    },
  },
} satisfies Config
