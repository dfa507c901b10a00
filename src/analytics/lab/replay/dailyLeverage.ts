import type { Estimate } from '../estimate'

const DAY_SEC = 86_400

/**
 * A fund that has a constant leverage at the start of every day, and in between the units of the index that it then took.
 * Estimates, as multiples of what it was worth at the start; without costs. Once it is worth nothing it stays so.
 *
 * @param leverage Negative for an inverse fund
 * @returns Takes the index price as a multiple of that at the start, and the seconds since the start, in ascending order
 */
export function startDailyLeverage(
  leverage: number,
): (price: number, elapsedSec: number) => Estimate {
  let dayValue = 1
  let dayPrice = 1
  let day = 0
  return (price, elapsedSec) => {
    const value = Math.max(0, dayValue * (1 + leverage * (price / dayPrice - 1)))
    const today = Math.floor(elapsedSec / DAY_SEC)
    // Rebalanced at the first price of a new day.
    if (today > day || value === 0) {
      dayValue = value
      dayPrice = price
      day = today
    }
    return value
  }
}
