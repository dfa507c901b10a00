import { type Address, isAddressEqual } from 'viem'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
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
 * What is owned in each settlement token.
 *
 * @param usual The token that the edition's markets settle in: free money in it counts also where none is in a pool
 * @returns That one first, then the others in the order of the holdings
 */
export function totalsOf(
  pools: readonly PoolAtBlock[],
  holdings: readonly PoolHolding[],
  usual: Address | undefined,
): Total[] {
  const byToken = new Map<Address, Total>()
  const free = pools.find(
    ({ facts, account }) =>
      account !== undefined &&
      usual !== undefined &&
      isAddressEqual(facts.settlementToken.address, usual),
  )
  if (free?.account !== undefined) {
    const token = free.facts.settlementToken
    byToken.set(token.address, { ...NOTHING, token, free: free.account.settlementBalance })
  }
  for (const { pool, holding } of holdings) {
    const token = pool.facts.settlementToken
    const before = byToken.get(token.address) ?? NOTHING
    byToken.set(token.address, {
      token,
      // The same wallet, whichever pool it is read for.
      free: pool.account?.settlementBalance ?? 0n,
      wallet: before.wallet + holding.worth.wallet,
      escrow: before.escrow + holding.worth.escrow,
      queued: before.queued + holding.worth.queued,
    })
  }
  const isHeld = ({ token, free }: Total) =>
    free > 0n || holdings.some(({ pool }) => pool.facts.settlementToken.address === token.address)
  return [...byToken.values()].filter(isHeld)
}

const NOTHING = { free: 0n, wallet: 0n, escrow: 0n, queued: 0n }
