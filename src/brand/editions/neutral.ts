import type { Brand } from '../brand'

export const edition: Brand = {
  name: 'Perpetual Pools',
  words: {
    tagline: 'Trade leveraged positions that can’t be liquidated, directly on chain.',
    welcome: undefined,
  },
  colors: {
    light: {
      canvas: '#f5f6f8',
      surface: '#ffffff',
      raised: '#eef0f4',
      line: '#d9dee6',
      edge: '#7f8a9b',
      ink: '#131a24',
      muted: '#566274',
      accent: '#2f55e0',
      onAccent: '#ffffff',
      long: '#00704f',
      short: '#bf2437',
      warn: '#855600',
    },
    dark: {
      canvas: '#0c0f14',
      surface: '#12171f',
      raised: '#1b222c',
      line: '#2a3340',
      edge: '#626e81',
      ink: '#e8ecf2',
      muted: '#9aa6b7',
      accent: '#85a3ff',
      onAccent: '#0c1020',
      long: '#3fd6a2',
      short: '#ff8590',
      warn: '#f3b950',
    },
  },
  fontFamily:
    "'Inter Variable', 'Inter Fallback', system-ui, -apple-system, 'Segoe UI', sans-serif",
  corners: { control: '8px', panel: '8px', dialog: '14px' },
  contentWidth: '1320px',
  mark: [
    {
      path: 'M6 19 C9.3 19 9.3 13 12.7 13 C16 13 16 19 19.3 19 C22.6 19 22.7 13 26 13 V26 H6 Z',
      color: 'accent',
    },
    {
      path: 'M6 12 C9.3 12 9.3 6 12.7 6 C16 6 16 12 19.3 12 C22.6 12 22.7 6 26 6 V8 C22.7 8 22.6 14 19.3 14 C16 14 16 8 12.7 8 C9.3 8 9.3 14 6 14 Z',
      color: 'ink',
    },
  ],
  favicon: { mode: 'dark' },
  socialPicture: { mode: 'dark', alt: 'Two waves, one above the other' },
  links: [
    { label: 'Contracts', href: 'https://github.com/mycelium-ethereum/perpetual-pools-contracts' },
    { label: 'Arbitrum bridge', href: 'https://bridge.arbitrum.io/' },
  ],
  legal: [
    'This app interacts only with the contracts. Pools can lose value, commits can’t be cancelled, and no one operates the protocol on your behalf.',
  ],
  features: { bestSkew: true, firstMintGuide: true, watchForm: true },
  featuredMarkets: [],
  treasury: undefined,
  defaultSettlementToken: undefined,
}
