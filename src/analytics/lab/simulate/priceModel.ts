/**
 * How the index moves. `annualDrift` is the growth of its expected price per year (continuous); 0 is an index that is
 * expected to stay where it is. Volatilities are standard deviations of log returns per year, 1 = 100%.
 */
export type PriceModel =
  | { readonly kind: 'lognormal'; readonly annualDrift: number; readonly annualVolatility: number }
  | {
      /** Merton's: jumps arrive at random beside the lognormal moves; the size of each is lognormal. */
      readonly kind: 'jumps'
      readonly annualDrift: number
      readonly annualVolatility: number
      readonly jumpsPerYear: number
      /** Mean and standard deviation of a jump's log return. */
      readonly jumpMean: number
      readonly jumpDeviation: number
    }
  | {
      /** Blocks of past log returns in a random order, so that calm and wild times stay together. */
      readonly kind: 'bootstrap'
      /** One for each step, as long as the time between two upkeeps. */
      readonly logReturns: Float64Array
      /** Steps in a row that are taken at a time. */
      readonly blockLength: number
      /** Moves all returns by the same amount to reach this drift; without it they are taken as they are. */
      readonly annualDrift?: number
    }

/** Seconds of a year in the contracts' calendar: 365.2425 days. */
export const SECONDS_PER_YEAR = 31_556_952
