import type { PathPoint } from '../../../analytics/lab/prices/pathThroughPoints'
import { labContent } from '../content'
import { type Parsed, parseDecimal } from '../form/parseField'

const content = labContent.path
/** Hundredths of a percent, so that a move is a whole number. */
const DECIMALS = 2
const WHOLE = 10_000n

/**
 * Points as typed, one a line: a time and a move from the start, both in percent. Two at the same rebalance are one, the later.
 *
 * @param upkeeps Length of the path
 */
export function parsePoints(
  text: string,
  startPriceWad: bigint,
  upkeeps: number,
): Parsed<readonly PathPoint[]> {
  const points = new Map<number, bigint>()
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const point = parsePoint(line)
    if (point === undefined) return { ok: false, problem: content.badPoint(index + 1) }
    const upkeep = Number((point.at * BigInt(upkeeps) + WHOLE / 2n) / WHOLE)
    points.set(upkeep, (startPriceWad * (WHOLE + point.move)) / WHOLE)
  }
  if (points.size < 2) return { ok: false, problem: content.tooFewPoints }
  // What comes before the first point is as it.
  if (!points.has(0)) points.set(0, startPriceWad)
  return { ok: true, value: [...points].map(([upkeep, priceWad]) => ({ upkeep, priceWad })) }
}

/** A point of the text, both in hundredths of a percent. */
function parsePoint(line: string): { at: bigint; move: bigint } | undefined {
  const cells = line.trim().split(/[\s;]+/)
  const [time = '', move = ''] = cells.map((cell) => cell.replace('%', ''))
  const at = parseDecimal(time, DECIMALS, { min: 0, max: 100 })
  const by = parseDecimal(move, DECIMALS, { min: -99.99, max: 100_000 })
  return cells.length === 2 && at.ok && by.ok ? { at: at.value, move: by.value } : undefined
}

/** The text of points. @see parsePoints */
export function formatPoints(
  points: readonly { readonly at: number; readonly move: number }[],
): string {
  return points.map(({ at, move }) => `${round(at)} ${round(move)}`).join('\n')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
