import type { Address } from 'viem'
import type { Network } from '../network'
import type { VerifiedComponent, VerifiedComponents } from './verifiedComponent'

const ETH_USD: Address = '0x639Fe6ab55C921f74e7fac1ee960C0B6293ba612'

/**
 * By chain id. Heartbeats and deviations are those that Chainlink publishes for Arbitrum One; where one is missing no one has
 * looked it up. They are only shown: what is stale is told by `FEED_HEARTBEAT_SEC`.
 */
const KNOWN_PARTS: Readonly<Record<number, VerifiedComponents>> = {
  42161: {
    tokens: [
      // One USDC is taken for one dollar.
      { name: 'USDC.e', address: '0xFF970A61A04b1cA14834A43f5dE4533eBDDB5CC8', ethFeed: ETH_USD },
      { name: 'BAL', address: '0x040d1EdC9569d4Bab2D15287Dc5A4F10F56a56B8' },
      { name: 'WETH', address: '0x82aF49447D8a07e3bd95BD0d56f35241523fBab1' },
    ],
    feeds: [
      { name: 'ETH/USD', address: ETH_USD, heartbeatSec: 1_755, deviationPercent: 0.05 },
      {
        name: 'BTC/USD',
        address: '0x6ce185860a4963106506C203335A2910413708e9',
        heartbeatSec: 1_755,
        deviationPercent: 0.05,
      },
      { name: 'WTI/USD', address: '0x594b919AD828e693B935705c3F816221729E7AE8' },
      { name: 'BAL/USD', address: '0xBE5eA816870D11239c543F84b71439511D70B94f' },
      {
        name: 'LINK/USD',
        address: '0x86E53CF1B870786351Da77A57575e79CB55812CB',
        heartbeatSec: 1_755,
      },
      { name: 'ARB/USD', address: '0xb2A824043730FE05F3DA2efaFa1CBbe83fa548D6' },
    ],
    governors: [],
  },
}

/** What is known on a network's chain, with what its operator adds, which takes the place of the table's at the same address. */
export function verifiedComponents({
  chain,
  extraVerifiedComponents,
}: Pick<Network, 'chain' | 'extraVerifiedComponents'>): VerifiedComponents {
  const known = KNOWN_PARTS[chain.id]
  return {
    tokens: merge(extraVerifiedComponents.tokens, known?.tokens),
    feeds: merge(extraVerifiedComponents.feeds, known?.feeds),
    governors: [...(extraVerifiedComponents.governors ?? []), ...(known?.governors ?? [])],
  }
}

function merge<component extends VerifiedComponent>(
  more: readonly component[] = [],
  known: readonly component[] = [],
): readonly component[] {
  const replaced = new Set(more.map(({ address }) => address.toLowerCase()))
  return [...known.filter(({ address }) => !replaced.has(address.toLowerCase())), ...more]
}

/** Tokens by all names that they go by: bridged ones call themselves by the name without the `.e`. */
export function namedTokens(tokens: readonly VerifiedComponent[]): readonly VerifiedComponent[] {
  return tokens.flatMap(({ name, address }) => [
    { name, address },
    { name: name.replace(BRIDGED, ''), address },
  ])
}

const BRIDGED = /\.e$/
