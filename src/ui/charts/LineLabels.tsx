import { usePlotArea, useYAxisScale } from 'recharts'
import { EndLabels } from './EndLabels'

/** A line of a chart, and where it ends. */
export interface LabelledLine {
  readonly label: string
  readonly color: string
  readonly last: number
}

/** The name of each line of a recharts chart where the line ends. */
export function LineLabels({ lines }: { lines: readonly LabelledLine[] }) {
  const area = usePlotArea()
  const scale = useYAxisScale()
  if (area === undefined || scale === undefined) return null
  return (
    <EndLabels
      lines={lines.map(({ last, ...line }) => ({ ...line, y: scale(last) ?? 0 }))}
      x={area.x + area.width + 6}
      top={area.y}
      bottom={area.y + area.height}
    />
  )
}
