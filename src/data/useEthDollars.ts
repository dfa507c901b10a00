import { useCallback } from 'react'
import { dollarValueWad } from '../analytics/dollarValue'
import { isVerified, type PoolAtBlock } from '../chain/poolAtBlock'
import { useSnapshot } from './SnapshotProvider'

const ETH_DECIMALS = 18

/** What amounts of ETH are worth in dollars, a wad, by the index of a market that is read anyway; undefined without such a market. */
export function useEthDollars(): (wei: bigint) => bigint | undefined {
  const { snapshot } = useSnapshot()
  return useCallback(
    (wei) => {
      const price = snapshot && ethPriceOf(snapshot.pools)
      if (snapshot === undefined || price === undefined || wei === 0n) return undefined
      return dollarValueWad(wei, ETH_DECIMALS, price, snapshot.block.timestampSec)
    },
    [snapshot],
  )
}

/** ETH in dollars as a verified market's feed says it: what a stranger's market calls ETH may be anything. */
export function ethPriceOf(pools: readonly PoolAtBlock[]) {
  for (const pool of pools) {
    const { facts, market } = pool
    const { spotPriceWad: priceWad, feedUpdatedAtSec: updatedAtSec } = market
    if (facts.base !== 'ETH' || facts.quote !== 'USD' || !isVerified(pool)) continue
    if (priceWad !== undefined && updatedAtSec !== undefined) return { priceWad, updatedAtSec }
  }
  return undefined
}
