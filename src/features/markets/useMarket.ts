import { useMemo } from 'react'
import type { Address } from 'viem'
import type { PoolAtBlock } from '../../chain/snapshot'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { describeMarket, describeTime, type EffectOf } from './marketFigures'

/** A market's figures at the newest block; undefined when it did not answer there. */
export function useMarketFigures(address: Address, effectOf: EffectOf | undefined) {
  const pool = useMarket(address)
  return useMemo(() => pool && describeMarket(pool, effectOf), [pool, effectOf])
}

/** A market's countdown and status, each second. */
export function useMarketTime(address: Address) {
  const pool = useMarket(address)
  const nowSec = useChainNowSec(useSnapshot().snapshot)
  return pool && describeTime(pool, nowSec ?? 0)
}

function useMarket(address: Address): PoolAtBlock | undefined {
  return useSnapshot().snapshot?.pools.find(({ facts }) => facts.address === address)
}
