import type { PoolFacts } from '../../chain/poolRegistry'
import type { Balance } from '../../protocol/snapshot'
import { Amount } from '../../ui/Amount'

/** What an order brings, in the tokens it brings. */
export function Gets({ adds, facts }: { adds: Balance; facts: PoolFacts }) {
  // The tokens' own symbols are the pool's whole name: too long here, and the side says it all.
  const parts = [
    { value: adds.longTokens, token: { ...facts.longToken, symbol: 'long' } },
    { value: adds.shortTokens, token: { ...facts.shortToken, symbol: 'short' } },
    { value: adds.settlementTokens, token: facts.settlementToken },
  ].filter(({ value }) => value !== 0n)
  if (parts.length === 0) return <>nothing</>
  return parts.map(({ value, token }, index) => (
    <span key={token.symbol}>
      {index > 0 && ' + '}
      <Amount value={value} token={token} />
    </span>
  ))
}
