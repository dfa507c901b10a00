import type { Brand } from './brand'

export const neutral: Brand = {
  name: 'Perpetual Pools',
  tagline:
    'Leveraged positions that cannot be liquidated, read and traded straight from the chain.',
  colors: {
    light: {
      canvas: '#f5f6f8',
      surface: '#ffffff',
      raised: '#eef0f4',
      line: '#d9dee6',
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
  cornerRadius: '8px',
  contentWidth: '1320px',
  links: [
    { label: 'Contracts', href: 'https://github.com/mycelium-ethereum/perpetual-pools-contracts' },
    { label: 'Arbitrum bridge', href: 'https://bridge.arbitrum.io/' },
  ],
  legal:
    'This page only talks to the contracts. Pools can lose value, commits cannot be cancelled, and nobody runs the protocol for you.',
  features: { bestSkew: true, firstMintGuide: true, watchForm: true },
  featuredMarkets: [],
  treasury: undefined,
  defaultSettlementToken: undefined,
}
