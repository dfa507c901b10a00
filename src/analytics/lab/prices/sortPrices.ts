import { selectKth } from '../simulate/selectKth'
import type { PriceProblem } from './priceProblem'
import type { PriceSeries } from './priceSeries'

/** Prices as a file has them. */
export interface ReadPrices {
  readonly timesSec: number[]
  readonly pricesWad: bigint[]
  /** The line of each. */
  readonly lines: number[]
}

/** From one price to the next, as a multiple of the usual time between two, where a gap begins. */
const GAP_FACTOR = 1.5

/** Puts prices in order and reports what was not: order, times that are there twice, gaps. */
export function sortPrices(read: ReadPrices, report: (problem: PriceProblem) => void): PriceSeries {
  const { rises, falls } = countTurns(read.timesSec)
  // Most files are in order already.
  const isInOrder = rises === Math.max(0, read.timesSec.length - 1)
  const { timesSec, pricesWad, lines } = isInOrder ? read : reorder(read, rises, falls, report)
  reportGaps(timesSec, lines, report)
  return { timesSec, pricesWad }
}

function countTurns(timesSec: readonly number[]): { rises: number; falls: number } {
  let rises = 0
  let falls = 0
  for (let i = 1; i < timesSec.length; i++) {
    const change = (timesSec[i] as number) - (timesSec[i - 1] as number)
    if (change > 0) rises++
    else if (change < 0) falls++
  }
  return { rises, falls }
}

function reorder(
  read: ReadPrices,
  rises: number,
  falls: number,
  report: (problem: PriceProblem) => void,
): ReadPrices {
  const ordered: ReadPrices = { timesSec: [], pricesWad: [], lines: [] }
  for (const i of orderOf(read, rises, falls, report)) {
    const timeSec = read.timesSec[i] as number
    const line = read.lines[i] as number
    if (timeSec === ordered.timesSec.at(-1)) {
      report({ kind: 'duplicate', line })
      continue
    }
    ordered.timesSec.push(timeSec)
    ordered.pricesWad.push(read.pricesWad[i] as bigint)
    ordered.lines.push(line)
  }
  return ordered
}

/** Indices by time; equal times stay as they come. */
function orderOf(
  { timesSec, lines }: ReadPrices,
  rises: number,
  falls: number,
  report: (problem: PriceProblem) => void,
): Uint32Array {
  const order = Uint32Array.from(timesSec.keys())
  if (falls === 0) return order
  if (rises === 0) {
    report({ kind: 'newestFirst', line: lines[0] as number })
    return order.reverse()
  }
  let latest = Number.NEGATIVE_INFINITY
  timesSec.forEach((timeSec, i) => {
    if (timeSec < latest) report({ kind: 'outOfOrder', line: lines[i] as number })
    else latest = timeSec
  })
  return order.sort((a, b) => (timesSec[a] as number) - (timesSec[b] as number) || a - b)
}

/** The time between two prices that is usual in a series, seconds; undefined for fewer than two. */
export function usualStepSec(timesSec: readonly number[]): number | undefined {
  if (timesSec.length < 2) return undefined
  const steps = new Float64Array(timesSec.length - 1)
  for (let i = 0; i < steps.length; i++)
    steps[i] = (timesSec[i + 1] as number) - (timesSec[i] as number)
  return selectKth(steps, steps.length >> 1)
}

function reportGaps(
  timesSec: readonly number[],
  lines: readonly number[],
  report: (problem: PriceProblem) => void,
): void {
  const usual = usualStepSec(timesSec)
  if (usual === undefined) return
  for (let i = 1; i < timesSec.length; i++) {
    const step = (timesSec[i] as number) - (timesSec[i - 1] as number)
    if (step <= usual * GAP_FACTOR) continue
    const count = Math.max(1, Math.round(step / usual) - 1)
    report({ kind: 'gap', line: lines[i] as number, count })
  }
}
