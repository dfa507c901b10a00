import { useMemo } from 'react'
import { resolveBalancer } from '../../../chain/balancer/resolveBalancer'
import type { SecondaryPool } from '../../../chain/balancer/secondaryPool'
import { findRoutes, type SwapRoute } from '../../../chain/balancer/swapRoute'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'
import type { TokenFacts } from '../../../chain/poolFacts'
import { useNetwork } from '../../../data/NetworkContext'
import { useSecondary } from '../../../data/useSecondary'
import { MAX_QUOTES } from '../../../protocol/bounds'
import type { SwapAction } from './swapAction'

/** While the section is closed, all that counts is whether there is a way at all. */
const CLOSED_AGE_MS = 3_600_000

/** The ways from one token to another in Balancer's pools. */
export interface SwapMarket {
  /** `none`: no known pool has the way; `unavailable`: whether one has cannot be known. */
  readonly state: 'none' | 'loading' | 'unavailable' | 'open'
  readonly routes: readonly SwapRoute[]
  readonly pools: readonly SecondaryPool[]
  readonly tokenIn: TokenFacts
  readonly tokenOut: TokenFacts
  /** The block that the pools were read at; undefined while they are not. */
  readonly block: bigint | undefined
}

/** @param isOpen Whether anyone looks at it: only then are the pools read with each block */
export function useSwapMarket(
  { facts }: Pick<PoolAtBlock, 'facts'>,
  { action, side }: SwapAction,
  isOpen: boolean,
): SwapMarket {
  const network = useNetwork()
  const hasBalancer = resolveBalancer(network) !== undefined
  const { secondary, trouble } = useSecondary(isOpen ? 0 : CLOSED_AGE_MS)
  return useMemo(() => {
    const own = side === 'long' ? facts.longToken : facts.shortToken
    const [tokenIn, tokenOut] =
      action === 'mint' ? [facts.settlementToken, own] : [own, facts.settlementToken]
    const pools = secondary?.pools ?? []
    const routes = findRoutes(pools, tokenIn.address, tokenOut.address).slice(0, MAX_QUOTES)
    const about = { routes, pools, tokenIn, tokenOut, block: secondary?.block.number }
    if (!hasBalancer) return { ...about, state: 'none' }
    if (routes.length > 0) return { ...about, state: 'open' }
    if (secondary === undefined)
      return { ...about, state: trouble === null ? 'loading' : 'unavailable' }
    return { ...about, state: hasFailedPool(network, secondary) ? 'unavailable' : 'none' }
  }, [facts, action, side, network, hasBalancer, secondary, trouble])
}

/** Which tokens a pool has is known from reading it: one that was not read may be this market's. */
function hasFailedPool(
  network: Parameters<typeof resolveBalancer>[0],
  { failed }: { readonly failed: readonly string[] },
): boolean {
  return resolveBalancer(network)?.pools.some((pool) => failed.includes(pool)) ?? false
}
