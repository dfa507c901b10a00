import type { BrandColors, MarkShape } from '../../src/brand/brand'
import { flattenPath, type Point } from './flattenPath'

/** Lines that each row of pixels is cut into, for smooth edges. */
const LINES = 4
/** Side of the square that marks are described on. */
const MARK_SIZE = 32

export interface Picture {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel, row by row. */
  readonly rgb: Uint8Array
}

/** The mark in the middle of a plain ground, as pixels. */
export function drawMark(
  mark: readonly MarkShape[],
  colors: BrandColors,
  options: {
    readonly width: number
    readonly height: number
    readonly ground: 'canvas' | 'surface'
    /** Side of the mark's own square, in pixels. */
    readonly markSize: number
  },
): Picture {
  const { width, height, markSize } = options
  const rgb = new Uint8Array(width * height * 3)
  const ground = toBytes(colors[options.ground])
  for (let index = 0; index < rgb.length; index++) rgb[index] = ground[index % 3] ?? 0
  const place = ([x, y]: Point): Point => [
    (width - markSize) / 2 + (x * markSize) / MARK_SIZE,
    (height - markSize) / 2 + (y * markSize) / MARK_SIZE,
  ]
  for (const { path, color } of mark) {
    const outlines = flattenPath(path).map((outline) => outline.map(place))
    const ink = toBytes(colors[color])
    for (let row = 0; row < height; row++)
      coverage(outlines, row, width).forEach((part, column) => {
        const start = (row * width + column) * 3
        if (part > 0)
          for (let channel = 0; channel < 3; channel++)
            rgb[start + channel] = Math.round(
              (rgb[start + channel] ?? 0) * (1 - part) + (ink[channel] ?? 0) * part,
            )
      })
  }
  return { width, height, rgb }
}

/** Which part of each pixel of a row lies inside the outlines, from 0 to 1. */
function coverage(
  outlines: readonly (readonly Point[])[],
  row: number,
  width: number,
): Float64Array {
  const parts = new Float64Array(width)
  for (let line = 0; line < LINES; line++) {
    const crossings = outlines
      .flatMap((outline) => crossingsOf(outline, row + (line + 0.5) / LINES))
      .toSorted((a, b) => a - b)
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const left = Math.max(0, crossings[index] ?? 0)
      const right = Math.min(width, crossings[index + 1] ?? 0)
      for (let column = Math.floor(left); column < right; column++)
        parts[column] =
          (parts[column] ?? 0) + (Math.min(right, column + 1) - Math.max(left, column)) / LINES
    }
  }
  return parts
}

/** Where a horizontal line meets a closed outline. */
function crossingsOf(outline: readonly Point[], y: number): number[] {
  return outline.flatMap((from, index) => {
    const to = outline[(index + 1) % outline.length] ?? from
    return from[1] <= y === to[1] <= y
      ? []
      : [from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0])]
  })
}

function toBytes(color: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16))
}
