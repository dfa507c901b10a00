import { memo, type ReactNode } from 'react'
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { axisText } from './axisText'
import { valueAxis } from './valueAxis'

const TEXT = { fill: 'var(--muted)', fontSize: 12 }
const Y_LABEL = { textAnchor: 'middle' } as const
/** Of the axis, left of the last bar's mark. */
const LAST_TICK_ROOM = 0.12

/** A bar of a histogram, from one value to another. */
export interface HistogramBar {
  readonly from: number
  readonly to: number
  readonly count: number
}

/**
 * How often what came out.
 *
 * @param base A value to compare with, marked by a line with a name
 * @param axes What is counted along which axis
 * @param lastTick Names the last bar, which has all that is beyond its beginning
 * @param readout What is said of a bar
 */
export default memo(function BarsChart({
  bars,
  base,
  axes,
  lastTick,
  readout,
}: {
  bars: readonly HistogramBar[]
  base: { readonly value: number; readonly label: string }
  axes: { readonly x: string; readonly y: string }
  lastTick: (from: string) => string
  readout: (bar: HistogramBar) => ReactNode
}) {
  const [from, to] = [bars[0]?.from ?? 0, bars.at(-1)?.to ?? 1]
  const last = bars.at(-1)
  const lastMiddle = last === undefined ? to : (last.from + last.to) / 2
  // A mark beside the last bar's would be written over it.
  const room = (to - from) * LAST_TICK_ROOM
  const ticks = valueAxis([from, to]).ticks.filter(
    (value) => value >= from && value < lastMiddle - room,
  )
  const tickText = (value: number) =>
    value === lastMiddle && last !== undefined
      ? lastTick(axisText(Number(last.from.toPrecision(3))))
      : axisText(value)
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={bars as HistogramBar[]}
        barCategoryGap={1}
        margin={{ top: 20, right: 16, bottom: 4, left: 0 }}
        accessibilityLayer
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          dataKey={({ from, to }: HistogramBar) => (from + to) / 2}
          type="number"
          domain={[from, to]}
          ticks={[...ticks, lastMiddle]}
          interval={0}
          tickFormatter={tickText}
          height={44}
          label={{ ...TEXT, value: axes.x, position: 'insideBottom', offset: 2 }}
          tick={TEXT}
          stroke="var(--line)"
        />
        <YAxis
          tickFormatter={axisText}
          tick={TEXT}
          stroke="var(--line)"
          width={64}
          allowDecimals={false}
          label={{ ...TEXT, value: axes.y, angle: -90, position: 'insideLeft', style: Y_LABEL }}
        />
        <ReferenceLine
          x={base.value}
          stroke="var(--muted)"
          label={{ ...TEXT, value: base.label, position: 'top' }}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--raised)' }}
          content={({ active, payload }) => {
            const bar = payload[0]?.payload as HistogramBar | undefined
            return active && bar !== undefined ? (
              <div className="w-max max-w-72 rounded border border-line bg-surface px-3 py-2 text-xs">
                {readout(bar)}
              </div>
            ) : null
          }}
        />
        <Bar dataKey="count" fill="var(--accent)" isAnimationActive={false} />
      </ComposedChart>
    </ResponsiveContainer>
  )
})
