import { use, useMemo } from 'react'
import type { Address } from 'viem'
import { computeEach } from '../../analytics/computeEach'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useTimeDependentText } from '../../data/useNow'
import { useStaleness } from '../../data/useStaleness'
import { describeHolding } from './describeHolding'
import {
  describeCountdown,
  describeMarket,
  describeStatuses,
  type MarketEngine,
} from './marketFigures'
import { OutsideMarks } from './outsideMarks'

/** A market's figures at the newest block; undefined when it did not answer there, or they cannot be computed. */
export function useMarketFigures(address: Address, engine: MarketEngine | undefined) {
  const pool = useMarket(address)
  return useMemo(
    () =>
      pool === undefined ? undefined : computeEach([pool], (it) => describeMarket(it, engine))[0],
    [pool, engine],
  )
}

/** How long it is until a market's next rebalance is due, to the second; a dash while nothing is heard of the chain. */
export function useMarketCountdown(address: Address): string | undefined {
  const isStale = useStaleness() !== undefined
  const text = useMarketText(address, describeCountdown)
  return isStale && text !== undefined ? '—' : text
}

/** All that hold of a market at this second, the most pressing first. */
export function useMarketStatuses(
  address: Address,
  engine: MarketEngine | undefined,
): ReturnType<typeof describeStatuses> {
  const isStale = useStaleness() !== undefined
  const text = useMarketText(address, (pool, nowSec) =>
    JSON.stringify(describeStatuses(pool, nowSec, engine, isStale)),
  )
  return useMemo(() => (text === undefined ? [] : JSON.parse(text)), [text])
}

function useMarketText(address: Address, say: (pool: PoolAtBlock, nowSec: number) => string) {
  const pool = useMarket(address)
  return useTimeDependentText(useSnapshot().snapshot, (nowSec) => pool && say(pool, nowSec))
}

/** What the account has in a market, in few words; undefined for nothing. */
export function useHolding(address: Address): string | undefined {
  const outside = use(OutsideMarks).get(address)
  return describeHolding(useMarket(address)?.account, outside)
}

function useMarket(address: Address): PoolAtBlock | undefined {
  return useSnapshot().snapshot?.pools.find(({ facts }) => facts.address === address)
}
