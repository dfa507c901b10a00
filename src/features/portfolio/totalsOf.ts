import { type Address, isAddressEqual } from 'viem'
import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import type { StakeValue } from '../../data/stakedToken'
import type { PoolHolding } from './poolHolding'

/** What an account has in one settlement token, in verified markets or in the others. */
export interface Total extends Amounts {
  readonly token: TokenFacts
  readonly isInVerified: boolean
}

/** Where it is, base units. */
interface Amounts {
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
export function sumOf({ free, wallet, escrow, queued, staked, liquidity }: Amounts): bigint {
  return free + wallet + escrow + queued + staked + liquidity
}

/**
 * What is owned in each settlement token: of the pools that the account has something in, and what lies in the wallet of the tokens
 * that verified markets settle in. Of a stranger's token only what is in a pool counts: anyone can send some. What lies in
 * unverified markets is added up apart, as no one can say what can be got out of them.
 *
 * @param usual The token that the edition's markets settle in
 * @returns That one first, then the others in the order of the holdings, and those of unverified markets last
 */
export function totalsOf(
  pools: readonly PoolAtBlock[],
  holdings: readonly PoolHolding[],
  outside: OutsideValues,
  usual: Address | undefined,
): Total[] {
  const totals = new Map<string, Total>()
  const add = (token: TokenFacts, isInVerified: boolean, more: Partial<Amounts>) => {
    const key = `${token.address} ${isInVerified}`
    const before = totals.get(key) ?? { token, isInVerified, ...NOTHING }
    totals.set(key, {
      ...before,
      // The same wallet, whichever pool it is read for.
      free: more.free ?? before.free,
      wallet: before.wallet + (more.wallet ?? 0n),
      escrow: before.escrow + (more.escrow ?? 0n),
      queued: before.queued + (more.queued ?? 0n),
      staked: before.staked + (more.staked ?? 0n),
      liquidity: before.liquidity + (more.liquidity ?? 0n),
    })
  }
  const isUsual = ({ facts }: PoolAtBlock) =>
    usual !== undefined && isAddressEqual(facts.settlementToken.address, usual)
  const known = new Set(
    pools
      .filter((pool) => isVerified(pool) || isUsual(pool))
      .map(({ facts }) => facts.settlementToken.address),
  )
  const isKnown = ({ facts }: PoolAtBlock) => known.has(facts.settlementToken.address)
  const addFree = (pool: PoolAtBlock) => {
    const free = pool.account?.settlementBalance
    if (free !== undefined && free > 0n) add(pool.facts.settlementToken, isKnown(pool), { free })
  }
  const addIn = (pool: PoolAtBlock, more: Partial<Amounts>) => {
    add(pool.facts.settlementToken, isVerified(pool), more)
    if (!isKnown(pool)) addFree(pool)
  }
  for (const pool of pools) if (isUsual(pool)) addFree(pool)
  for (const { pool, holding } of holdings) {
    const { wallet, escrow, queued } = holding.worth
    addIn(pool, { wallet, escrow, queued })
  }
  for (const { pool, worth } of outside.staked) if (worth > 0n) addIn(pool, { staked: worth })
  for (const { pool, worth } of outside.liquidity) if (worth > 0n) addIn(pool, { liquidity: worth })
  for (const pool of pools) if (isKnown(pool)) addFree(pool)
  const all = [...totals.values()]
  return [
    ...all.filter(({ isInVerified }) => isInVerified),
    ...all.filter(({ isInVerified }) => !isInVerified),
  ]
}

const NOTHING: Amounts = {
  free: 0n,
  wallet: 0n,
  escrow: 0n,
  queued: 0n,
  staked: 0n,
  liquidity: 0n,
}
