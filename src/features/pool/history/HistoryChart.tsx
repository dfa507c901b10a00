import {
  CartesianGrid,
  Line as ChartLine,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { formatClock } from '../../../format/formatTime'
import type { HistoryPoint } from './historyPoints'
import type { Chart, Line } from './series'

const TEXT = { fill: 'var(--muted)', fontSize: 12 }
/** With more points than this the marks of the rebalances would hide the line. */
const MOST_MARKS = 90

type Row = Record<string, number | undefined> & { timeSec: number }

/** The past as lines, each rebalance a mark, and the outlook as their continuation: thin, dotted and without marks. */
export default function HistoryChart({
  chart,
  past,
  projected,
  nowSec,
}: {
  chart: Chart
  past: readonly HistoryPoint[]
  projected: readonly HistoryPoint[]
  nowSec: number
}) {
  const rows = [
    ...past.map((point) => rowOf(chart, point)),
    ...projected.map((point) => rowOf(chart, point)),
  ]
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={rows} margin={{ top: 8, right: 12, bottom: 4, left: 0 }} accessibilityLayer>
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          dataKey="timeSec"
          type="number"
          domain={['dataMin', 'dataMax']}
          tickFormatter={(value: number) => shortClock(value, nowSec)}
          tick={TEXT}
          stroke="var(--line)"
          minTickGap={48}
        />
        <YAxis
          domain={['auto', 'auto']}
          tickFormatter={(value: number) => axisText(value)}
          tick={TEXT}
          stroke="var(--line)"
          width={64}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--muted)' }}
          labelFormatter={(value) => formatClock(Number(value), nowSec)}
          formatter={(value, name) => [
            exactText(chart, String(name), Number(value)),
            lineName(chart, String(name)),
          ]}
          contentStyle={{
            background: 'var(--surface)',
            border: '1px solid var(--line)',
            borderRadius: 8,
          }}
        />
        {chart.lines.flatMap((line) => [
          <ChartLine
            key={line.key}
            dataKey={line.key}
            stroke={line.color}
            strokeWidth={2}
            {...(line.isDashed ? { strokeDasharray: '6 4' } : {})}
            dot={past.length <= MOST_MARKS ? { r: 2, fill: line.color, strokeWidth: 0 } : false}
            isAnimationActive={false}
          />,
          <ChartLine
            key={projectedKey(line)}
            dataKey={projectedKey(line)}
            stroke={line.color}
            strokeWidth={1.5}
            strokeDasharray="1 4"
            strokeLinecap="round"
            dot={false}
            isAnimationActive={false}
          />,
        ])}
      </LineChart>
    </ResponsiveContainer>
  )
}

function projectedKey({ key }: Line): string {
  return `${key} projected`
}

function rowOf(chart: Chart, point: HistoryPoint): Row {
  const row: Row = { timeSec: point.timeSec }
  for (const line of chart.lines) {
    const value = line.valueOf(point)
    const key = point.isProjected ? projectedKey(line) : line.key
    row[key] = value === undefined ? undefined : Number(value) / line.scale
  }
  return row
}

function lineOf(chart: Chart, key: string): Line | undefined {
  return chart.lines.find((line) => line.key === key || projectedKey(line) === key)
}

function lineName(chart: Chart, key: string): string {
  const name = lineOf(chart, key)?.name ?? key
  return key.endsWith('projected') ? `${name}, if the index stays` : name
}

function exactText(chart: Chart, key: string, value: number): string {
  const line = lineOf(chart, key)
  return line === undefined ? String(value) : line.format(BigInt(Math.round(value * line.scale)))
}

/** Six digits tell the marks of an axis apart that a price keeps close together. */
const PLAIN = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 })
const COMPACT = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 5 })

function axisText(value: number): string {
  return (Math.abs(value) < 1e6 ? PLAIN : COMPACT).format(value)
}

function shortClock(timeSec: number, nowSec: number): string {
  const date = new Date(timeSec * 1_000)
  const isToday = date.toDateString() === new Date(nowSec * 1_000).toDateString()
  return isToday
    ? date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
    : date.toLocaleDateString(undefined, { day: 'numeric', month: 'short' })
}
