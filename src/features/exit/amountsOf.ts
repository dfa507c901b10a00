import type { Stake } from '../../data/stakedToken'
import type { ShownAmount } from '../../data/valueParts'
import { WAD_DECIMALS } from '../../protocol/wad'
import { exitContent } from './content'
import type { TakeOutStep } from './takeOutSteps'

const { units } = exitContent.takeOut

/** What is staked, in short: a pool token by its side, since its own symbol is the market's whole name. */
export function stakedAmount({ farm, token, staked }: Stake): ShownAmount {
  const { decimals, symbol } = farm.stakingToken
  return { value: staked, token: { decimals, symbol: units[token.kind] || symbol } }
}

/** LP tokens. */
export function lpAmount(value: bigint): ShownAmount {
  return { value, token: { symbol: units.lp, decimals: WAD_DECIMALS } }
}

/** What the steps take out: stakes, and LP tokens that are in the wallet. */
export function amountsToTakeOut(steps: readonly TakeOutStep[]) {
  return {
    staked: steps.flatMap((step) => (step.kind === 'leaveFarm' ? stakedAmount(step.stake) : [])),
    liquidity: steps.flatMap((step) =>
      step.kind === 'removeLiquidity' && step.held > 0n ? lpAmount(step.held) : [],
    ),
  }
}
