import { compareEvents } from '../../../chain/history/poolEvent'
import type { FailedUpkeepRecord, UpkeepRecord } from '../../../chain/history/records'

/** An upkeep that someone performed, or tried to. */
export type UpkeepAttempt =
  | { readonly kind: 'done'; readonly record: UpkeepRecord }
  | { readonly kind: 'refused'; readonly record: FailedUpkeepRecord }

/** Both lists, each newest first, as one of the same order. */
export function pastAttempts(
  upkeeps: readonly UpkeepRecord[],
  failedUpkeeps: readonly FailedUpkeepRecord[],
): readonly UpkeepAttempt[] {
  const done = upkeeps.map((record): UpkeepAttempt => ({ kind: 'done', record }))
  if (failedUpkeeps.length === 0) return done
  const refused = failedUpkeeps.map((record): UpkeepAttempt => ({ kind: 'refused', record }))
  return [...done, ...refused].sort((a, b) => compareEvents(b.record, a.record))
}
