import { WAD } from '../../protocol/wad'
import { PART_NAMES, type ProfitParts, sizeOf, sumParts } from './profitParts'

/** A hundredth of a percent, a wad. */
export const HUNDREDTH_WAD = WAD / 10_000n

/**
 * The parts that weigh most as shares of what was put in, so that a sentence of them adds up as it is read.
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
  const main = [...PART_NAMES]
    .sort((a, b) => (sizeOf(parts[a]) > sizeOf(parts[b]) ? -1 : 1))
    .slice(0, 2)
    .map((name) => ({ name, share: shareOf(parts[name]) }))
  const rest = main.reduce((left, { share }) => left - share, total)
  return { total, main, rest }
}
