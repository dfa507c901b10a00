import { isAddressEqual } from 'viem'
import type { SecondaryPool } from '../chain/balancer/secondaryPool'
import { isVerified, type PoolAtBlock } from '../chain/poolAtBlock'

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

/** The market whose tokens a pool on Balancer holds. A market that anyone made may say that its tokens are another's. */
export function marketOfLp(
  lp: Pick<SecondaryPool, 'tokens'>,
  markets: readonly PoolAtBlock[],
): PoolAtBlock | undefined {
  const found = markets.filter((market) => lpPoolsOf(market, [lp]).length > 0)
  return found.find(isVerified) ?? found[0]
}
