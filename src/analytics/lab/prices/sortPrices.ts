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
/** Between two pauses. */
const ROWS_PER_STEP = 8_192

/** Puts prices in order and reports what was not: order, times that are there twice, gaps. Each step is short. */
export function* sortPrices(
  read: ReadPrices,
  report: (problem: PriceProblem) => void,
): Generator<void, PriceSeries> {
  const { rises, falls } = countTurns(read.timesSec)
  yield
  // Most files are in order already.
  const isInOrder = rises === Math.max(0, read.timesSec.length - 1)
  const { timesSec, pricesWad, lines } = isInOrder
    ? read
    : yield* reorder(read, rises, falls, report)
  yield
  const usual = usualStepSec(timesSec)
  yield
  if (usual !== undefined) reportGaps(timesSec, lines, usual, report)
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

function* reorder(
  read: ReadPrices,
  rises: number,
  falls: number,
  report: (problem: PriceProblem) => void,
): Generator<void, ReadPrices> {
  const ordered: ReadPrices = { timesSec: [], pricesWad: [], lines: [] }
  const order = yield* orderOf(read, rises, falls, report)
  for (const [at, i] of order.entries()) {
    if (at % ROWS_PER_STEP === 0) yield
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
function* orderOf(
  { timesSec, lines }: ReadPrices,
  rises: number,
  falls: number,
  report: (problem: PriceProblem) => void,
): Generator<void, Uint32Array> {
  if (falls === 0) return ascending(timesSec.length)
  if (rises === 0) {
    report({ kind: 'newestFirst', line: lines[0] as number })
    return ascending(timesSec.length).reverse()
  }
  let latest = Number.NEGATIVE_INFINITY
  timesSec.forEach((timeSec, i) => {
    if (timeSec < latest) report({ kind: 'outOfOrder', line: lines[i] as number })
    else latest = timeSec
  })
  yield
  return yield* sortedOrder(timesSec)
}

/** 0, 1, 2 … */
function ascending(count: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(count).map((_, index) => index)
}

/** Indices by value, equal ones as they come: short runs are sorted, then merged, so that each step is short. */
function* sortedOrder(values: readonly number[]): Generator<void, Uint32Array> {
  const { length } = values
  const before = (a: number, b: number) => (values[a] as number) - (values[b] as number) || a - b
  let order = ascending(length)
  for (let at = 0; at < length; at += ROWS_PER_STEP) {
    order.subarray(at, at + ROWS_PER_STEP).sort(before)
    yield
  }
  let merged = new Uint32Array(length)
  for (let width = ROWS_PER_STEP; width < length; width *= 2) {
    for (let at = 0; at < length; at += 2 * width) {
      let [left, right] = [at, Math.min(at + width, length)]
      const [leftEnd, end] = [right, Math.min(at + 2 * width, length)]
      for (let to = at; to < end; to++) {
        const isLeft =
          right === end ||
          (left < leftEnd && before(order[left] as number, order[right] as number) < 0)
        merged[to] = order[isLeft ? left++ : right++] as number
        if (to % ROWS_PER_STEP === 0) yield
      }
    }
    ;[order, merged] = [merged, order]
  }
  return order
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
  usual: number,
  report: (problem: PriceProblem) => void,
): void {
  for (let i = 1; i < timesSec.length; i++) {
    const step = (timesSec[i] as number) - (timesSec[i - 1] as number)
    if (step <= usual * GAP_FACTOR) continue
    const count = Math.max(1, Math.round(step / usual) - 1)
    report({ kind: 'gap', line: lines[i] as number, count })
  }
}
