import { formatClock } from '../../../format/formatTime'
import { ScrollArea } from '../../../ui/ScrollArea'
import type { HistoryPoint } from './historyPoints'
import type { Chart } from './series'

const MOST_ROWS = 200

/** What a chart draws, as a table: for those who cannot see it, and for exact values. Newest first. */
export function HistoryTable({
  chart,
  past,
  nowSec,
}: {
  chart: Chart
  past: readonly HistoryPoint[]
  nowSec: number
}) {
  const newest = past.slice(-MOST_ROWS).reverse()
  return (
    <ScrollArea label={`${chart.title}, table`} className="h-full overflow-auto">
      <table className="w-full">
        <thead className="sticky top-0 bg-surface text-xs text-muted">
          <tr className="border-b border-line">
            <th scope="col" className="py-1.5 text-left font-medium">
              Rebalance
            </th>
            {chart.lines.map((line) => (
              <th key={line.key} scope="col" className="py-1.5 pl-3 text-right font-medium">
                {line.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {newest.map((point) => (
            <tr key={`${point.timeSec}-${point.indexWad}`} className="border-b border-line">
              <th scope="row" className="py-1 text-left font-normal whitespace-nowrap text-muted">
                {formatClock(point.timeSec, nowSec)}
              </th>
              {chart.lines.map((line) => {
                const value = line.valueOf(point)
                return (
                  <td key={line.key} className="py-1 pl-3 text-right">
                    {value === undefined ? '—' : line.format(value)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
