import { isAddressEqual } from 'viem'
import { worthOf } from '../analytics/holding'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import type { TokenFacts } from '../chain/poolFacts'

/** An amount of a token, base units. */
export interface TokenAmount {
  readonly token: TokenFacts
  readonly amount: bigint
}

/** What amounts come to in a market. */
export interface AmountsWorth {
  /** Settlement units at the snapshot's token prices, before fees. */
  readonly worth: bigint
  /** Tokens that the market has no price for. */
  readonly unpriced: readonly TokenAmount[]
}

/** What amounts of different tokens are worth in a market: its pool tokens and its settlement token have a price, others none. */
export function computeAmountsWorth(
  { facts, snapshot }: PoolAtBlock,
  parts: readonly TokenAmount[],
): AmountsWorth {
  const { longToken, shortToken, settlementToken } = facts
  const amountOf = ({ address }: TokenFacts) =>
    parts.find(({ token }) => isAddressEqual(token.address, address))?.amount ?? 0n
  const worth = worthOf(snapshot, {
    longTokens: amountOf(longToken),
    shortTokens: amountOf(shortToken),
    settlementTokens: amountOf(settlementToken),
  })
  const isPriced = ({ address }: TokenFacts) =>
    [longToken, shortToken, settlementToken].some((token) => isAddressEqual(token.address, address))
  return { worth, unpriced: parts.filter(({ token }) => !isPriced(token)) }
}
