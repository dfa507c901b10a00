import { usePlotArea, XAxis } from 'recharts'
import type { TimeSpan } from './timeSpan'
import { timeTicks } from './timeTicks'

/**
 * The time axis of a chart: exactly the span, with marks that differ, as many as there is room for.
 *
 * @param dataKey Where a row has its time, Unix seconds
 */
export function TimeAxis({
  span: { fromSec, toSec },
  text,
  dataKey = 'timeSec',
}: {
  span: TimeSpan
  text: object
  dataKey?: string
}) {
  const width = usePlotArea()?.width ?? 0
  const { ticks, format } = timeTicks(fromSec, toSec, width)
  return (
    <XAxis
      dataKey={dataKey}
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
