import type { PoolHistoryState } from '../../../chain/history/poolHistoryState'
import { formatClock } from '../../../format/formatTime'
import { MAX_TABLE_ROWS } from '../../../protocol/bounds'
import type { HistoryPoint } from './historyPoints'
import type { HistoryReach } from './historyReach'
import { readingText } from './readingText'

/** Below the chart: how much of the past it shows, how far the reading is, and what is an estimate. */
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
  const count = past.length.toLocaleString('en')
  return (
    <p className="mt-2 min-h-8 text-xs text-muted sm:min-h-4" role="status">
      {isRead
        ? `${count} ${past.length === 1 ? 'rebalance' : 'rebalances'}.`
        : readingText(history)}
      {!isWhole &&
        oldestSec !== undefined &&
        ` So far read back to ${formatClock(oldestSec, nowSec)}; a CSV would end there.`}
      {isTable &&
        past.length > MAX_TABLE_ROWS &&
        ` The newest ${MAX_TABLE_ROWS} of ${count} are shown; the CSV has them all.`}
      {isOfBalances &&
        past.some(({ isExact }) => !isExact) &&
        ' Some balances are reconstructed from events and are estimates, marked ≈.'}
    </p>
  )
}
