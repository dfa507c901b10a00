import { WAD } from '../../protocol/wad'

/** What of a weighted pool's token the worth of LP tokens depends on. */
export interface PooledPart {
  /** In the Vault, base units. */
  readonly balance: bigint
  /** Of 10^18; all of a pool's add up to it. */
  readonly weightWad: bigint
}

/**
 * LP tokens that amounts are worth at the pool's own prices, however large they are: `supply · Σ wᵢ · amountᵢ / balanceᵢ`, cut.
 * Amounts in proportion are worth exactly their share.
 *
 * @param amounts Base units, in the order of the tokens
 * @returns Undefined for an empty pool
 */
export function computeLpWorth(
  tokens: readonly PooledPart[],
  totalSupply: bigint,
  amounts: readonly bigint[],
): bigint | undefined {
  if (totalSupply === 0n || tokens.some(({ balance }) => balance === 0n)) return undefined
  return tokens.reduce((sum, { balance, weightWad }, index) => {
    return sum + (totalSupply * weightWad * (amounts[index] ?? 0n)) / (balance * WAD)
  }, 0n)
}

/**
 * What adding or removing liquidity loses against the pool's own prices, swap fees included: about nothing in proportion, more
 * the further from it and the larger the amount.
 *
 * @param paid LP tokens that were given, or that the amounts given are worth
 * @param received The same of what came back
 * @returns A wad; 0n where rounding alone is left, undefined where nothing was paid
 */
export function computeLiquidityImpact(paid: bigint, received: bigint): bigint | undefined {
  if (paid === 0n) return undefined
  return received >= paid ? 0n : ((paid - received) * WAD) / paid
}
