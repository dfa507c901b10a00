import { useEffect } from 'react'

/** Something that is read in the same moment as the snapshot, so that both go in one request. */
interface Rider {
  /** Whether it needs reading now. */
  readonly isDue: () => boolean
  readonly read: () => unknown
}

const riders = new Set<Rider>()

/** Starts to read whatever is due. For the snapshot's query, each time it starts to read. */
export function readRiders(): void {
  for (const { isDue, read } of riders) if (isDue()) void read()
}

/** Reads something with each snapshot for which it is due, as long as this is mounted. Both functions must keep their identity. */
export function useSnapshotRider(isDue: () => boolean, read: () => unknown): void {
  useEffect(() => {
    const rider = { isDue, read }
    riders.add(rider)
    return () => {
      riders.delete(rider)
    }
  }, [isDue, read])
}
