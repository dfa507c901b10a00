import type { TokenFacts } from '../chain/poolFacts'
import type { StakeValue } from './stakedToken'

/** An amount with the unit that it is shown in. */
export interface ShownAmount {
  /** Base units. */
  readonly value: bigint
  readonly token: Pick<TokenFacts, 'symbol' | 'decimals'>
}

/** What staked or LP tokens stand for, token by token: pool tokens by their side, since their own symbol is the market's name. */
export function valueParts({
  pool: { facts },
  tokens,
  unpriced,
}: StakeValue): readonly ShownAmount[] {
  return [
    { value: tokens.longTokens, token: { ...facts.longToken, symbol: 'long' } },
    { value: tokens.shortTokens, token: { ...facts.shortToken, symbol: 'short' } },
    { value: tokens.settlementTokens, token: facts.settlementToken },
    ...unpriced.map(({ amount, token }) => ({ value: amount, token })),
  ].filter(({ value }) => value > 0n)
}
