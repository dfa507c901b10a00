import { memo } from 'react'
import {
  CartesianGrid,
  Line as ChartLine,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  usePlotArea,
  YAxis,
} from 'recharts'
import { axisText, axisWidth } from '../../../ui/charts/axisText'
import { type LabelledLine, LineLabels } from '../../../ui/charts/LineLabels'
import { TimeAxis } from '../../../ui/charts/TimeAxis'
import { valueAxis } from '../../../ui/charts/valueAxis'
import { poolContent } from '../content'
import { Crosshair } from './Crosshair'
import { type ChartRow, chartRows, projectedKey, spanOf, standingKey } from './chartRows'
import type { HistoryPoint } from './historyPoints'
import type { PoolProjection } from './projection'
import { RebalanceTicks } from './RebalanceTicks'
import type { Chart, Line } from './series'

const TEXT = { fill: 'var(--muted)', fontSize: 12 }
/** With more points than this their dots would hide the line; the marks on the axis stay. */
const MOST_DOTS = 90
/** Room for the names of the lines at the right edge, pixels. */
const LABEL_WIDTH = 44
/** Nearer than this, in pixels, rings would be a smear. */
const NEAREST_RINGS = 7
const DOTTED = {
  strokeWidth: 1.5,
  strokeDasharray: '1 4',
  strokeLinecap: 'round',
  isAnimationActive: false,
} as const

/**
 * The past as lines with a mark for each rebalance, and the projection as their continuation: thin and dotted.
 *
 * @param sinceSec Where the time axis begins; 0 for all there is
 * @param isWhole Nothing is missing since then
 */
export default memo(function HistoryChart({
  chart,
  past,
  projection,
  sinceSec,
  isWhole,
}: {
  chart: Chart
  past: readonly HistoryPoint[]
  projection: PoolProjection
  sinceSec: number
  isWhole: boolean
}) {
  const span = spanOf(past, projection, sinceSec)
  const rows = chartRows(chart, past, projection, span, isWhole)
  const nowSec = projection.now.timeSec
  // Between two projected upkeeps, as a part of the axis.
  const distance =
    (span.toSec - nowSec) / Math.max(1, projection.next.length) / (span.toSec - span.fromSec)
  const isFew = rows.length <= MOST_DOTS
  const values = rows.flatMap(({ drawn }) =>
    Object.values(drawn).filter((value) => value !== undefined),
  )
  const { domain, ticks } = valueAxis(values)
  const labels = labelsOf(chart, rows)
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart
        data={rows as ChartRow[]}
        margin={{ top: 18, right: labels.length > 0 ? LABEL_WIDTH : 12, bottom: 4, left: 0 }}
        accessibilityLayer
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <TimeAxis span={span} text={TEXT} />
        <YAxis
          domain={[...domain]}
          ticks={[...ticks]}
          interval={0}
          tickFormatter={(value: number) => `${axisText(value)}${chart.axisUnit}`}
          tick={TEXT}
          stroke="var(--line)"
          width={axisWidth(Math.max(...domain.map(Math.abs)))}
        />
        <RebalanceTicks times={past.map(({ timeSec }) => timeSec)} span={span} />
        <ReferenceLine
          x={nowSec}
          stroke="var(--muted)"
          label={{
            value: poolContent.history.now,
            position: 'top',
            fill: 'var(--muted)',
            fontSize: 12,
          }}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--muted)' }}
          content={({ active, payload }) =>
            active ? (
              <Crosshair
                chart={chart}
                row={payload[0]?.payload as ChartRow | undefined}
                nowSec={nowSec}
              />
            ) : null
          }
        />
        {chart.lines.flatMap((line) => [
          <ChartLine
            key={line.key}
            dataKey={({ drawn }: ChartRow) => drawn[line.key]}
            stroke={line.color}
            strokeWidth={2}
            {...(line.isDashed ? { strokeDasharray: '6 4' } : {})}
            dot={isFew ? { r: 2, fill: line.color, strokeWidth: 0, strokeDasharray: '' } : false}
            isAnimationActive={false}
          />,
          <ChartLine
            key={standingKey(line)}
            dataKey={({ drawn }: ChartRow) => drawn[standingKey(line)]}
            stroke={line.color}
            {...DOTTED}
            dot={false}
          />,
          <ChartLine
            key={projectedKey(line)}
            dataKey={({ drawn }: ChartRow) => drawn[projectedKey(line)]}
            stroke={line.color}
            {...DOTTED}
            dot={<Ring line={line} distance={distance} />}
          />,
        ])}
        <LineLabels lines={labels} />
      </LineChart>
    </ResponsiveContainer>
  )
})

/**
 * A ring for what has not happened, where there is room; always for the one state that overdue upkeeps lead to, which no
 * line leads to.
 */
function Ring({
  line,
  distance,
  cx,
  cy,
  payload,
}: {
  line: Line
  distance: number
  cx?: number
  cy?: number
  payload?: ChartRow
}) {
  const width = usePlotArea()?.width ?? 0
  if (cx === undefined || cy === undefined || payload === undefined) return null
  const isProjected = payload.told.some(({ note }) => note !== undefined)
  if (!payload.isCatchUp && !(isProjected && distance * width >= NEAREST_RINGS)) return null
  return (
    <circle
      cx={cx}
      cy={cy}
      r={payload.isCatchUp ? 3.5 : 2}
      fill="var(--surface)"
      stroke={line.color}
      strokeWidth={1.5}
    />
  )
}

/** Where there are several lines: each one's name, and the last value that is drawn of it. */
function labelsOf({ lines }: Chart, rows: readonly ChartRow[]): readonly LabelledLine[] {
  if (lines.length < 2) return []
  return lines.flatMap((line) => {
    const keys = [projectedKey(line), standingKey(line), line.key]
    for (const { drawn } of rows.toReversed())
      for (const key of keys) {
        const last = drawn[key]
        if (last !== undefined) return [{ label: line.label, color: line.color, last }]
      }
    return []
  })
}
