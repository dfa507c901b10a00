import type {
  LiquidityEntry,
  SwapEntry,
  TokenAmount,
  TransferEntry,
} from '../../chain/accountHistory/accountEntry'
import type { PoolFacts, TokenFacts } from '../../chain/poolFacts'
import { WAD_DECIMALS } from '../../protocol/wad'

type TokensOfPool = Pick<PoolFacts, 'settlementToken' | 'longToken' | 'shortToken'>

/** An amount in base units, and of what. */
export interface NamedAmount {
  readonly value: bigint
  readonly token: TokenFacts
}

/** What a swap, or a change of liquidity, gave and brought. */
export function tradedAmounts(
  row: SwapEntry | LiquidityEntry,
  facts: TokensOfPool,
): { readonly given: readonly NamedAmount[]; readonly received: readonly NamedAmount[] } {
  if (row.kind === 'swap')
    return { given: [nameAmount(row.given, facts)], received: [nameAmount(row.received, facts)] }
  const tokens = row.amounts.map((amount) => nameAmount(amount, facts))
  const lp = [{ value: row.lpTokens, token: lpFacts(row.lp) }]
  return row.kind === 'join' ? { given: tokens, received: lp } : { given: lp, received: tokens }
}

function nameAmount({ of, token, amount }: TokenAmount, facts: TokensOfPool): NamedAmount {
  if (of !== 'other') return { value: amount, token: facts[`${of}Token`] }
  if (token === undefined) throw new TypeError('the other token of a trade has to be named')
  return { value: amount, token }
}

/** The token of a transfer or a stake. */
export function heldToken(
  { longToken, shortToken }: TokensOfPool,
  { side, lp }: Pick<TransferEntry, 'side' | 'lp'>,
): TokenFacts {
  if (lp !== undefined) return lpFacts(lp)
  return side === 'long' ? longToken : shortToken
}

/** LP tokens of Balancer all have 18 decimals. */
function lpFacts(address: TokenFacts['address']): TokenFacts {
  return { address, symbol: 'LP', decimals: WAD_DECIMALS }
}
