import { type Address, type Chain, defineChain } from 'viem'
import type { BridgeOverrides } from './bridge/bridgeNetwork'
import type { VerifiedComponents } from './verification/verifiedComponent'

/** An RPC that has not answered a request in this time counts as silent. */
export const RPC_TIMEOUT_MS = 10_000

/** Where a token's price in dollars is found. */
export interface DollarFeed {
  readonly token: Address
  /** A Chainlink feed of that token in dollars. */
  readonly feed: Address
}

/** What the environment says about Balancer; `resolveBalancer` completes it. */
export interface BalancerOverrides {
  readonly vault?: Address | undefined
  readonly queries?: Address | undefined
  readonly pools?: readonly Address[] | undefined
}

/** One chain with the protocol on it: everything the app has to know before its first request. */
export interface Network {
  readonly chain: Chain
  /** Asked in this order; the next is asked when one fails. */
  readonly rpcUrls: readonly string[]
  readonly poolFactory: Address
  /** Factories of earlier versions: their pools can be left, and are not offered to enter. */
  readonly deprecatedFactories: readonly Address[]
  /**
   * Pools that are read with every refresh. The others of a factory, which anyone can add to, are read where someone has
   * something in them or looks at them.
   */
  readonly knownPools: readonly Address[]
  /** Whether the factory puts its pools where the published one does, so that a pool elsewhere is none of its. */
  readonly isFactoryChecked: boolean
  /** What markets can be made of without being called unverified, beside what the table has: see `verifiedComponents`. */
  readonly extraVerifiedComponents: Partial<VerifiedComponents>
  /** Pools that the operator of this page leaves out. */
  readonly hiddenPools: readonly Address[]
  /** Of tokens that markets settle in; one without a feed is never counted in dollars. */
  readonly dollarFeeds: readonly DollarFeed[]
  readonly multicall3: Address
  /** Where a block's own number is found: on Arbitrum `block.number` is Ethereum's. */
  readonly blockNumberSource: 'arbSys' | 'opcode'
  /** Pause between two refreshes, milliseconds. */
  readonly refreshMs: number
  /** WebSocket RPC that announces new blocks; without one the chain is polled. */
  readonly wsUrl: string | undefined
  /** What the environment says about the bridge; `resolveBridge` completes it. */
  readonly bridge: BridgeOverrides | undefined
  readonly balancer?: BalancerOverrides | undefined
  /** Farms beside those that `resolveFarms` knows. */
  readonly farms?: readonly Address[] | undefined
}

interface KnownNetwork {
  readonly name: string
  readonly rpcUrls: readonly string[]
  readonly poolFactory: Address
  readonly deprecatedFactories: readonly Address[]
  readonly knownPools: readonly Address[]
  readonly dollarFeeds: readonly DollarFeed[]
  readonly multicall3: Address
  readonly blockNumberSource: Network['blockNumberSource']
  readonly refreshMs: number
  readonly explorerUrl: string
}

/** What replaces or completes the table below; each comes from an environment variable. */
export interface NetworkOverrides {
  readonly chainId: number
  readonly name?: string | undefined
  readonly rpcUrls?: readonly string[] | undefined
  readonly poolFactory?: Address | undefined
  readonly deprecatedFactories?: readonly Address[] | undefined
  readonly knownPools?: readonly Address[] | undefined
  readonly isFactoryChecked?: boolean | undefined
  readonly extraVerifiedComponents?: Partial<VerifiedComponents> | undefined
  readonly hiddenPools?: readonly Address[] | undefined
  readonly dollarFeeds?: readonly DollarFeed[] | undefined
  readonly multicall3?: Address | undefined
  readonly explorerUrl?: string | undefined
  readonly refreshMs?: number | undefined
  readonly wsUrl?: string | undefined
  readonly bridge?: BridgeOverrides | undefined
  readonly balancer?: BalancerOverrides | undefined
  readonly farms?: readonly Address[] | undefined
}

const MULTICALL3: Address = '0xcA11bde05977b3631167028862bE2a173976CA11'
const DEFAULT_REFRESH_MS = 2_000

/** Deployments of Perpetual Pools V2, by chain id. */
const KNOWN_NETWORKS: Readonly<Record<number, KnownNetwork>> = {
  42161: {
    name: 'Arbitrum One',
    rpcUrls: ['https://arb1.arbitrum.io/rpc', 'https://arbitrum-one-rpc.publicnode.com'],
    poolFactory: '0x3Feafee6b12C8d2E58c5B118e54C09F9273c6124',
    deprecatedFactories: ['0xdabffa47e509659FEDE5deC5e22CFFb9Cb9040b4'],
    knownPools: [
      // 3-ETH, 3-BTC, 3-BTC of 12 h, 3-WTI, each against USD in USDC.e.
      '0x8F4af5A3b58EA60e66690f30335Ed8586E46AcEb',
      '0x3aca4F1B1791D00eBBAE01d65E9739c9C886F33C',
      '0x2bfb8aeE6EB2dcCd694f8eCB4C31FdeBfC22b55a',
      '0xa740b84Fd3547b9C445844c30A10Cde6dce3E08B',
      // Of the deprecated factory: 3-ETH, 3-BTC.
      '0x3C16b9efE5E4Fc0ec3963F17c64a3dcBF7269207',
      '0x6D3Fb4AA7ddCa8CBc88F7BA94B36ba83fF6bA234',
    ],
    dollarFeeds: [
      // BAL / USD.
      {
        token: '0x040d1EdC9569d4Bab2D15287Dc5A4F10F56a56B8',
        feed: '0xBE5eA816870D11239c543F84b71439511D70B94f',
      },
    ],
    multicall3: MULTICALL3,
    blockNumberSource: 'arbSys',
    refreshMs: 5_000,
    explorerUrl: 'https://arbiscan.io',
  },
}

/**
 * The network to use: the table's entry for the chain id, with the overrides on top.
 *
 * @throws Error naming the missing variables when the chain is not in the table and not fully described
 */
export function resolveNetwork(overrides: NetworkOverrides): Network {
  const known = KNOWN_NETWORKS[overrides.chainId]
  const rpcUrls = overrides.rpcUrls ?? known?.rpcUrls
  const poolFactory = overrides.poolFactory ?? known?.poolFactory
  if (rpcUrls === undefined || poolFactory === undefined)
    throw new Error(`Unknown chain ${overrides.chainId}: set VITE_RPC_URLS and VITE_POOL_FACTORY`)
  const explorerUrl = overrides.explorerUrl ?? known?.explorerUrl
  return {
    chain: defineChain({
      id: overrides.chainId,
      name: overrides.name ?? known?.name ?? `Chain ${overrides.chainId}`,
      nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
      rpcUrls: { default: { http: [...rpcUrls] } },
      ...(explorerUrl === undefined
        ? {}
        : { blockExplorers: { default: { name: 'Explorer', url: explorerUrl } } }),
    }),
    rpcUrls,
    poolFactory,
    deprecatedFactories: overrides.deprecatedFactories ?? known?.deprecatedFactories ?? [],
    // The table's are of the table's factory.
    knownPools:
      overrides.knownPools ??
      (overrides.poolFactory === undefined ? known?.knownPools : undefined) ??
      [],
    // `factoryChildCheck.test.ts` holds the rule against pools of the table's factory.
    isFactoryChecked:
      overrides.isFactoryChecked ?? (known !== undefined && overrides.poolFactory === undefined),
    extraVerifiedComponents: overrides.extraVerifiedComponents ?? {},
    hiddenPools: overrides.hiddenPools ?? [],
    dollarFeeds: overrides.dollarFeeds ?? known?.dollarFeeds ?? [],
    multicall3: overrides.multicall3 ?? known?.multicall3 ?? MULTICALL3,
    blockNumberSource: known?.blockNumberSource ?? 'opcode',
    refreshMs: overrides.refreshMs ?? known?.refreshMs ?? DEFAULT_REFRESH_MS,
    wsUrl: overrides.wsUrl,
    bridge: overrides.bridge,
    balancer: overrides.balancer,
    farms: overrides.farms,
  }
}
