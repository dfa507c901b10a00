import type { PriceProblem } from './priceProblem'
import type { PriceSeries } from './priceSeries'

/** What could be read of a price file, and what could not. */
export interface PriceCsv {
  readonly series: PriceSeries
  /** By line, the first hundred. */
  readonly problems: readonly PriceProblem[]
  /** Problems that are not listed. */
  readonly unlisted: number
}
