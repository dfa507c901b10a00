import { lossShares } from '../../explain/lossShares'
import { formatPercent } from '../../format/formatRatio'

/** Shares of the losing side's balance that one index move takes, as text, computed by the port of the library. */
export function exampleShares(
  leverage: number,
  movePercent: number,
): { readonly deployed: string; readonly power: string; readonly plain: string } {
  const { deployed, power, plain } = lossShares(BigInt(leverage), movePercent)
  return {
    deployed: formatPercent(deployed, 2),
    power: formatPercent(power, 2),
    plain: formatPercent(plain, 0),
  }
}
