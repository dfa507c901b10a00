import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { refreshSnapshot } from '../chain/freshSnapshot'
import { RPC_TIMEOUT_MS } from '../chain/network'
import type { Snapshot } from '../chain/snapshot'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'

/** Reads the chain again, for a moment that counts; undefined when it does not answer in the time that any request has. */
export function useFreshSnapshot(): () => Promise<Snapshot | undefined> {
  const network = useNetwork()
  const queries = useQueryClient()
  const { account } = useSnapshot()
  return useCallback(async () => {
    const read = refreshSnapshot(queries, network, account)
    const giveUp = new Promise<undefined>((resolve) => setTimeout(resolve, RPC_TIMEOUT_MS))
    return Promise.race([read.catch(() => undefined), giveUp])
  }, [account, network, queries])
}
