import type { Address } from 'viem'
import type { Network } from '../network'
import type { BridgeNetwork } from './bridgeNetwork'

const MULTICALL3: Address = '0xcA11bde05977b3631167028862bE2a173976CA11'

type KnownBridge = Pick<
  BridgeNetwork,
  'outbox' | 'gateways' | 'tokens' | 'nativeUsdc' | 'firstBlock'
>

const USDC_E: Address = '0xFF970A61A04b1cA14834A43f5dE4533eBDDB5CC8'

/** Arbitrum's bridge, by the chain id of its side of the pools. */
const KNOWN_BRIDGES: Readonly<Record<number, KnownBridge>> = {
  42161: {
    outbox: '0x0B9857ae2D4A3DBe74ffE1d7DF045bb7F96E4840',
    gateways: [
      '0x09e9222E96E7B4AE2a407B98d48e330053351EEe',
      '0x096760F208390250649E3e8763348E783AEF5562',
      '0x6c411aD3E74De3E7Bd422b94A27770f5B86C623B',
    ],
    tokens: [
      {
        symbol: 'USDC',
        decimals: 6,
        l1: '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48',
        l2: USDC_E,
      },
      {
        symbol: 'BAL',
        decimals: 18,
        l1: '0xba100000625a3754423978a60c9317c58a424e3D',
        l2: '0x040d1EdC9569d4Bab2D15287Dc5A4F10F56a56B8',
      },
      {
        symbol: 'WETH',
        decimals: 18,
        l1: '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2',
        l2: '0x82aF49447D8a07e3bd95BD0d56f35241523fBab1',
      },
      {
        symbol: 'TCR',
        decimals: 18,
        l1: '0x9C4A4204B79dd291D6b6571C5BE8BbcD0622F050',
        l2: '0xA72159FC390f0E3C6D415e658264c7c4051E9b87',
      },
    ],
    nativeUsdc: {
      address: '0xaf88d065e77c8cC2239327C5EDb3A432268e5831',
      takenInstead: USDC_E,
      takenName: 'USDC.e',
    },
    // Before it, withdrawals left other events.
    firstBlock: 22_207_817n,
  },
}

/** The bridge of the pools' chain; undefined where none is known. */
export function resolveBridge({ chain, bridge = {} }: Network): BridgeNetwork | undefined {
  const known = KNOWN_BRIDGES[chain.id]
  const outbox = bridge.outbox ?? known?.outbox
  const gateways = bridge.gateways ?? known?.gateways
  if (outbox === undefined || gateways === undefined) return undefined
  return {
    ethereumRpcUrls: bridge.ethereumRpcUrls ?? [],
    ethereumMulticall3: MULTICALL3,
    outbox,
    gateways,
    tokens: bridge.tokens ?? known?.tokens ?? [],
    nativeUsdc: bridge.nativeUsdc ?? known?.nativeUsdc,
    firstBlock: known?.firstBlock ?? 0n,
  }
}
