import type { SecondaryPool } from '../chain/balancer/secondaryPool'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import type { Secondary } from '../chain/secondary/getSecondary'
import {
  computeStakeValue,
  identifyStakedToken,
  type StakeValue,
  verifiedFirst,
} from './stakedToken'

/** LP tokens in the account's wallet. */
export interface HeldLp {
  readonly lp: SecondaryPool
  /** What they are a share of; undefined where their market was not read. */
  readonly value: StakeValue | undefined
}

/** The LP tokens in the account's wallet, of each of Balancer's pools that it has some of. */
export function heldLpOf(
  { pools: balancerPools }: Pick<Secondary, 'pools'>,
  pools: readonly PoolAtBlock[],
): readonly HeldLp[] {
  const trusted = verifiedFirst(pools)
  return balancerPools.flatMap((lp) => {
    if (lp.held === 0n) return []
    const token = identifyStakedToken({ stakingToken: lp, programme: undefined }, trusted, [lp])
    return { lp, value: computeStakeValue(token, lp.held) }
  })
}
