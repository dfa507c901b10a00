import { useState } from 'react'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { PoolSnapshot } from '../../protocol/snapshot'

/** The pool as of the last upkeep or minute: hundreds of rebalances are computed for each plan. */
export function useSteadyPool(
  { snapshot, facts }: PoolAtBlock,
  nowSec: number | undefined,
): PoolSnapshot {
  const minute = BigInt(Math.floor((nowSec ?? 0) / 60)) * 60n
  const key = [
    facts.address,
    snapshot.updateIntervalId,
    snapshot.longBalance,
    snapshot.shortBalance,
    snapshot.longTokenSupply,
    snapshot.shortTokenSupply,
    minute,
  ].join()
  const make = () => ({
    key,
    pool: {
      ...snapshot,
      timestampSec: minute > snapshot.timestampSec ? minute : snapshot.timestampSec,
    },
  })
  const [steady, setSteady] = useState(make)
  if (steady.key === key) return steady.pool
  const next = make()
  setSteady(next)
  return next.pool
}
