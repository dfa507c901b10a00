/** One token of a pool, with what the account has of it. Base units. */
export interface BalancedToken {
  readonly balance: bigint
  readonly held: bigint
}

/**
 * Amounts in proportion to what is in a pool, cut to the unit.
 *
 * @param given Index of the token whose amount is given
 * @param amount Of that token, base units
 * @returns In the order of the tokens; undefined where the pool has none of that token
 */
export function toBalancedAmounts(
  tokens: readonly Pick<BalancedToken, 'balance'>[],
  given: number,
  amount: bigint,
): readonly bigint[] | undefined {
  const base = tokens[given]?.balance ?? 0n
  if (base === 0n) return undefined
  return tokens.map(({ balance }, index) => (index === given ? amount : (amount * balance) / base))
}

/** Index of the token that the account runs out of first when it adds in proportion; undefined where one is not in the pool. */
export function findScarcestToken(tokens: readonly BalancedToken[]): number | undefined {
  if (tokens.some(({ balance }) => balance === 0n)) return undefined
  let scarcest = 0
  for (const [index, { held, balance }] of tokens.entries()) {
    const least = tokens[scarcest]
    if (least !== undefined && held * least.balance < least.held * balance) scarcest = index
  }
  return scarcest
}
