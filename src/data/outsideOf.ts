import type { PoolAtBlock } from '../chain/poolAtBlock'
import type { HeldLp } from './heldLp'
import type { Stake } from './stakedToken'

/** What an account has of a market outside of it and of its own wallet's pool tokens. */
export interface OutsideHolding {
  /** In farms. */
  readonly stakes: readonly Stake[]
  /** LP tokens in the wallet. */
  readonly liquidity: readonly HeldLp[]
  /** What both are worth in settlement units, as far as it is known, before fees. */
  readonly worth: bigint
}

/** Of all stakes and LP tokens, those of one market; undefined where there are none. */
export function outsideOf(
  { facts }: Pick<PoolAtBlock, 'facts'>,
  all: Pick<OutsideHolding, 'stakes' | 'liquidity'>,
): OutsideHolding | undefined {
  const isOfPool = (pool: PoolAtBlock | undefined) => pool?.facts.address === facts.address
  const stakes = all.stakes.filter(({ staked, token }) => staked > 0n && isOfPool(token.pool))
  const liquidity = all.liquidity.filter(({ value }) => isOfPool(value?.pool))
  if (stakes.length === 0 && liquidity.length === 0) return undefined
  const worth = [...stakes, ...liquidity].reduce((sum, { value }) => sum + (value?.worth ?? 0n), 0n)
  return { stakes, liquidity, worth }
}
