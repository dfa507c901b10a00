/** Where on the screen a chart's lines are, pixels from its left upper corner. */
export interface PlotArea {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** From values to pixels. */
export interface PlotScale {
  readonly area: PlotArea
  readonly toX: (value: number) => number
  readonly toY: (value: number) => number
}

/** The values of an axis: from where to where, and which are marked. */
export interface PlotAxis {
  readonly domain: readonly [number, number]
  readonly ticks: readonly number[]
  readonly format: (value: number) => string
}

/** A linear scale on both axes; an axis without length has everything at its beginning. */
export function plotScale(area: PlotArea, x: PlotAxis, y: PlotAxis): PlotScale {
  const part = ([from, to]: PlotAxis['domain'], value: number) =>
    to === from ? 0 : (value - from) / (to - from)
  return {
    area,
    toX: (value) => area.left + part(x.domain, value) * area.width,
    toY: (value) => area.top + (1 - part(y.domain, value)) * area.height,
  }
}

/**
 * Places as the points of an SVG path; a place without a value interrupts it.
 *
 * @param points Pixels
 */
export function linePath(points: readonly (readonly [number, number] | undefined)[]): string {
  let isDrawing = false
  let path = ''
  for (const point of points) {
    if (point !== undefined)
      path += `${isDrawing ? 'L' : 'M'}${point[0].toFixed(1)},${point[1].toFixed(1)}`
    isDrawing = point !== undefined
  }
  return path
}

/** The index of the number next to another one; the numbers ascend. */
export function nearestIndex(numbers: readonly number[], to: number): number {
  let nearest = 0
  for (const [index, value] of numbers.entries())
    if (Math.abs(value - to) < Math.abs((numbers[nearest] ?? 0) - to)) nearest = index
  return nearest
}
