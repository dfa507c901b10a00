import { type Address, isAddressEqual } from 'viem'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import type { StakeValue } from '../../data/stakedToken'
import type { PoolHolding } from './poolHolding'

/** What an account has in one settlement token, base units. */
export interface Total {
  readonly token: TokenFacts
  /** In the wallet, not in any pool. */
  readonly free: bigint
  readonly wallet: bigint
  readonly escrow: bigint
  readonly queued: bigint
  /** In farms: pool tokens, and LP tokens as what they are a share of. */
  readonly staked: bigint
  /** LP tokens in the wallet, as what they are a share of. */
  readonly liquidity: bigint
}

/** What stakes and LP tokens are worth; what is only known as itself is no money. */
export interface OutsideValues {
  readonly staked: readonly StakeValue[]
  readonly liquidity: readonly StakeValue[]
}

/** All of it together. */
export function sumOf({ free, wallet, escrow, queued, staked, liquidity }: Total): bigint {
  return free + wallet + escrow + queued + staked + liquidity
}

/**
 * What is owned in each settlement token: of the pools that the account has something in, and what lies in the wallet of the tokens
 * that verified markets settle in. Of a stranger's token only what is in a pool counts: anyone can send some.
 *
 * @param usual The token that the edition's markets settle in
 * @returns That one first, then the others in the order of the holdings
 */
export function totalsOf(
  pools: readonly PoolAtBlock[],
  holdings: readonly PoolHolding[],
  outside: OutsideValues,
  usual: Address | undefined,
): Total[] {
  const byToken = new Map<Address, Total>()
  const add = (pool: PoolAtBlock, more: Partial<Omit<Total, 'token' | 'free'>>) => {
    const token = pool.facts.settlementToken
    const before = byToken.get(token.address) ?? NOTHING
    byToken.set(token.address, {
      token,
      // The same wallet, whichever pool it is read for.
      free: pool.account?.settlementBalance ?? before.free,
      wallet: before.wallet + (more.wallet ?? 0n),
      escrow: before.escrow + (more.escrow ?? 0n),
      queued: before.queued + (more.queued ?? 0n),
      staked: before.staked + (more.staked ?? 0n),
      liquidity: before.liquidity + (more.liquidity ?? 0n),
    })
  }
  const isUsual = ({ facts }: PoolAtBlock) =>
    usual !== undefined && isAddressEqual(facts.settlementToken.address, usual)
  const owns = (pool: PoolAtBlock) => (pool.account?.settlementBalance ?? 0n) > 0n
  for (const pool of pools) if (isUsual(pool) && owns(pool)) add(pool, NOTHING)
  for (const { pool, holding } of holdings) add(pool, holding.worth)
  for (const { pool, worth } of outside.staked) if (worth > 0n) add(pool, { staked: worth })
  for (const { pool, worth } of outside.liquidity) if (worth > 0n) add(pool, { liquidity: worth })
  for (const pool of pools) if (isVerified(pool) && owns(pool)) add(pool, NOTHING)
  return [...byToken.values()]
}

const NOTHING = { free: 0n, wallet: 0n, escrow: 0n, queued: 0n, staked: 0n, liquidity: 0n }
