/** A point as typed: time and move, both in percent. */
export interface PointRow {
  readonly at: string
  readonly move: string
}

/** The rows of the text that the link keeps, a line each; what does not parse stays as it was typed. */
export function toPointRows(text: string): PointRow[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [at = '', ...rest] = line.trim().split(/[\s;]+/)
      return { at, move: rest.join(' ') }
    })
}

export function fromPointRows(rows: readonly PointRow[]): string {
  return rows.map(({ at, move }) => `${at.trim() || '?'} ${move.trim() || '?'}`).join('\n')
}

/** A row between the last two, or after the last one: where one would go on. */
export function withNewPoint(rows: readonly PointRow[]): PointRow[] {
  const last = rows.at(-1)
  const before = rows.at(-2)
  const [end, start] = [Number(last?.at ?? 100), Number(before?.at ?? 0)]
  const at = Number.isFinite(start + end) ? Math.round((start + end) / 2) : 50
  const point = { at: String(at), move: last?.move ?? '0' }
  return last === undefined ? [point] : [...rows.slice(0, -1), point, last]
}

/** A row moved by dragging: its time stays between its neighbours', its move within what the picture shows. */
export function withMovedPoint(
  rows: readonly PointRow[],
  index: number,
  to: { readonly at: number; readonly move: number },
): PointRow[] {
  const timeOf = (row: PointRow | undefined, otherwise: number) => {
    const time = Number(row?.at)
    return row === undefined || !Number.isFinite(time) ? otherwise : time
  }
  const least = timeOf(rows[index - 1], 0)
  const most = timeOf(rows[index + 1], 100)
  const at = Math.min(most, Math.max(least, to.at))
  const move = Math.max(-99, to.move)
  return rows.map((row, i) =>
    i === index ? { at: at.toFixed(0), move: move.toFixed(1).replace(/\.0$/, '') } : row,
  )
}
