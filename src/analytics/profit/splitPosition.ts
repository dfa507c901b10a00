import type { Side } from '../poolFigures'
import type { ClosedLot, Lot } from './lots'
import { addParts, NO_PARTS, type ProfitParts } from './profitParts'
import { type SideHistory, type SideUpkeep, splitLotOverTime } from './splitLot'

/** What lots had gained or lost after one upkeep. */
export interface ProfitPoint {
  /** Unix seconds. */
  readonly timestampSec: bigint
  /** Settlement units. */
  readonly parts: ProfitParts
}

/** What lots have gained or lost, and how that came about over time. */
export interface PositionSplit {
  readonly parts: ProfitParts
  /** Oldest first, without the present. */
  readonly points: readonly ProfitPoint[]
}

/**
 * The gain or loss of lots in one pool, added up in parts, now and after past upkeeps. A lot counts from the upkeep that minted
 * it, and keeps its parts once it is burned.
 *
 * A generator: a long past takes long, so each step of it can be followed by a pause. Nothing that it yields means anything.
 *
 * @param lots All of known cost
 * @param histories Of the sides that the lots are of, each from its oldest lot on
 * @param maxPoints As many upkeeps are told at most, evenly spread, with the newest
 * @throws RangeError where a side's history is missing, or as `splitLot`
 */
export function* splitPosition(
  lots: readonly (Lot | ClosedLot)[],
  histories: Readonly<Partial<Record<Side, SideHistory>>>,
  maxPoints: number,
): Generator<void, PositionSplit> {
  const upkeeps = longerOf(histories.long?.upkeeps ?? [], histories.short?.upkeeps ?? [])
  const step = Math.max(1, Math.ceil(upkeeps.length / maxPoints))
  const shown = upkeeps.filter((_, index) => (upkeeps.length - 1 - index) % step === 0)
  const placeOf = new Map(shown.map((upkeep, place) => [keyOf(upkeep), place]))
  const sums = shown.map(() => NO_PARTS)
  const add = (place: number, parts: ProfitParts) => {
    sums[place] = addParts(sums[place] ?? NO_PARTS, parts)
  }
  let total = NO_PARTS
  for (const lot of lots) {
    const history = histories[lot.side]
    if (history === undefined) throw new RangeError(`the ${lot.side} side has no history`)
    const points = splitLotOverTime(lot, history)
    let lastKey: bigint | undefined
    let next = points.next()
    for (; !next.done; next = points.next()) {
      const { upkeep, parts } = next.value
      lastKey = keyOf(upkeep)
      const place = placeOf.get(lastKey)
      if (place !== undefined) add(place, parts())
      yield
    }
    const { parts } = next.value
    total = addParts(total, parts)
    if (!('burnedIn' in lot) || lastKey === undefined) continue
    for (const [place, upkeep] of shown.entries()) if (keyOf(upkeep) > lastKey) add(place, parts)
  }
  const points = shown.map(({ timestampSec }, place) => ({
    timestampSec,
    parts: sums[place] ?? NO_PARTS,
  }))
  return { parts: total, points }
}

/** The last interval that an upkeep executed: they only rise. */
function keyOf({ executedIds }: SideUpkeep): bigint {
  return executedIds.at(-1) ?? 0n
}

function longerOf<item>(a: readonly item[], b: readonly item[]): readonly item[] {
  return a.length >= b.length ? a : b
}
