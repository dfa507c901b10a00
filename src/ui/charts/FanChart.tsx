import { memo, type ReactNode } from 'react'
import { axisText, axisWidth } from './axisText'
import { Across } from './plot/Across'
import { Plot } from './plot/Plot'
import { linePath, type PlotAxis, type PlotScale } from './plot/scale'
import { roundTicks, valueAxis } from './valueAxis'

const MARGINS = { top: 8, right: 24, bottom: 34 }
const MOST_TICKS = 5

/** Outcomes at one time: the widest range, the range within it, and the middle. Numbers only for drawing. */
export interface FanRow {
  readonly x: number
  readonly outer: readonly [number, number]
  readonly inner: readonly [number, number]
  readonly middle: number
}

/**
 * Ranges of outcomes that widen with time, and the middle of them.
 *
 * @param base A value to compare with, drawn across
 * @param readout What is said of a row
 */
export default memo(function FanChart({
  rows,
  base,
  formatX,
  readout,
}: {
  rows: readonly FanRow[]
  base: number
  formatX: (x: number) => string
  readout: (row: FanRow) => ReactNode
}) {
  const axis = valueAxis([base, ...rows.flatMap(({ outer }) => outer)])
  const domain = [rows[0]?.x ?? 0, rows.at(-1)?.x ?? 1] as const
  const x: PlotAxis = { domain, ticks: roundTicks(...domain, MOST_TICKS), format: formatX }
  return (
    <Plot
      xAxis={() => x}
      y={{ ...axis, format: axisText }}
      margins={{ ...MARGINS, left: axisWidth(Math.max(...axis.domain.map(Math.abs))) }}
      places={rows.map(({ x }) => x)}
      readout={(index) => rows[index] && readout(rows[index])}
    >
      {(scale) => (
        <>
          <Across y={base} scale={scale} />
          <path d={bandPath(rows, 'outer', scale)} fill="var(--accent)" fillOpacity={0.15} />
          <path d={bandPath(rows, 'inner', scale)} fill="var(--accent)" fillOpacity={0.3} />
          <path
            d={linePath(rows.map(({ x, middle }) => [scale.toX(x), scale.toY(middle)]))}
            fill="none"
            stroke="var(--accent)"
            strokeWidth={2}
          />
        </>
      )}
    </Plot>
  )
})

/** There along its upper edge, and back along the lower one. */
function bandPath(
  rows: readonly FanRow[],
  band: 'outer' | 'inner',
  { toX, toY }: PlotScale,
): string {
  const edge = (of: 0 | 1) => rows.map((row) => [toX(row.x), toY(row[band][of])] as const)
  return linePath([...edge(1), ...edge(0).reverse()])
}
