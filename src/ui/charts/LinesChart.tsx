import { memo, type ReactNode } from 'react'
import { axisText, axisWidth } from './axisText'
import { DASHES, type LineDash } from './dashes'
import { EndLabels } from './EndLabels'
import { Across } from './plot/Across'
import { Plot } from './plot/Plot'
import { linePath, type PlotAxis, type PlotScale } from './plot/scale'
import { timeTicks } from './timeTicks'
import { valueAxis } from './valueAxis'

/** Right of it are the names of the lines, below it the marks of the axis. */
const MARGINS = { top: 8, right: 64, bottom: 34 }
/** What a mark of the horizontal axis takes, pixels. */
const TICK_WIDTH = 48
const STEPS = [1, 2, 3, 5, 10, 20, 40]

/** A line of the chart. */
export interface ChartLine {
  readonly key: string
  readonly label: string
  readonly color: string
  /** Short is dashed everywhere; what is only compared with is dotted where it stands beside it. */
  readonly dash?: LineDash
}

/** What is drawn at one place of the horizontal axis. Numbers only for drawing. */
export interface ChartRow {
  readonly x: number
  readonly y: Readonly<Record<string, number | undefined>>
}

/**
 * Lines over a horizontal axis of numbers, each named where it ends, with a readout beside the pointer or the arrow keys.
 *
 * @param unit Behind each mark of the vertical axis, such as `%`
 * @param formatX Marks of the horizontal axis; left out where that is time in Unix seconds
 * @param base A value to compare with, drawn across
 * @param at A place of the horizontal axis that is marked
 * @param mark A point that is marked, with its name
 * @param readout What is said of a row
 * @param onPick A click on a place of the horizontal axis, between rows as well
 */
export default memo(function LinesChart({
  rows,
  lines,
  unit = '',
  formatX,
  base,
  at,
  mark,
  readout,
  onPick,
}: {
  rows: readonly ChartRow[]
  lines: readonly ChartLine[]
  unit?: string
  formatX?: (x: number) => string
  base?: number
  at?: number
  mark?: { readonly x: number; readonly y: number; readonly label: string }
  readout: (row: ChartRow) => ReactNode
  onPick?: (x: number) => void
}) {
  const values = rows.flatMap(({ y }) => lines.map(({ key }) => y[key]))
  const axis = valueAxis([...values, base, mark?.y].filter((value) => value !== undefined))
  const domain = [rows[0]?.x ?? 0, rows.at(-1)?.x ?? 1] as const
  return (
    <Plot
      xAxis={(width) => xAxis(domain, width, formatX)}
      y={{ ...axis, format: (value) => `${axisText(value)}${unit}` }}
      margins={{ ...MARGINS, left: axisWidth(Math.max(...axis.domain.map(Math.abs))) }}
      places={rows.map(({ x }) => x)}
      readout={(index) => rows[index] && readout(rows[index])}
      onPick={onPick}
    >
      {(scale) => (
        <>
          {base !== undefined && <Across y={base} scale={scale} />}
          {at !== undefined && <Upright x={at} scale={scale} />}
          {lines.map(({ key, color, dash }) => (
            <path
              key={key}
              d={linePath(
                rows.map(({ x, y: { [key]: y } }) =>
                  y === undefined ? undefined : [scale.toX(x), scale.toY(y)],
                ),
              )}
              fill="none"
              stroke={color}
              strokeWidth={2}
              strokeDasharray={dash && DASHES[dash]}
            />
          ))}
          {mark !== undefined && <MarkedPoint {...mark} scale={scale} />}
          <Names rows={rows} lines={lines} scale={scale} />
        </>
      )}
    </Plot>
  )
})

function xAxis(
  domain: PlotAxis['domain'],
  width: number,
  formatX: ((x: number) => string) | undefined,
): PlotAxis {
  if (formatX === undefined) return { domain, ...timeTicks(...domain, width) }
  return { domain, ticks: wholeTicks(...domain, Math.floor(width / TICK_WIDTH)), format: formatX }
}

/** Whole numbers, evenly spaced: between two of its rows such an axis has no names. */
function wholeTicks(from: number, to: number, most: number): number[] {
  const step = STEPS.find((candidate) => (to - from) / candidate < most) ?? Math.max(1, to - from)
  const first = Math.ceil(from / step) * step
  const count = Math.floor((to - first) / step) + 1
  return Array.from({ length: count }, (_, index) => first + index * step)
}

function Upright({ x, scale: { area, toX } }: { x: number; scale: PlotScale }) {
  return (
    <line
      x1={toX(x)}
      x2={toX(x)}
      y1={area.top}
      y2={area.top + area.height}
      stroke="var(--accent)"
      strokeDasharray="3 3"
    />
  )
}

function MarkedPoint({
  x,
  y,
  label,
  scale: { toX, toY },
}: {
  x: number
  y: number
  label: string
  scale: PlotScale
}) {
  return (
    <>
      <circle
        cx={toX(x)}
        cy={toY(y)}
        r={5}
        fill="var(--surface)"
        stroke="var(--ink)"
        strokeWidth={2}
      />
      <text x={toX(x) + 10} y={toY(y)} dominantBaseline="central" fill="var(--ink)" fontSize={12}>
        {label}
      </text>
    </>
  )
}

function Names({
  rows,
  lines,
  scale: { area, toY },
}: {
  rows: readonly ChartRow[]
  lines: readonly ChartLine[]
  scale: PlotScale
}) {
  const ends = lines.flatMap(({ key, label, color }) => {
    const last = rows.findLast(({ y }) => y[key] !== undefined)?.y[key]
    return last === undefined ? [] : [{ label, color, y: toY(last) }]
  })
  return (
    <EndLabels
      lines={ends}
      x={area.left + area.width + 6}
      top={area.top}
      bottom={area.top + area.height}
    />
  )
}
