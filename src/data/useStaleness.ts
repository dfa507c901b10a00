import { useSyncExternalStore } from 'react'
import { refreshPauseMs } from '../chain/queries'
import { clockMs, subscribeToSecond } from '../clock'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'

/**
 * Why what is shown may no longer hold: the browser is offline, or no answer has come for longer than it takes. Drawn again only
 * when that changes.
 */
export function useStaleness(): 'offline' | 'waiting' | undefined {
  const network = useNetwork()
  const { snapshot, isOffline } = useSnapshot()
  const patienceMs = refreshPauseMs(network) + network.refreshMs * 2 + 2_000
  const isWaiting = useSyncExternalStore(
    subscribeToSecond,
    () => snapshot !== undefined && clockMs() - snapshot.receivedAtMs > patienceMs,
  )
  if (isOffline) return 'offline'
  return isWaiting ? 'waiting' : undefined
}
