import type { ComparisonPoint } from '../../../analytics/lab/replay/compareReplay'
import type { ReplayStep } from '../../../analytics/lab/replay/replay'
import { tokenPrice } from '../../../analytics/poolFigures'
import { wadToNumber } from '../../../analytics/wadToNumber'
import type { PoolSnapshot } from '../../../protocol/snapshot'
import { WAD } from '../../../protocol/wad'
import type { ChartRow } from '../../../ui/charts/LinesChart'

/** About one for each two pixels of a wide chart: the eye sees no more of them. */
const MOST_POINTS = 400
/** What everything is worth at the start. */
export const STAKE = 100

/** Everything that a replay draws a line of. */
export const REPLAY_LINES = [
  'long',
  'short',
  'index',
  'dailyLong',
  'dailyShort',
  'perpLong',
  'perpShort',
  'powerLong',
  'powerShort',
] as const

export type ReplayLine = (typeof REPLAY_LINES)[number]

/**
 * Which rebalances are drawn, by index, 0 for the start: in each of equally long stretches those with the lowest and the highest
 * price, which all lines follow, so that no crash or spike is left out; the first and the last one always.
 */
export function drawnIndexes(steps: readonly Pick<ReplayStep, 'indexPriceWad'>[]): number[] {
  const count = steps.length
  if (count < MOST_POINTS) return Array.from({ length: count + 1 }, (_, index) => index)
  const stretches = (MOST_POINTS - 2) / 2
  const drawn = new Set([0])
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * count) / stretches)
    const to = Math.floor(((stretch + 1) * count) / stretches)
    let [lowest, highest] = [from, from]
    for (let at = from; at < to; at++) {
      if (priceAt(steps, at) < priceAt(steps, lowest)) lowest = at
      if (priceAt(steps, at) > priceAt(steps, highest)) highest = at
    }
    drawn.add(Math.min(lowest, highest) + 1).add(Math.max(lowest, highest) + 1)
  }
  return [...drawn.add(count)]
}

function priceAt(steps: readonly Pick<ReplayStep, 'indexPriceWad'>[], at: number): bigint {
  return steps[at]?.indexPriceWad ?? 0n
}

/** What 100 at the start is worth, by line. Numbers only for drawing. */
export type ReplayValues = Readonly<Record<ReplayLine, number>>

/**
 * What 100 at the start is worth after a rebalance, in both tokens and in everything they are compared with.
 *
 * @param start The pool that the replay starts from
 */
export function replayValues(
  start: PoolSnapshot,
): (step: ReplayStep, point: ComparisonPoint) => ReplayValues {
  const long = tokenPrice(start, 'long').wad
  const short = tokenPrice(start, 'short').wad
  return (step, point) => ({
    long: multipleOf(step.longTokenPriceWad, long) * STAKE,
    short: multipleOf(step.shortTokenPriceWad, short) * STAKE,
    index: point.holdIndex * STAKE,
    dailyLong: point.dailyLong * STAKE,
    dailyShort: point.dailyShort * STAKE,
    perpLong: point.perpetualLong.value * STAKE,
    perpShort: point.perpetualShort.value * STAKE,
    powerLong: point.powerLong * STAKE,
    powerShort: point.powerShort * STAKE,
  })
}

/** The rows of a chart, from the start on. */
export function replayRows(
  start: PoolSnapshot,
  steps: readonly ReplayStep[],
  points: readonly ComparisonPoint[],
): ChartRow[] {
  const values = replayValues(start)
  return drawnIndexes(steps).map((index) => {
    const [step, point] = [steps[index - 1], points[index - 1]]
    if (step === undefined || point === undefined)
      return {
        x: Number(start.timestampSec),
        y: Object.fromEntries(REPLAY_LINES.map((line) => [line, STAKE])),
      }
    return { x: Number(step.timestampSec), y: values(step, point) }
  })
}

const SMALL_VALUE = new Intl.NumberFormat('en', {
  maximumSignificantDigits: 4,
  useGrouping: false,
})

/** What 100 became: two decimals, or four significant digits of what has become small. */
export function valueText(value: number): string {
  return Math.abs(value) >= 10 ? value.toFixed(2) : SMALL_VALUE.format(value)
}

/** How many times as large a wad is as another one; 0 of nothing. */
function multipleOf(wad: bigint, of: bigint): number {
  return of === 0n ? 0 : wadToNumber((wad * WAD) / of)
}
