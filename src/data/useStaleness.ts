import { refreshPauseMs } from '../chain/queries'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'
import { useNowMs } from './useNow'

/** Why what is shown may no longer hold: the browser is offline, or no answer has come for longer than it takes. */
export function useStaleness(): 'offline' | 'waiting' | undefined {
  const network = useNetwork()
  const { snapshot, isOffline } = useSnapshot()
  const now = useNowMs()
  if (isOffline) return 'offline'
  if (snapshot === undefined) return undefined
  const patienceMs = refreshPauseMs(network) + network.refreshMs * 2 + 2_000
  return now - snapshot.receivedAtMs > patienceMs ? 'waiting' : undefined
}
