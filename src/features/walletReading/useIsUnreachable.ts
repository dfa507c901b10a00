import { useSnapshot } from '../../data/SnapshotProvider'

/** One failure passes. */
const FEW_FAILURES = 1

/** Whether what the page reads the chain through has stopped answering. */
export function useIsUnreachable(): boolean {
  const { failures, isOffline } = useSnapshot()
  return failures > FEW_FAILURES && !isOffline
}
