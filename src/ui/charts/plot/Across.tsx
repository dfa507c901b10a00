import type { PlotScale } from './scale'

/** A value that a chart is compared with. */
export function Across({ y, scale: { area, toY } }: { y: number; scale: PlotScale }) {
  return (
    <line
      x1={area.left}
      x2={area.left + area.width}
      y1={toY(y)}
      y2={toY(y)}
      stroke="var(--muted)"
    />
  )
}
