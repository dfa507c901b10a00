import type { PriceProblem } from './priceProblem'
import type { PriceSeries } from './priceSeries'

/** What could be read of a price file, and what could not. */
export interface PriceCsv {
  readonly series: PriceSeries
  /** By line, the first hundred. */
  readonly problems: readonly PriceProblem[]
  /** Problems that are not listed. */
  readonly unlisted: number
  /** Rows after the last one that is read: a file may have more than there is room for. */
  readonly unreadRows: number
}
