import { memo, type ReactNode } from 'react'
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { axisText, axisWidth } from './axisText'
import { DASHES, type LineDash } from './dashes'
import { LineLabels } from './LineLabels'
import { PickArea } from './PickArea'
import { TimeAxis } from './TimeAxis'
import { valueAxis } from './valueAxis'

const TEXT = { fill: 'var(--muted)', fontSize: 12 }
/** Room for the names of the lines at the right edge, pixels. */
const LABEL_WIDTH = 64

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
  const values = rows.flatMap(({ y }) =>
    lines.flatMap(({ key }) => {
      const value = y[key]
      return value === undefined ? [] : [value]
    }),
  )
  const axis = valueAxis([...values, ...[base, mark?.y].filter((value) => value !== undefined)])
  const [first, last] = [rows[0]?.x ?? 0, rows.at(-1)?.x ?? 1]
  const ends = lines.flatMap(({ key, label, color }) => {
    const value = rows.findLast(({ y }) => y[key] !== undefined)?.y[key]
    return value === undefined ? [] : [{ label, color, last: value }]
  })
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={rows as ChartRow[]}
        margin={{ top: 8, right: LABEL_WIDTH, bottom: 4, left: 0 }}
        accessibilityLayer
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        {formatX === undefined ? (
          <TimeAxis dataKey="x" span={{ fromSec: first, toSec: last }} text={TEXT} />
        ) : (
          <XAxis
            dataKey="x"
            type="number"
            allowDecimals={false}
            domain={[first, last]}
            tickFormatter={formatX}
            minTickGap={24}
            tick={TEXT}
            stroke="var(--line)"
          />
        )}
        <YAxis
          domain={[...axis.domain]}
          ticks={[...axis.ticks]}
          interval={0}
          tickFormatter={(value: number) => `${axisText(value)}${unit}`}
          tick={TEXT}
          stroke="var(--line)"
          width={axisWidth(Math.max(...axis.domain.map(Math.abs)))}
        />
        {base !== undefined && <ReferenceLine y={base} stroke="var(--muted)" />}
        {at !== undefined && <ReferenceLine x={at} stroke="var(--accent)" strokeDasharray="3 3" />}
        {mark !== undefined && (
          <ReferenceDot
            x={mark.x}
            y={mark.y}
            r={5}
            fill="var(--surface)"
            stroke="var(--ink)"
            strokeWidth={2}
            label={{ value: mark.label, position: 'right', fill: 'var(--ink)', fontSize: 12 }}
          />
        )}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--muted)' }}
          content={({ active, payload }) => {
            const row = payload[0]?.payload as ChartRow | undefined
            return active && row !== undefined ? (
              <div className="w-max max-w-72 rounded border border-line bg-surface px-3 py-2 text-xs">
                {readout(row)}
              </div>
            ) : null
          }}
        />
        {lines.map(({ key, color, dash }) => (
          <Line
            key={key}
            dataKey={({ y }: ChartRow) => y[key]}
            stroke={color}
            strokeWidth={2}
            {...(dash !== undefined && { strokeDasharray: DASHES[dash] })}
            dot={false}
            isAnimationActive={false}
          />
        ))}
        <LineLabels lines={ends} />
        {onPick !== undefined && <PickArea onPick={onPick} />}
      </ComposedChart>
    </ResponsiveContainer>
  )
})
