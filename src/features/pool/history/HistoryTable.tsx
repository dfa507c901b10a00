import type { ReactNode } from 'react'
import { formatClock } from '../../../format/formatTime'
import { MAX_TABLE_ROWS } from '../../../protocol/bounds'
import { ScrollArea } from '../../../ui/ScrollArea'
import { Tooltip } from '../../../ui/Tooltip'
import { poolContent } from '../content'
import { formatReadout } from './formatReadout'
import type { HistoryPoint } from './historyPoints'
import type { PoolProjection } from './projection'
import type { Chart, Readout } from './series'

const content = poolContent.history

/** What a chart draws, as a table: for those who cannot see it, and for exact values. Newest first, the projection on top. */
export function HistoryTable({
  chart,
  past,
  projection,
  assumption,
  isWhole,
  nowSec,
}: {
  chart: Chart
  past: readonly HistoryPoint[]
  projection: PoolProjection
  /** What the projection takes for granted. */
  assumption: string
  /** Nothing is missing of the time that was asked for. */
  isWhole: boolean
  nowSec: number
}) {
  const columns = [...chart.lines, ...chart.readouts]
  const newest = past.slice(-MAX_TABLE_ROWS).reverse()
  const { catchUp, next } = projection
  return (
    <ScrollArea label={content.tableOf(chart.title)} className="h-full">
      <table className="w-full">
        <thead className="sticky top-0 z-2 bg-surface text-xs text-muted">
          <tr className="border-b border-line">
            <th scope="col" className="py-1.5 text-left font-medium">
              {content.rebalance}
            </th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" className="py-1.5 pl-3 text-right font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {(catchUp !== undefined || next.length > 0) && (
          <tbody>
            <GroupName columns={columns.length}>{content.projection(assumption)}</GroupName>
            {next.toReversed().map((point) => (
              <Row
                key={point.timeSec}
                time={formatClock(point.timeSec, nowSec)}
                columns={columns}
                point={point}
              />
            ))}
            {catchUp !== undefined && (
              <Row
                time={content.nowIf(content.catchUp(catchUp.upkeeps))}
                columns={columns}
                point={catchUp.point}
              />
            )}
          </tbody>
        )}
        <tbody>
          <GroupName columns={columns.length}>
            {past.length === 0 && isWhole ? content.pastEmpty : content.past}
          </GroupName>
          {newest.map((point) => (
            <Row
              key={point.key}
              time={formatClock(point.timeSec, nowSec)}
              columns={columns}
              point={point}
            />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function GroupName({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr className="border-b border-line bg-raised text-xs">
      <th scope="rowgroup" colSpan={columns + 1} className="px-1 py-1.5 text-left font-semibold">
        {/* In view also where the table is wider than its place. */}
        <div className="sticky left-1 w-fit max-w-72 sm:max-w-none">{children}</div>
      </th>
    </tr>
  )
}

function Row({
  time,
  columns,
  point,
}: {
  time: string
  columns: readonly Readout[]
  point: HistoryPoint
}) {
  return (
    <tr className="border-b border-line">
      <th
        scope="row"
        className="py-1 min-w-28 text-left font-normal text-muted sm:whitespace-nowrap"
      >
        {time}
      </th>
      {columns.map((readout) => {
        const { text, exact } = formatReadout(readout, point)
        return (
          <Tooltip key={readout.key} text={exact}>
            <td className="py-1 pl-3 text-right whitespace-nowrap">{text}</td>
          </Tooltip>
        )
      })}
    </tr>
  )
}
