import type { PoolHistoryState } from '../../../chain/history/poolHistoryState'
import { formatClock } from '../../../format/formatTime'
import { MAX_TABLE_ROWS } from '../../../protocol/bounds'
import { poolContent } from '../content'
import type { HistoryPoint } from './historyPoints'
import type { HistoryReach } from './historyReach'
import { readingText } from './readingText'

const content = poolContent.history

/** Below the chart: how much of the past it shows, how much is loaded, and what is an estimate. */
export function HistoryStatus({
  history,
  reach: { oldestSec },
  past,
  isWhole,
  isTable,
  isOfBalances,
  nowSec,
}: {
  history: PoolHistoryState
  reach: HistoryReach
  past: readonly HistoryPoint[]
  isWhole: boolean
  isTable: boolean
  isOfBalances: boolean
  nowSec: number
}) {
  const isRead = isWhole && history.status === 'idle'
  return (
    <p className="mt-2 min-h-8 text-xs text-muted sm:min-h-4" role="status">
      {isRead ? content.count(past.length) : readingText(history)}
      {!isWhole && oldestSec !== undefined && content.loadedBackTo(formatClock(oldestSec, nowSec))}
      {isTable && past.length > MAX_TABLE_ROWS && content.shownOf(MAX_TABLE_ROWS, past.length)}
      {isOfBalances && past.some(({ isExact }) => !isExact) && content.estimates}
    </p>
  )
}
