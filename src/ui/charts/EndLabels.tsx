import { spreadLabels } from './spreadLabels'

/** Two labels nearer than this, in pixels, would be drawn over each other. */
const HEIGHT = 14

/**
 * The name of each line in its colour, where the line ends at the right edge.
 *
 * @param x From where on, pixels; `top` and `bottom` of what they stay within
 */
export function EndLabels({
  lines,
  x,
  top,
  bottom,
}: {
  lines: readonly { readonly label: string; readonly color: string; readonly y: number }[]
  x: number
  top: number
  bottom: number
}) {
  const ends = lines.map(({ y }) => y)
  const places = spreadLabels(ends, HEIGHT, top + HEIGHT / 2, bottom - HEIGHT / 2)
  return (
    <g className="line-labels">
      {lines.map(({ label, color }, index) => (
        <text
          key={label}
          x={x}
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
