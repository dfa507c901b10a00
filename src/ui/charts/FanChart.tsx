import { memo, type ReactNode } from 'react'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { axisText, axisWidth } from './axisText'
import { valueAxis } from './valueAxis'

const TEXT = { fill: 'var(--muted)', fontSize: 12 }
const BAND = { stroke: 'none', fill: 'var(--accent)', isAnimationActive: false } as const

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
  const { domain, ticks } = valueAxis([base, ...rows.flatMap(({ outer }) => outer)])
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={rows as FanRow[]}
        margin={{ top: 8, right: 16, bottom: 4, left: 0 }}
        accessibilityLayer
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          dataKey="x"
          type="number"
          domain={[rows[0]?.x ?? 0, rows.at(-1)?.x ?? 1]}
          tickFormatter={formatX}
          minTickGap={24}
          tick={TEXT}
          stroke="var(--line)"
        />
        <YAxis
          domain={[...domain]}
          ticks={[...ticks]}
          interval={0}
          tickFormatter={axisText}
          tick={TEXT}
          stroke="var(--line)"
          width={axisWidth(Math.max(...domain.map(Math.abs)))}
        />
        <ReferenceLine y={base} stroke="var(--muted)" />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--muted)' }}
          content={({ active, payload }) => {
            const row = payload[0]?.payload as FanRow | undefined
            return active && row !== undefined ? (
              <div className="w-max max-w-72 rounded border border-line bg-surface px-3 py-2 text-xs">
                {readout(row)}
              </div>
            ) : null
          }}
        />
        <Area dataKey="outer" {...BAND} fillOpacity={0.15} />
        <Area dataKey="inner" {...BAND} fillOpacity={0.3} />
        <Line
          dataKey="middle"
          stroke="var(--accent)"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  )
})
