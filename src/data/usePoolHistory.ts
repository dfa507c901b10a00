import { useCallback, useEffect, useState } from 'react'
import { useClient } from 'wagmi'
import { createPoolHistory, type PoolHistory } from '../chain/history/poolHistory'
import { NO_HISTORY, type PoolHistoryState } from '../chain/history/poolHistoryState'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import type { PoolFacts } from '../chain/poolFacts'
import type { Snapshot } from '../chain/snapshot'
import { useNetwork } from './NetworkContext'
import { useGrowingState } from './useGrowingState'

/** A pool's past, growing while it is read, and the wish for more of it. */
export interface LivePoolHistory {
  readonly history: PoolHistoryState
  /** Reads further back, to a time in Unix seconds; 0n for everything. */
  readonly loadMore: (sinceSec: bigint) => void
}

/**
 * The past of one pool: a day of it at first, and what each new block brings. Reading ends when the component goes.
 * Each use reads for itself, so use it once on a page and hand the result down.
 *
 * @param block The block that `pool` was read at
 */
export function usePoolHistory(
  pool: PoolAtBlock | undefined,
  block: Snapshot['block'] | undefined,
): LivePoolHistory {
  const network = useNetwork()
  const client = useClient({ chainId: network.chain.id })
  const facts = pool?.facts
  const [current, setCurrent] = useState<{ facts: PoolFacts; history: PoolHistory }>()
  // After a change of the pool, the one before is still there for a moment.
  const history = current?.facts === facts ? current?.history : undefined

  useEffect(() => {
    if (client === undefined || facts === undefined) return
    const created = createPoolHistory({ client, network, facts })
    setCurrent({ facts, history: created })
    return () => {
      created.stop()
      setCurrent(undefined)
    }
  }, [client, network, facts])

  useEffect(() => {
    if (history === undefined || pool === undefined || block === undefined) return
    const { longBalance, shortBalance, changeInterval } = pool.snapshot
    void history.refresh({ block, longBalance, shortBalance, changeInterval })
  }, [history, pool, block])

  const [state, show] = useGrowingState(history)
  const loadMore = useCallback(
    (sinceSec: bigint) => {
      if (history === undefined) return
      void history.loadMore(sinceSec)
      // With the click itself: that more is wanted now is known before anything is drawn.
      show()
    },
    [history, show],
  )
  return { history: state ?? NO_HISTORY, loadMore }
}
