import { type Hex, isAddress, isAddressEqual, slice } from 'viem'
import type { SecondaryPool } from '../../chain/balancer/secondaryPool'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { Secondary } from '../../chain/secondary/getSecondary'
import { lpPoolsOf, marketOfLp } from '../../data/lpPools'

/** What a link to this page leads to. */
export type LiquidityTarget =
  | {
      readonly kind: 'found'
      readonly lp: SecondaryPool
      /** Undefined where the pool is no market's, or its market was not read. */
      readonly market: PoolAtBlock | undefined
      /** Further pools with the same market's tokens. */
      readonly others: readonly SecondaryPool[]
    }
  | {
      /** `none`: a market without a pool; `unread`: a known pool that does not respond or lies; `unknown`: neither of them. */
      readonly kind: 'none' | 'unread' | 'unknown'
    }

/** Whether a link can mean a pool at all: an address, or the id of a pool on Balancer, which begins with its address. */
export function isPoolLink(text: string): text is Hex {
  return isAddress(text, { strict: false }) || /^0x[0-9a-f]{64}$/i.test(text)
}

/** @param link The address of a market or of a pool on Balancer, or the latter's id */
export function findLiquidity(
  link: Hex,
  { pools, failed }: Pick<Secondary, 'pools' | 'failed'>,
  markets: readonly PoolAtBlock[],
): LiquidityTarget {
  const address = slice(link, 0, 20)
  const is = (other: Hex) => isAddressEqual(other, address)
  const own = pools.find((pool) => is(pool.address))
  if (own !== undefined) return found(own, marketOfLp(own, markets), pools)
  if (failed.some(is)) return { kind: 'unread' }
  const market = markets.find(({ facts }) => is(facts.address))
  if (market === undefined) return { kind: 'unknown' }
  const [first] = lpPoolsOf(market, pools)
  return first === undefined ? { kind: 'none' } : found(first, market, pools)
}

function found(
  lp: SecondaryPool,
  market: PoolAtBlock | undefined,
  pools: readonly SecondaryPool[],
): LiquidityTarget {
  const others = market === undefined ? [] : lpPoolsOf(market, pools).filter((one) => one !== lp)
  return { kind: 'found', lp, market, others }
}
