import { useMemo } from 'react'
import { connectedPast, type HistoryReach } from './historyReach'

/** As `connectedPast`; the same object for as long as nothing further is known, whatever block it was asked for. */
export function useConnectedPast({
  upkeeps,
  failedUpkeeps,
  coveredFromBlock,
}: Parameters<typeof connectedPast>[0]): HistoryReach {
  return useMemo(
    () => connectedPast({ upkeeps, failedUpkeeps, coveredFromBlock }),
    [upkeeps, failedUpkeeps, coveredFromBlock],
  )
}
