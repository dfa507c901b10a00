import { useMemo } from 'react'
import type { HistoryRow } from '../chain/accountHistory/historyRow'
import { toHistoryRows } from '../chain/accountHistory/toHistoryRows'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import type { Quad } from '../protocol/quad'
import { useLiveAccountHistory } from './AccountHistoryProvider'
import { useSnapshot } from './SnapshotProvider'

/** What an account has done, newest first. */
export function useHistoryRows(): readonly HistoryRow[] {
  const { entries, reach } = useLiveAccountHistory().state
  const pools = useStatesOfPools(useSnapshot().snapshot?.pools)
  return useMemo(
    () =>
      toHistoryRows(entries, {
        reach,
        currentIdOf: (pool) => pools.get(pool)?.id,
        mintingFeeOf: (pool) => pools.get(pool)?.mintingFee,
      }),
    [entries, reach, pools],
  )
}

/** The same map until an upkeep, or a change of a fee. */
function useStatesOfPools(
  pools: readonly PoolAtBlock[] | undefined,
): ReadonlyMap<string, { readonly id: bigint; readonly mintingFee: Quad }> {
  const key = (pools ?? [])
    .map(
      ({ facts, snapshot }) =>
        `${facts.address.toLowerCase()}:${snapshot.updateIntervalId}:${snapshot.mintingFee}`,
    )
    .join()
  return useMemo(
    () =>
      new Map(
        key.split(',').flatMap((part) => {
          const [pool, id, mintingFee] = part.split(':')
          if (pool === undefined || id === undefined || mintingFee === undefined) return []
          return [[pool, { id: BigInt(id), mintingFee: BigInt(mintingFee) as Quad }] as const]
        }),
      ),
    [key],
  )
}
