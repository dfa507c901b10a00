import { formatClock } from '../../../format/formatTime'
import type { ChartRow } from './chartRows'
import { formatReadout } from './formatReadout'
import type { Chart, Readout } from './series'

/** What a chart tells of the time under the pointer, from the exact values and not from the drawing; the table has all digits. */
export function Crosshair({
  chart,
  row,
  nowSec,
}: {
  chart: Chart
  row: ChartRow | undefined
  nowSec: number
}) {
  if (row === undefined) return null
  return (
    <div className="w-max max-w-56 space-y-2 sm:max-w-80 rounded border border-line bg-surface px-3 py-2 text-xs wrap-anywhere whitespace-normal">
      <p className="font-semibold">{formatClock(row.timeSec, nowSec)}</p>
      {row.told.map(({ point, note }) => (
        <div key={note ?? ''}>
          {note !== undefined && <p className="text-muted">{note}</p>}
          {[...chart.lines, ...chart.readouts].map((readout) => {
            const { text } = formatReadout(readout, point)
            return (
              <p key={readout.key} className="flex flex-wrap justify-between gap-x-3">
                <span style={{ color: colorOf(chart, readout) }}>{readout.name}</span>
                <span className="tabular">{text}</span>
              </p>
            )
          })}
        </div>
      ))}
    </div>
  )
}

function colorOf({ lines }: Chart, { key }: Readout): string {
  return lines.find((line) => line.key === key)?.color ?? 'var(--ink)'
}
