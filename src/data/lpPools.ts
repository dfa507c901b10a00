import { isAddressEqual } from 'viem'
import type { SecondaryPool } from '../chain/balancer/secondaryPool'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { verifiedFirst } from './stakedToken'

/** Balancer's pools that hold both tokens of a market. */
export function lpPoolsOf<pool extends Pick<SecondaryPool, 'tokens'>>(
  { facts: { longToken, shortToken } }: Pick<PoolAtBlock, 'facts'>,
  balancerPools: readonly pool[],
): readonly pool[] {
  return balancerPools.filter(({ tokens }) =>
    [longToken, shortToken].every((own) =>
      tokens.some(({ address }) => isAddressEqual(address, own.address)),
    ),
  )
}

/** The market whose tokens a pool on Balancer holds, a verified one first. */
export function marketOfLp(
  lp: Pick<SecondaryPool, 'tokens'>,
  markets: readonly PoolAtBlock[],
): PoolAtBlock | undefined {
  return verifiedFirst(markets).find((market) => lpPoolsOf(market, [lp]).length > 0)
}
