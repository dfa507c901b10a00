import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from 'wagmi'
import { accountContracts } from '../chain/accountHistory/accountContracts'
import {
  type AccountHistory,
  type AccountHistoryState,
  createAccountHistory,
  NO_ACCOUNT_HISTORY,
} from '../chain/accountHistory/accountHistory'
import type { UntimedEntry } from '../chain/accountHistory/timeReader'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'
import { useGrowingState } from './useGrowingState'

/** An account's past over all pools, growing while it is read. */
export interface LiveAccountHistory {
  readonly state: AccountHistoryState
  /** Reads to the beginning; tries again what has failed. */
  readonly loadAll: () => void
  /** Finds out when these were. */
  readonly wantTimes: (entries: readonly UntimedEntry[]) => void
}

/** The newest blocks are read again after this time even if nothing of the account has changed: someone may have paid it. */
const LONGEST_PAUSE_SEC = 60n

/** Reads the past of the account that the snapshot is of, over all of its pools. Use it through `AccountHistoryProvider`. */
export function useAccountHistory(): LiveAccountHistory {
  const { snapshot, account } = useSnapshot()
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const [history, setHistory] = useState<AccountHistory>()
  useEffect(() => {
    if (client === undefined || account === undefined) return
    const created = createAccountHistory({ client, network, account })
    setHistory(created)
    return () => {
      created.stop()
      setHistory(undefined)
    }
  }, [client, network, account])

  const read = useRef<{ history: AccountHistory; changes: string; number: bigint; sec: bigint }>(
    undefined,
  )
  useEffect(() => {
    if (history === undefined || snapshot === undefined || snapshot.account !== account) return
    const { number, timestampSec } = snapshot.block
    const changes = digest(snapshot.pools)
    const last = read.current
    const isRead =
      last?.history === history &&
      last.changes === changes &&
      number >= last.number &&
      timestampSec - last.sec < LONGEST_PAUSE_SEC
    if (isRead) return
    read.current = { history, changes, number, sec: timestampSec }
    void history.refresh(snapshot.block, accountContracts(snapshot.pools))
  }, [history, snapshot, account])

  const [state = NO_ACCOUNT_HISTORY] = useGrowingState(history)
  const loadAll = useCallback(() => void history?.loadAll(), [history])
  const wantTimes = useCallback(
    (wanted: readonly UntimedEntry[]) => void history?.wantTimes(wanted),
    [history],
  )
  return { state, loadAll, wantTimes }
}

/** Changes whenever the account commits, claims, moves tokens, is paid, or has something executed. */
function digest(pools: readonly PoolAtBlock[]): string {
  return pools
    .map(({ facts, account, snapshot }) => {
      if (account === undefined) return facts.address
      const { escrow, longBalance, shortBalance, settlementBalance, user } = account
      const waits = user.unAggregatedCommitments.map(
        (id) => `${id}${id < snapshot.updateIntervalId}`,
      )
      const numbers = [...Object.values(escrow), longBalance, shortBalance, settlementBalance]
      const queued = user.userCommitments.flatMap((one) => Object.values(one))
      return [facts.address, ...numbers, ...waits, ...queued].join()
    })
    .join(';')
}
