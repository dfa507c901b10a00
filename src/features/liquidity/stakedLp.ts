import { isAddressEqual } from 'viem'
import type { SecondaryPool } from '../../chain/balancer/secondaryPool'
import type { Secondary } from '../../chain/secondary/getSecondary'

/** The farms that take a pool's LP tokens. */
export function farmsOfLp(
  lp: Pick<SecondaryPool, 'address'>,
  farms: Secondary['farms'],
): Secondary['farms'] {
  return farms.filter(({ stakingToken }) => isAddressEqual(stakingToken.address, lp.address))
}

/** The account's LP tokens of a pool that lie in farms. One that says more is staked in it than there can be is left out. */
export function stakedLp(
  lp: Pick<SecondaryPool, 'address' | 'held' | 'totalSupply'>,
  farms: Secondary['farms'],
): bigint {
  const most = lp.totalSupply - lp.held
  return farmsOfLp(lp, farms).reduce((sum, { account }) => {
    const staked = account?.staked ?? 0n
    return sum + staked > most ? sum : sum + staked
  }, 0n)
}
