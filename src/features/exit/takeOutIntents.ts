import { applySlippage } from '../../chain/balancer/buildSwap'
import type { PoolExit, queryExit } from '../../chain/balancer/joinExit'
import type { BalancerNetwork } from '../../chain/balancer/resolveBalancer'
import type { SecondaryPool } from '../../chain/balancer/secondaryPool'
import type { PoolFacts } from '../../chain/poolFacts'
import type { Stake } from '../../data/stakedToken'
import type { ExitFarmIntent } from '../../flows/kinds/exitFarm'
import type { ExitPoolIntent } from '../../flows/kinds/exitPool'
import type { WithdrawStakeIntent } from '../../flows/kinds/withdrawStake'
import { formatName } from '../../format/formatAddress'
import { exitContent } from './content'

const { titles } = exitContent.takeOut

/** How much less than its quote leaving a pool on Balancer may give: others may trade there meanwhile. Of 10,000. */
export const REMOVAL_SLIPPAGE = 50

/** Takes a stake out, with its rewards or alone; those left behind can be claimed once the farm has them. */
export function leaveFarmIntent(
  facts: PoolFacts,
  { farm, staked }: Stake,
  withRewards: boolean,
): ExitFarmIntent | WithdrawStakeIntent {
  const title = titles.leaveFarm(formatName(facts.name))
  const about = { title, pool: facts.address, farm: farm.address } as const
  return withRewards
    ? { kind: 'exitFarm', ...about }
    : { kind: 'withdrawStake', ...about, amount: staked }
}

/**
 * Takes all tokens out of a pool on Balancer in proportion, for the LP tokens in the wallet, with a minimum for each by Balancer's
 * own answer.
 *
 * @param read Asks what leaving gives. @see queryExit
 * @throws What `read` throws
 */
export async function removeLiquidityIntent(
  facts: PoolFacts,
  vault: BalancerNetwork['vault'],
  { id: poolId, tokens: pooled, held: lpIn }: SecondaryPool,
  read: (exit: Omit<PoolExit, 'minAmountsOut'>) => ReturnType<typeof queryExit>,
): Promise<ExitPoolIntent> {
  const tokens = pooled.map(({ address }) => address)
  const exit = { poolId, tokens, lpIn, onlyToken: undefined }
  const quotedAmounts = await read(exit)
  return {
    kind: 'exitPool',
    title: titles.removeLiquidity(formatName(facts.name)),
    pool: facts.address,
    vault,
    ...exit,
    quotedAmounts,
    minAmountsOut: quotedAmounts.map((amount) => applySlippage(amount, REMOVAL_SLIPPAGE)),
  }
}
