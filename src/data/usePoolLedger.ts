import { useMemo } from 'react'
import type { AccountHistoryState } from '../chain/accountHistory/accountHistory'
import { type ReadLedger, toReadLedger } from '../chain/accountHistory/toReadLedger'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { useLiveAccountHistory } from './AccountHistoryProvider'

/** An account's lots in a pool, and how the reading of them goes. */
export interface LiveLedger {
  /** Undefined until the pool's past is read. */
  readonly read: ReadLedger | undefined
  readonly error: Error | undefined
  /** Reads what was left out, or could not be read. */
  readonly retry: () => void
}

/** The lots of the account in a pool, from its history. */
export function usePoolLedger(pool: PoolAtBlock): LiveLedger {
  const [live] = usePoolLedgers(useMemo(() => [pool], [pool]))
  if (live === undefined) throw new Error('A pool has one ledger')
  return live
}

/** The same of several pools, in their order. */
export function usePoolLedgers(pools: readonly PoolAtBlock[]): readonly LiveLedger[] {
  const { state, loadAll } = useLiveAccountHistory()
  return useMemo(
    () =>
      pools.map((pool) => ({
        read: readLedger(state, pool),
        error: state.status === 'failed' ? state.error : undefined,
        retry: loadAll,
      })),
    [pools, state, loadAll],
  )
}

interface Remembered {
  readonly entries: AccountHistoryState['entries']
  readonly reach: AccountHistoryState['reach']
  readonly mintingFee: bigint
  readonly isLoading: boolean
  readonly read: ReadLedger | undefined
}

/** By the pool's facts, which stay the same object: a new block alone changes no ledger. */
const remembered = new WeakMap<PoolAtBlock['facts'], Remembered>()

function readLedger(state: AccountHistoryState, pool: PoolAtBlock): ReadLedger | undefined {
  const { entries, reach } = state
  const { mintingFee } = pool.snapshot
  const isLoading = state.status === 'loading'
  const last = remembered.get(pool.facts)
  if (
    last?.entries === entries &&
    last.reach === reach &&
    last.mintingFee === mintingFee &&
    last.isLoading === isLoading
  )
    return last.read
  const read = toReadLedger(state, pool)
  remembered.set(pool.facts, { entries, reach, mintingFee, isLoading, read })
  return read
}
