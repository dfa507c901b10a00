import type { ReplayStep } from '../../../analytics/lab/replay/replay'
import { formatPlain } from '../../../format/formatAmount'
import { toCsvText } from '../../../format/toCsvText'
import { WAD_DECIMALS } from '../../../protocol/wad'
import { labContent } from '../content'

/** Every rebalance as a line of CSV, all numbers in full. */
export function replayCsv(steps: readonly ReplayStep[], decimals: number): string {
  const amount = (units: bigint) => formatPlain(units, decimals)
  const wad = (value: bigint) => formatPlain(value, WAD_DECIMALS)
  const rows = steps.map((step) => [
    step.index.toString(),
    new Date(Number(step.timestampSec) * 1_000).toISOString(),
    wad(step.indexPriceWad),
    wad(step.executionPriceWad),
    amount(step.longBalance),
    amount(step.shortBalance),
    wad(step.longTokenPriceWad),
    wad(step.shortTokenPriceWad),
    amount(step.transfer.to === 'short' ? -step.transfer.amount : step.transfer.amount),
    amount(step.managementFee.long),
    amount(step.managementFee.short),
    amount(step.keeperReward.long + step.keeperReward.short),
  ])
  return toCsvText([labContent.replay.csv.columns, ...rows])
}
