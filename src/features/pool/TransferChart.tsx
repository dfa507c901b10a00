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
import { LineLabels } from '../../ui/charts/LineLabels'
import { poolContent } from './content'

type Point = ReturnType<typeof transferCurve>[number]

const { effect: content, next } = poolContent

const TEXT = { fill: 'var(--muted)', fontSize: 12 }

function signed(percent: number): string {
  const digits = Math.abs(percent).toFixed(Math.abs(percent) < 10 ? 1 : 0)
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${digits}%`
}

/** How both tokens change with one move of the index. */
export default function TransferChart({ snapshot }: { snapshot: PoolSnapshot }) {
  const points = useMemo(() => transferCurve(snapshot), [snapshot])
  const last = points.at(-1)
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={points} margin={{ top: 8, right: 44, bottom: 4, left: 0 }}>
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
          cursor={{ stroke: 'var(--muted)' }}
          content={({ active, payload }) =>
            active ? <Readout point={payload[0]?.payload as Point | undefined} /> : null
          }
        />
        <Line
          name={content.longToken}
          dataKey="longPercent"
          stroke="var(--long)"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
        <Line
          name={content.shortToken}
          dataKey="shortPercent"
          stroke="var(--short)"
          strokeWidth={2}
          strokeDasharray="6 4"
          dot={false}
          isAnimationActive={false}
        />
        {last !== undefined && (
          <LineLabels
            lines={[
              { label: next.long, color: 'var(--long)', last: last.longPercent },
              { label: next.short, color: 'var(--short)', last: last.shortPercent },
            ]}
          />
        )}
      </LineChart>
    </ResponsiveContainer>
  )
}

/** What the chart tells of the move under the pointer, as all charts of the page do. */
function Readout({ point }: { point: Point | undefined }) {
  if (point === undefined) return null
  return (
    <div className="w-max rounded border border-line bg-surface px-3 py-2 text-xs">
      <p className="font-semibold">{content.index(signed(point.indexPercent))}</p>
      <p className="flex justify-between gap-x-3">
        <span className="text-long">{content.longToken}</span>
        <span className="tabular">{signed(point.longPercent)}</span>
      </p>
      <p className="flex justify-between gap-x-3">
        <span className="text-short">{content.shortToken}</span>
        <span className="tabular">{signed(point.shortPercent)}</span>
      </p>
    </div>
  )
}
