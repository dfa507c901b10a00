import { usePlotArea, XAxis } from 'recharts'
import type { TimeSpan } from './timeSpan'
import { timeTicks } from './timeTicks'

/** The time axis of a chart: exactly the span, with marks that differ, as many as there is room for. */
export function TimeAxis({ span: { fromSec, toSec }, text }: { span: TimeSpan; text: object }) {
  const width = usePlotArea()?.width ?? 0
  const { ticks, format } = timeTicks(fromSec, toSec, width)
  return (
    <XAxis
      dataKey="timeSec"
      type="number"
      domain={[fromSec, toSec]}
      ticks={[...ticks]}
      interval={0}
      tickFormatter={format}
      tick={text}
      stroke="var(--line)"
    />
  )
}
