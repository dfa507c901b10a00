import type { Address } from 'viem'

/** Something that a new market can be made of, with a name for people. */
export interface KnownPart {
  readonly name: string
  readonly address: Address
}

interface KnownParts {
  readonly tokens: readonly KnownPart[]
  readonly feeds: readonly KnownPart[]
}

/** By chain id, what is offered beside the parts of the markets that are there. */
const KNOWN_PARTS: Readonly<Record<number, KnownParts>> = {
  42161: {
    tokens: [
      { name: 'USDC.e', address: '0xFF970A61A04b1cA14834A43f5dE4533eBDDB5CC8' },
      { name: 'BAL', address: '0x040d1EdC9569d4Bab2D15287Dc5A4F10F56a56B8' },
      { name: 'WETH', address: '0x82aF49447D8a07e3bd95BD0d56f35241523fBab1' },
    ],
    feeds: [
      { name: 'ETH/USD', address: '0x639Fe6ab55C921f74e7fac1ee960C0B6293ba612' },
      { name: 'BTC/USD', address: '0x6ce185860a4963106506C203335A2910413708e9' },
      { name: 'WTI/USD', address: '0x594b919AD828e693B935705c3F816221729E7AE8' },
      { name: 'BAL/USD', address: '0xBE5eA816870D11239c543F84b71439511D70B94f' },
    ],
  },
}

const NONE: KnownParts = { tokens: [], feeds: [] }

/** What is known on a chain; nothing on others. */
export function knownParts(chainId: number): KnownParts {
  return KNOWN_PARTS[chainId] ?? NONE
}
