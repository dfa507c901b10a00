import { useMemo } from 'react'
import { computeEach } from '../../analytics/computeEach'
import { holdingOf, isEmptyHolding } from '../../analytics/holding'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { outsideOf } from '../../data/outsideOf'
import { useSnapshot } from '../../data/SnapshotProvider'
import type { LiveStakes } from '../../data/useStakes'
import type { PoolHolding } from './poolHolding'

interface Holdings {
  readonly holdings: readonly PoolHolding[]
  /** The markets that the account can’t be read in, or whose figures holdings can’t be computed from. */
  readonly failed: readonly PoolAtBlock[]
}

/** The markets of which the account has something, in the wallet, in the pool, in a farm or as LP tokens. */
export function useHoldings(stakes: Pick<LiveStakes, 'stakes' | 'liquidity'>): Holdings {
  const { snapshot } = useSnapshot()
  return useMemo(() => {
    const pools = (snapshot?.pools ?? []).filter(({ account }) => account !== undefined)
    const computed = computeEach(pools, (pool) => ({
      pool,
      holding: pool.account && holdingOf(pool.snapshot, pool.account),
      outside: outsideOf(pool, stakes),
    }))
    const read = new Set(computed.map(({ pool }) => pool))
    return {
      holdings: computed.flatMap(({ pool, holding, outside }) => {
        if (holding === undefined) return []
        return isEmptyHolding(holding) && outside === undefined ? [] : { pool, holding, outside }
      }),
      failed: (snapshot?.pools ?? []).filter((pool) => !read.has(pool)),
    }
  }, [snapshot, stakes])
}
