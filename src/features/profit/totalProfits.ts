import { isVerified, type PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import type { PoolProfit } from './profitOf'

type Sum = Pick<PoolProfit, 'realised' | 'unrealised' | 'everPutIn'>

/** What an account has made in the markets of one settlement token, verified ones or the others. Settlement units. */
export interface ProfitTotal extends Sum {
  readonly token: TokenFacts
  readonly isInVerified: boolean
  /** Of the gain, what markets without a position have brought. */
  readonly closedGain: bigint
  /** Those markets. */
  readonly closed: readonly PoolAtBlock[]
  /** Worth of long and short tokens whose cost isn't known, which are in none of the sums. */
  readonly unknownWorth: bigint
  /** Whether there are LP tokens whose cost isn't known. */
  readonly hasUnknownLp: boolean
}

/** A market's profit, and whether the account has left it. */
export interface ProfitInPool {
  readonly pool: PoolAtBlock
  readonly profit: PoolProfit
  readonly isClosed: boolean
}

/**
 * Adds up profits where it is the same money, verified markets first: what was made in unverified ones stands apart, as in the
 * total value.
 *
 * @returns Nothing of a token in which nothing was put in, and nothing of unknown cost is held
 */
export function totalProfits(all: readonly ProfitInPool[]): ProfitTotal[] {
  const totals = new Map<string, ProfitTotal>()
  for (const { pool, profit, isClosed } of all) {
    const token = pool.facts.settlementToken
    const isInVerified = isVerified(pool)
    const key = `${token.address} ${isInVerified}`
    const before = totals.get(key) ?? { ...NOTHING, token, isInVerified }
    const hasTraded = isClosed && profit.everPutIn > 0n
    totals.set(key, {
      ...before,
      realised: before.realised + profit.realised,
      unrealised: before.unrealised + profit.unrealised,
      everPutIn: before.everPutIn + profit.everPutIn,
      closedGain: before.closedGain + (hasTraded ? profit.realised + profit.unrealised : 0n),
      closed: hasTraded ? [...before.closed, pool] : before.closed,
      unknownWorth: before.unknownWorth + profit.unknown.long.worth + profit.unknown.short.worth,
      hasUnknownLp: before.hasUnknownLp || profit.unknownLp > 0n,
    })
  }
  return [...totals.values()]
    .filter(
      ({ everPutIn, unknownWorth, hasUnknownLp }) =>
        everPutIn > 0n || unknownWorth > 0n || hasUnknownLp,
    )
    .sort((a, b) => Number(b.isInVerified) - Number(a.isInVerified))
}

const NOTHING: Omit<ProfitTotal, 'token' | 'isInVerified'> = {
  realised: 0n,
  unrealised: 0n,
  everPutIn: 0n,
  closedGain: 0n,
  closed: [],
  unknownWorth: 0n,
  hasUnknownLp: false,
}
