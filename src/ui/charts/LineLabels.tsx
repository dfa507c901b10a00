import { usePlotArea, useYAxisScale } from 'recharts'
import { spreadLabels } from './spreadLabels'

/** Two labels nearer than this, in pixels, would be drawn over each other. */
const HEIGHT = 14

/** A line of a chart, and where it ends. */
export interface LabelledLine {
  readonly label: string
  readonly color: string
  readonly last: number
}

/** The name of each line in its colour, where the line ends at the right edge. */
export function LineLabels({ lines }: { lines: readonly LabelledLine[] }) {
  const area = usePlotArea()
  const scale = useYAxisScale()
  if (area === undefined || scale === undefined) return null
  const ends = lines.map(({ last }) => scale(last) ?? 0)
  const places = spreadLabels(ends, HEIGHT, area.y + HEIGHT / 2, area.y + area.height - HEIGHT / 2)
  return (
    <g className="line-labels">
      {lines.map(({ label, color }, index) => (
        <text
          key={label}
          x={area.x + area.width + 6}
          y={places[index]}
          dominantBaseline="central"
          fill={color}
          fontSize={12}
          fontWeight={600}
        >
          {label}
        </text>
      ))}
    </g>
  )
}
