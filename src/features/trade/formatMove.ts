import { formatPercent } from '../../format/formatRatio'
import { WAD } from '../../protocol/wad'

/** A move in hundredths of a percent: `+5%`, `−0.35%`. */
export function formatMove(moveBasisPoints: number): string {
  const digits = moveBasisPoints % 100 === 0 ? 0 : 2
  return formatPercent((BigInt(moveBasisPoints) * WAD) / 10_000n, digits, { signed: true })
}
