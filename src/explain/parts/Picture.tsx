import type { ReactNode } from 'react'

/** The figures' width in drawing units, and how far inside it a slider's handle ends on either side. */
export const WIDTH = 320
export const INSET = 8

/** A drawing as wide as the slider below it. Its outcome says the same in words, so screen readers skip it. */
export function Picture({ height, children }: { height: number; children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${height}`}
      className="tabular block h-auto w-full overflow-visible text-[0.6875rem]"
    >
      {children}
    </svg>
  )
}

/** From a value between `from` and `to` to where a slider of that range has its handle. */
export function handleX(value: number, from: number, to: number): number {
  return INSET + ((value - from) / (to - from)) * (WIDTH - 2 * INSET)
}

/** Points as a polyline's `points`. */
export function pointsOf(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
}
