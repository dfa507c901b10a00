import { useMemo } from 'react'
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { transferCurve } from '../../analytics/transferCurve'
import type { PoolSnapshot } from '../../protocol/snapshot'

const TEXT = { fill: 'var(--muted)', fontSize: 12 }

function signed(percent: number): string {
  return `${percent > 0 ? '+' : ''}${percent.toFixed(Math.abs(percent) < 10 ? 1 : 0)}%`
}

/** How both tokens change with one move of the index. */
export default function TransferChart({ snapshot }: { snapshot: PoolSnapshot }) {
  const points = useMemo(() => transferCurve(snapshot), [snapshot])
  return (
    <figure className="flex h-full flex-col">
      <figcaption className="mb-2 flex gap-5 text-xs">
        <span className="text-long">— Long token</span>
        <span className="text-short">- - Short token</span>
      </figcaption>
      <div className="min-h-0 flex-1">
        <ResponsiveContainer width="100%" height="100%">
          <LineChart data={points} margin={{ top: 4, right: 12, bottom: 4, left: 0 }}>
            <CartesianGrid stroke="var(--line)" vertical={false} />
            <XAxis
              dataKey="indexPercent"
              type="number"
              domain={['dataMin', 'dataMax']}
              ticks={[-20, -10, 0, 10, 20]}
              tickFormatter={signed}
              tick={TEXT}
              stroke="var(--line)"
            />
            <YAxis
              // No token loses more than all of it.
              domain={[(least: number) => Math.max(-100, least), 'auto']}
              tickFormatter={signed}
              tick={TEXT}
              stroke="var(--line)"
              width={62}
            />
            <ReferenceLine x={0} stroke="var(--muted)" />
            <ReferenceLine y={0} stroke="var(--muted)" />
            <Tooltip
              isAnimationActive={false}
              formatter={(value) => signed(Number(value))}
              labelFormatter={(value) => `Index ${signed(Number(value))}`}
              contentStyle={{
                background: 'var(--surface)',
                border: '1px solid var(--line)',
                borderRadius: 8,
              }}
            />
            <Line
              name="Long token"
              dataKey="longPercent"
              stroke="var(--long)"
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
            <Line
              name="Short token"
              dataKey="shortPercent"
              stroke="var(--short)"
              strokeWidth={2}
              strokeDasharray="6 4"
              dot={false}
              isAnimationActive={false}
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
    </figure>
  )
}
