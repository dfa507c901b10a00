import { WAD } from '../../protocol/wad'
import { PART_NAMES, type ProfitParts, sizeOf, sumParts } from './profitParts'

/** More make no sentence. */
const MOST_NAMED = 4

/** A hundredth of a percent, a wad. */
export const HUNDREDTH_WAD = WAD / 10_000n

/**
 * The parts that weigh most as shares of what was put in, so that a sentence of them adds up as it is read: at least two, and more
 * while what is left weighs more than the last of them.
 *
 * @param putIn Settlement units, above zero
 * @returns Hundredths of a percent, rounded as a percentage is wherever it stands: `total` is the sum of `main` and `rest`
 */
export function summarizeParts(parts: ProfitParts, putIn: bigint) {
  const shareOf = (value: bigint) => {
    const twice = 20_000n * value
    return (value < 0n ? twice - putIn : twice + putIn) / (2n * putIn)
  }
  const total = shareOf(sumParts(parts))
  const bySize = [...PART_NAMES]
    .sort((a, b) => (sizeOf(parts[a]) > sizeOf(parts[b]) ? -1 : 1))
    .map((name) => ({ name, share: shareOf(parts[name]) }))
  const restAfter = (count: number) =>
    bySize.slice(0, count).reduce((left, { share }) => left - share, total)
  let count = 2
  while (count < MOST_NAMED && sizeOf(restAfter(count)) > sizeOf(bySize[count - 1]?.share ?? 0n))
    count++
  return { total, main: bySize.slice(0, count), rest: restAfter(count) }
}
