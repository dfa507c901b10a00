import type { Balance } from '../protocol/snapshot'
import { Amount } from './Amount'

interface Token {
  readonly symbol: string
  readonly decimals: number
}

/** The tokens of a pool, as far as amounts of them are shown. */
export interface PoolTokens {
  readonly longToken: Token
  readonly shortToken: Token
  readonly settlementToken: Token
}

/** What an order brings, in the tokens it brings. */
export function OrderProceeds({ adds, tokens }: { adds: Balance; tokens: PoolTokens }) {
  // The tokens' own symbols are the pool's whole name: too long here, and the side says it all.
  const parts = [
    { value: adds.longTokens, token: { ...tokens.longToken, symbol: 'long' } },
    { value: adds.shortTokens, token: { ...tokens.shortToken, symbol: 'short' } },
    { value: adds.settlementTokens, token: tokens.settlementToken },
  ].filter(({ value }) => value !== 0n)
  if (parts.length === 0) return <>nothing</>
  return parts.map(({ value, token }, index) => (
    <span key={token.symbol}>
      {index > 0 && ' + '}
      <Amount value={value} token={token} />
    </span>
  ))
}
