import type { Brand } from '../brand'

/** For a subdomain of balancer.fi. Colours as on Balancer's own pages, moved where text could not be read by everybody. */
export const edition: Brand = {
  name: 'Balancer Pools',
  words: {
    tagline:
      'Long or short without selling your BAL: leveraged positions that can’t be liquidated.',
    welcome: 'Markets that settle in BAL take and pay BAL. You can’t vote with BAL in a pool.',
  },
  colors: {
    light: {
      canvas: '#f5f3ef',
      surface: '#ffffff',
      raised: '#efede6',
      line: '#ebdccc',
      edge: '#8d8576',
      ink: '#2d3748',
      muted: '#5f6b7f',
      accent: '#6b54de',
      onAccent: '#ffffff',
      long: '#007a57',
      short: '#c2371e',
      warn: '#8f5200',
    },
    dark: {
      canvas: '#31373f',
      surface: '#383e47',
      raised: '#3f4650',
      line: '#4c5561',
      edge: '#8993a2',
      ink: '#e5d3be',
      muted: '#a9b5c6',
      accent: '#b3aef5',
      onAccent: '#31373f',
      long: '#25e2a4',
      short: '#f7a08f',
      warn: '#fdba74',
    },
  },
  fontFamily:
    "'Inter Variable', 'Inter Fallback', system-ui, -apple-system, 'Segoe UI', sans-serif",
  corners: { control: '8px', panel: '12px', dialog: '16px' },
  contentWidth: '1320px',
  mark: [
    { path: 'M15 8 C10 8 6 12 6 17 C6 22 10 26 15 26 Z', color: 'accent' },
    { path: 'M17 6 C22 6 26 10 26 15 C26 20 22 24 17 24 Z', color: 'ink' },
  ],
  favicon: { mode: 'dark' },
  socialPicture: { mode: 'dark', alt: 'Two offset halves of a disc' },
  links: [
    {
      label: 'Powered by Tracer DAO',
      href: 'https://github.com/mycelium-ethereum/perpetual-pools-contracts',
    },
    { label: 'Balancer', href: 'https://balancer.fi/' },
    { label: 'Arbitrum bridge', href: 'https://bridge.arbitrum.io/' },
  ],
  legal: [
    'This app interacts only with the Tracer Perpetual Pools contracts, which aren’t part of the Balancer protocol. Pools can lose value, commits can’t be cancelled, and no one operates the protocol on your behalf.',
  ],
  features: { bestSkew: true, firstMintGuide: true, watchForm: true },
  featuredMarkets: [
    '1-ETH/USD+BAL',
    '3-ETH/USD+BAL',
    '5-ETH/USD+BAL',
    '1-BTC/USD+BAL',
    '3-BTC/USD+BAL',
  ],
  // The DAO's multisig on Arbitrum.
  treasury: '0xaF23DC5983230E9eEAf93280e312e57539D098D0',
  defaultSettlementToken: 'BAL',
}
