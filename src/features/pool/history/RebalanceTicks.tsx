import { usePlotArea } from 'recharts'
import { tickPlaces } from '../../../ui/charts/tickPlaces'
import type { TimeSpan } from '../../../ui/charts/timeSpan'

const HEIGHT = 6

/** Along a chart's lower edge, a mark for each rebalance; one path, however many they are. */
export function RebalanceTicks({ times, span }: { times: readonly number[]; span: TimeSpan }) {
  const area = usePlotArea()
  if (area === undefined || area.width <= 0) return null
  const bottom = area.y + area.height
  const path = tickPlaces(times, span, area.width)
    .map((place) => `M${(area.x + place).toFixed(1)} ${bottom}v-${HEIGHT}`)
    .join('')
  return <path className="rebalance-ticks" d={path} stroke="var(--muted)" strokeWidth="1" />
}
