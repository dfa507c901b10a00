import type { Holding } from '../../analytics/holding'
import type { PoolAtBlock } from '../../chain/poolAtBlock'

/** A pool in which the account has something. */
export interface PoolHolding {
  readonly pool: PoolAtBlock
  readonly holding: Holding
}
