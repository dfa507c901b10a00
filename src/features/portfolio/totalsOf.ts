import { type Address, isAddressEqual } from 'viem'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import type { PoolHolding } from './poolHolding'

/** What an account has in one settlement token, base units. */
export interface Total {
  readonly token: TokenFacts
  /** In the wallet, not in any pool. */
  readonly free: bigint
  readonly wallet: bigint
  readonly escrow: bigint
  readonly queued: bigint
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
  usual: Address | undefined,
): Total[] {
  const byToken = new Map<Address, Total>()
  const add = ({ facts, account }: PoolAtBlock, worth: PoolHolding['holding']['worth']) => {
    const token = facts.settlementToken
    const before = byToken.get(token.address) ?? NOTHING
    byToken.set(token.address, {
      token,
      // The same wallet, whichever pool it is read for.
      free: account?.settlementBalance ?? 0n,
      wallet: before.wallet + worth.wallet,
      escrow: before.escrow + worth.escrow,
      queued: before.queued + worth.queued,
    })
  }
  const isUsual = ({ facts }: PoolAtBlock) =>
    usual !== undefined && isAddressEqual(facts.settlementToken.address, usual)
  const owns = (pool: PoolAtBlock) => (pool.account?.settlementBalance ?? 0n) > 0n
  for (const pool of pools) if (isUsual(pool) && owns(pool)) add(pool, NO_WORTH)
  for (const { pool, holding } of holdings) add(pool, holding.worth)
  for (const pool of pools) if (isVerified(pool) && owns(pool)) add(pool, NO_WORTH)
  return [...byToken.values()]
}

const NO_WORTH = { wallet: 0n, escrow: 0n, queued: 0n, total: 0n }
const NOTHING = { ...NO_WORTH, free: 0n }
