import { useMemo } from 'react'
import type { HistoryRow } from '../chain/accountHistory/historyRow'
import { toHistoryRows } from '../chain/accountHistory/toHistoryRows'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { useLiveAccountHistory } from './AccountHistoryProvider'
import { useSnapshot } from './SnapshotProvider'

/** What an account has done, newest first. */
export function useHistoryRows(): readonly HistoryRow[] {
  const { entries, reach } = useLiveAccountHistory().state
  const ids = useCurrentIds(useSnapshot().snapshot?.pools)
  return useMemo(
    () => toHistoryRows(entries, { reach, currentIdOf: (pool) => ids.get(pool) }),
    [entries, reach, ids],
  )
}

/** The same map until an upkeep. */
function useCurrentIds(pools: readonly PoolAtBlock[] | undefined): ReadonlyMap<string, bigint> {
  const key = (pools ?? [])
    .map(({ facts, snapshot }) => `${facts.address.toLowerCase()}:${snapshot.updateIntervalId}`)
    .join()
  return useMemo(
    () =>
      new Map(
        key.split(',').flatMap((part) => {
          const [pool, id] = part.split(':')
          return pool === undefined || id === undefined ? [] : [[pool, BigInt(id)] as const]
        }),
      ),
    [key],
  )
}
