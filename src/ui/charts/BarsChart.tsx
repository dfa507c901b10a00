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

const TEXT = { fill: 'var(--muted)', fontSize: 12 }

/** A bar of a histogram, from one value to another. */
export interface HistogramBar {
  readonly from: number
  readonly to: number
  readonly count: number
}

/**
 * How often what came out.
 *
 * @param base A value to compare with, marked
 * @param readout What is said of a bar
 */
export default memo(function BarsChart({
  bars,
  base,
  readout,
}: {
  bars: readonly HistogramBar[]
  base: number
  readout: (bar: HistogramBar) => ReactNode
}) {
  const [from, to] = [bars[0]?.from ?? 0, bars.at(-1)?.to ?? 1]
  // A hundredth of the range: no two marks are written alike.
  const decimals = Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(to - from || 1))))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={bars as HistogramBar[]}
        barCategoryGap={1}
        margin={{ top: 8, right: 16, bottom: 4, left: 0 }}
        accessibilityLayer
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          dataKey={({ from, to }: HistogramBar) => (from + to) / 2}
          type="number"
          domain={[from, to]}
          tickFormatter={(value: number) => axisText(Number(value.toFixed(decimals)))}
          minTickGap={24}
          tick={TEXT}
          stroke="var(--line)"
        />
        <YAxis tickFormatter={axisText} tick={TEXT} stroke="var(--line)" width={48} />
        <ReferenceLine x={base} stroke="var(--muted)" />
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
