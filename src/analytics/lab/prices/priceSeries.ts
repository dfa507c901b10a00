/** Past prices in ascending order, each time once. */
export interface PriceSeries {
  /** Unix seconds. */
  readonly timesSec: readonly number[]
  /** Above zero. */
  readonly pricesWad: readonly bigint[]
}
