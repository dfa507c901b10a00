import { memo } from 'react'
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  usePlotArea,
  XAxis,
  YAxis,
} from 'recharts'
import { type ProfitParts, sumParts } from '../../analytics/profit/profitParts'
import type { ProfitPoint } from '../../analytics/profit/splitPosition'
import type { TokenFacts } from '../../chain/poolFacts'
import { formatName } from '../../format/formatAddress'
import { formatAmount } from '../../format/formatAmount'
import { formatClock } from '../../format/formatTime'
import { axisText, axisWidth } from '../../ui/charts/axisText'
import { timeTicks } from '../../ui/charts/timeTicks'
import { valueAxis } from '../../ui/charts/valueAxis'
import { profitContent as content } from './content'

const TEXT = { fill: 'var(--muted)', fontSize: 12 }

/** What the chart stacks: ten parts in as many colours could not be told apart, so the fees are one. */
const LAYERS = [
  { key: 'direction', color: 'var(--accent)', names: ['direction'] },
  { key: 'path', color: 'var(--warn)', names: ['path'] },
  {
    key: 'skew',
    color: 'color-mix(in srgb, var(--accent) 45%, var(--surface))',
    names: ['skew'],
  },
  {
    key: 'fees',
    color: 'var(--muted)',
    names: ['managementFee', 'keepers', 'others', 'ownFees', 'rounding'],
  },
  {
    key: 'outside',
    color: 'color-mix(in srgb, var(--warn) 45%, var(--surface))',
    names: ['premium', 'liquidity'],
  },
] as const satisfies readonly {
  key: string
  color: string
  names: readonly (keyof ProfitParts)[]
}[]

interface Row {
  readonly timeSec: number
  readonly point: ProfitPoint
  readonly total: number
  readonly layers: readonly number[]
}

/** Parts above and below zero, stacked, with the total as a line. Numbers only for drawing: the readout has the exact ones. */
export default memo(function ProfitChart({
  points,
  token,
  nowSec,
}: {
  points: readonly ProfitPoint[]
  token: TokenFacts
  nowSec: number
}) {
  const scale = 10 ** -token.decimals
  const rows = points.map(
    (point): Row => ({
      timeSec: Number(point.timestampSec),
      point,
      total: Number(sumParts(point.parts)) * scale,
      layers: LAYERS.map((layer) => Number(layerOf(point.parts, layer)) * scale),
    }),
  )
  const ends = rows.flatMap(({ layers, total }) => [
    layers.reduce((sum, value) => sum + Math.max(value, 0), 0),
    layers.reduce((sum, value) => sum + Math.min(value, 0), 0),
    total,
  ])
  const { domain, ticks } = valueAxis([0, ...ends])
  return (
    <div className="flex h-full flex-col">
      <ul className="flex flex-wrap gap-x-4 text-xs text-muted">
        {LAYERS.filter(({ names }) => isUsed(points, names)).map(({ key, color }) => (
          <li key={key} className="flex items-center gap-1.5">
            <span aria-hidden="true" className="size-2.5" style={{ background: color }} />
            {content.layers[key]}
          </li>
        ))}
        <li className="flex items-center gap-1.5">
          <span aria-hidden="true" className="h-0.5 w-3 bg-ink" />
          {content.sum}
        </li>
      </ul>
      <div className="min-h-0 grow">
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={rows}
            stackOffset="sign"
            barCategoryGap={0}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            accessibilityLayer
          >
            <CartesianGrid stroke="var(--line)" vertical={false} />
            <Times rows={rows} />
            <YAxis
              domain={[...domain]}
              ticks={[...ticks]}
              interval={0}
              tickFormatter={axisText}
              tick={TEXT}
              stroke="var(--line)"
              width={axisWidth(Math.max(...domain.map(Math.abs)))}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--raised)' }}
              content={({ active, payload }) =>
                active ? (
                  <Readout
                    row={payload[0]?.payload as Row | undefined}
                    token={token}
                    nowSec={nowSec}
                  />
                ) : null
              }
            />
            {LAYERS.map(({ key, color }, index) => (
              <Bar
                key={key}
                dataKey={({ layers }: Row) => layers[index]}
                stackId="parts"
                fill={color}
                isAnimationActive={false}
              />
            ))}
            <ReferenceLine y={0} stroke="var(--muted)" />
            <Line
              dataKey="total"
              stroke="var(--ink)"
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </div>
  )
})

/** Few have swaps or liquidity. */
function isUsed(points: readonly ProfitPoint[], names: readonly (keyof ProfitParts)[]): boolean {
  return points.some(({ parts }) => names.some((name) => parts[name] !== 0n))
}

function layerOf(parts: ProfitParts, { names }: (typeof LAYERS)[number]): bigint {
  return names.reduce((sum, name) => sum + parts[name], 0n)
}

/** One place for each rebalance: they are evenly spread but where upkeeps were late. */
function Times({ rows }: { rows: readonly Row[] }) {
  const width = usePlotArea()?.width ?? 0
  const [first, last] = [rows[0]?.timeSec ?? 0, rows.at(-1)?.timeSec ?? 0]
  const { format } = timeTicks(first, last, width)
  return (
    <XAxis
      dataKey="timeSec"
      tickFormatter={format}
      minTickGap={24}
      tick={TEXT}
      stroke="var(--line)"
      tickLine={false}
    />
  )
}

function Readout({
  row,
  token,
  nowSec,
}: {
  row: Row | undefined
  token: TokenFacts
  nowSec: number
}) {
  if (row === undefined) return null
  const { parts, timestampSec } = row.point
  const texts = [
    ...LAYERS.map((layer) => [content.layers[layer.key], layerOf(parts, layer)] as const),
    [content.sum, sumParts(parts)] as const,
  ]
  return (
    <div className="w-max max-w-72 rounded border border-line bg-surface px-3 py-2 text-xs">
      <p className="font-semibold">{formatClock(Number(timestampSec), nowSec)}</p>
      {texts.map(([name, value]) => (
        <p key={name} className="flex flex-wrap justify-between gap-x-3">
          <span>{name}</span>
          <span className="tabular">
            {value > 0n && '+'}
            {formatAmount(value, token.decimals)} {formatName(token.symbol)}
          </span>
        </p>
      ))}
    </div>
  )
}
