/** One token of a pool: its weight, a fraction, and by how much its price has changed, as a ratio to the price before. */
export interface DivergedToken {
  readonly weight: number
  readonly priceRatio: number
}

/**
 * What prices that move apart do to liquidity: the value of a weighted pool beside that of the same tokens held, without swap
 * fees. 0 for no difference, −0.01 for 1% less.
 *
 * @param tokens Weights add up to 1
 * @returns −1 where a token has become worthless, as a weighted pool then gives away all others
 */
export function computeDivergence(tokens: readonly DivergedToken[]): number {
  const pool = tokens.reduce((value, { weight, priceRatio }) => value * priceRatio ** weight, 1)
  const held = tokens.reduce((value, { weight, priceRatio }) => value + weight * priceRatio, 0)
  return held === 0 ? -1 : pool / held - 1
}
