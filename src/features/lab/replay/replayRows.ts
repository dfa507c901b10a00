import type { ComparisonPoint } from '../../../analytics/lab/replay/compareReplay'
import type { ReplayStep } from '../../../analytics/lab/replay/replay'
import { tokenPrice } from '../../../analytics/poolFigures'
import { wadToNumber } from '../../../analytics/wadToNumber'
import type { PoolSnapshot } from '../../../protocol/snapshot'
import { WAD } from '../../../protocol/wad'
import type { ChartRow } from '../../../ui/charts/LinesChart'

/** Enough for the eye; with more of them a chart takes too long to draw to be drawn while a replay runs. */
const MOST_POINTS = 200
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

/** Which of so many rows are drawn: evenly spread, the last one always. */
export function drawnIndexes(count: number): number[] {
  if (count <= MOST_POINTS) return Array.from({ length: count }, (_, index) => index)
  return Array.from({ length: MOST_POINTS }, (_, index) =>
    Math.round((index * (count - 1)) / (MOST_POINTS - 1)),
  )
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
  return drawnIndexes(steps.length + 1).map((index) => {
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
