import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { snapshotsKey } from '../chain/queries'
import { useNetwork } from './NetworkContext'

/** Blocks can come four a second: no more than one refresh in this time. */
const LEAST_PAUSE_MS = 1_000

/** Refreshes the snapshot at each new block, where a WebSocket RPC is configured. One request at a time. */
export function useBlockFeed(): void {
  const network = useNetwork()
  const queries = useQueryClient()
  useEffect(() => {
    const { wsUrl } = network
    if (wsUrl === undefined) return
    let lastMs = 0
    let stop: (() => void) | undefined
    let isGone = false
    const refresh = () => {
      if (document.hidden || Date.now() - lastMs < LEAST_PAUSE_MS) return
      lastMs = Date.now()
      void queries.refetchQueries(
        { queryKey: snapshotsKey(network), type: 'active' },
        { cancelRefetch: false },
      )
    }
    void import('../chain/watchBlocks').then(({ watchBlocks }) => {
      if (!isGone) stop = watchBlocks(wsUrl, refresh)
    })
    return () => {
      isGone = true
      stop?.()
    }
  }, [network, queries])
}
