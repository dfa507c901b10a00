export type Point = readonly [x: number, y: number]

/** How many straight pieces stand for one curve; at the sizes drawn here no corner can be seen. */
const PIECES = 24

/**
 * The outlines of a path of the commands M, L, H, V, C and Z.
 *
 * @throws Error when the path has another command, or too few numbers for one
 */
export function flattenPath(path: string): readonly (readonly Point[])[] {
  const outlines: Point[][] = []
  let outline: Point[] = []
  let at: Point = [0, 0]
  const go = (x: number, y: number) => {
    at = [x, y]
    outline.push(at)
  }
  for (const [, command = '', rest = ''] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (rest.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    const size = { M: 2, L: 2, H: 1, V: 1, C: 6, Z: 0 }[command]
    if (size === undefined || (size > 0 && (numbers.length === 0 || numbers.length % size > 0)))
      throw new Error(`"${command}${rest}" isn’t valid in a path of M, L, H, V, C and Z`)
    if (command === 'M') {
      outline = []
      outlines.push(outline)
    }
    for (let index = 0; index < numbers.length; index += Math.max(1, size)) {
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = numbers.slice(index, index + size)
      if (command === 'H') go(a, at[1])
      else if (command === 'V') go(at[0], a)
      else if (command === 'C')
        for (const point of curve(at, [a, b], [c, d], [x, y])) go(point[0], point[1])
      else go(a, b)
    }
  }
  return outlines
}

/** A cubic Bézier curve, without its start. */
function curve(from: Point, first: Point, second: Point, to: Point): readonly Point[] {
  return Array.from({ length: PIECES }, (_, index) => {
    const t = (index + 1) / PIECES
    const u = 1 - t
    const mix = (axis: 0 | 1) =>
      u ** 3 * from[axis] +
      3 * u * u * t * first[axis] +
      3 * u * t * t * second[axis] +
      t ** 3 * to[axis]
    return [mix(0), mix(1)] as const
  })
}
