/** One token of a weighted pool, in whole tokens and dollars: double precision is enough for a bot. */
export interface PooledToken {
  /** In the pool. */
  readonly balance: number
  readonly weight: number
  /** What one is worth elsewhere. */
  readonly usd: number
  /** What the bot has of it. */
  readonly held: number
}

export interface PlannedSwap {
  readonly tokenIn: number
  readonly tokenOut: number
  /** Whole tokens. */
  readonly amountIn: number
}

/** The Vault takes at most 30% of a balance in one swap. */
const MAX_IN_RATIO = 0.29

/**
 * The swap that brings a weighted pool's most mispriced pair to where the rest is worth less than the swap fee.
 *
 * @param fee Swap fee as a fraction
 * @param threshold Mispricing beyond the fee from which it is worth a transaction, as a fraction
 * @returns Undefined when there is nothing to gain, or the bot has nothing to sell
 */
export function planArbitrage(
  tokens: readonly PooledToken[],
  fee: number,
  threshold: number,
): PlannedSwap | undefined {
  const values = tokens.map(({ balance, weight, usd }) => (balance * usd) / weight)
  if (values.length < 2 || values.some((value) => !(value > 0) || !Number.isFinite(value))) return
  const tokenIn = values.indexOf(Math.min(...values))
  const tokenOut = values.indexOf(Math.max(...values))
  const [given, taken] = [tokens[tokenIn], tokens[tokenOut]]
  const [least = 0, most = 0] = [values[tokenIn], values[tokenOut]]
  if (given === undefined || taken === undefined) return undefined
  const mispricing = (most / least) * (1 - fee)
  if (mispricing < 1 + threshold) return undefined
  // The pair's ratio falls by (1 + x) ^ (1 + wIn / wOut) when a share x of the balance is put in.
  const share = mispricing ** (1 / (1 + given.weight / taken.weight)) - 1
  const amountIn = Math.min(given.balance * Math.min(share, MAX_IN_RATIO), given.held)
  return amountIn > 0 ? { tokenIn, tokenOut, amountIn } : undefined
}
