import { describeNumberError } from '../../format/describeNumberError'
import { formatAmount } from '../../format/formatAmount'
import type { AvailableAmountProblem } from '../../format/parseAvailableAmount'
import { stakeContent } from './content'
import { describeUnit } from './describeUnit'
import type { FarmRow } from './farmRow'
import type { StakeMode } from './stakeMode'

const { problem: content } = stakeContent

/**
 * The sentence for an amount that cannot be staked or withdrawn.
 *
 * @param text As it was typed
 */
export function describeAmountProblem(
  code: AvailableAmountProblem,
  text: string,
  row: FarmRow,
  mode: StakeMode,
): string {
  const { stakingToken } = row.farm
  const unit = describeUnit(row)
  switch (code) {
    case 'NOTHING':
      return content.nothing[mode](unit)
    case 'NOT_ENOUGH':
    case 'TOO_LARGE': {
      const available = mode === 'stake' ? stakingToken.held : row.staked
      return content.notEnough[mode](formatAmount(available, stakingToken.decimals), unit)
    }
    default:
      return describeNumberError(code, text, stakingToken.decimals)
  }
}
