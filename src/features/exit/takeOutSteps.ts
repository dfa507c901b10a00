import type { SecondaryPool } from '../../chain/balancer/secondaryPool'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { canPayRewards } from '../../chain/staking/farm'
import type { OutsideHolding } from '../../data/outsideOf'
import { computeStakeValue, type Stake, type StakeValue } from '../../data/stakedToken'

/** A transaction that brings tokens of a market back into the wallet, before they can be burned. */
export type TakeOutStep =
  | {
      readonly kind: 'leaveFarm'
      readonly stake: Stake
      /** Whether the rewards come along: a farm that no longer has them reverts unless the stake is taken alone. */
      readonly withRewards: boolean
    }
  | {
      readonly kind: 'removeLiquidity'
      readonly lp: SecondaryPool
      /** LP tokens: in the wallet, and those that farms still hold. Base units. */
      readonly held: bigint
      readonly staked: bigint
      /** What both are a share of; undefined where it cannot be told. */
      readonly value: StakeValue | undefined
    }

/**
 * The transactions that take a market's tokens out of farms and of Balancer's pools: farms first, since LP tokens may lie there.
 * From the chain alone: what is done is no longer there.
 */
export function takeOutSteps(
  pool: PoolAtBlock,
  outside: OutsideHolding | undefined,
): readonly TakeOutStep[] {
  if (outside === undefined) return []
  const { stakes, liquidity } = outside
  const farms = stakes.map((stake): TakeOutStep => {
    return { kind: 'leaveFarm', stake, withRewards: canPayRewards(stake.farm) }
  })
  const inFarms = stakes.flatMap(({ token }) => token.lp ?? [])
  const lps = new Map([...liquidity.map(({ lp }) => lp), ...inFarms].map((lp) => [lp.address, lp]))
  const removals = [...lps.values()].map((lp): TakeOutStep => {
    const staked = stakes
      .filter(({ token }) => token.lp?.address === lp.address)
      .reduce((sum, stake) => sum + stake.staked, 0n)
    const token = { kind: 'lp', pool, lp } as const
    const value = computeStakeValue(token, lp.held + staked)
    return { kind: 'removeLiquidity', lp, held: lp.held, staked, value }
  })
  return [...farms, ...removals]
}
