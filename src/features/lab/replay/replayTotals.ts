import type { ReplayStep } from '../../../analytics/lab/replay/replay'
import { REPLAY_LINES, type ReplayValues, STAKE } from './replayRows'

/** What a replay adds up to, over all of its rebalances and not only those that are drawn. Amounts in settlement units. */
export interface ReplayTotals {
  readonly movedToLong: bigint
  readonly movedToShort: bigint
  readonly managementFees: bigint
  readonly keeperRewards: bigint
  /** What 100 at the start is worth at the last rebalance, and at the worst one. */
  readonly last: ReplayValues
  readonly lowest: ReplayValues
}

const AT_START: ReplayValues = Object.fromEntries(
  REPLAY_LINES.map((line) => [line, STAKE]),
) as ReplayValues

export const NO_TOTALS: ReplayTotals = {
  movedToLong: 0n,
  movedToShort: 0n,
  managementFees: 0n,
  keeperRewards: 0n,
  last: AT_START,
  lowest: AT_START,
}

/** The totals with one more rebalance. */
export function addStep(
  totals: ReplayTotals,
  { transfer, managementFee, keeperReward }: ReplayStep,
  values: ReplayValues,
): ReplayTotals {
  const lowest = { ...totals.lowest }
  for (const line of REPLAY_LINES) if (values[line] < lowest[line]) lowest[line] = values[line]
  const moved = (to: 'long' | 'short') => (transfer.to === to ? transfer.amount : 0n)
  return {
    movedToLong: totals.movedToLong + moved('long'),
    movedToShort: totals.movedToShort + moved('short'),
    managementFees: totals.managementFees + managementFee.long + managementFee.short,
    keeperRewards: totals.keeperRewards + keeperReward.long + keeperReward.short,
    last: values,
    lowest,
  }
}
