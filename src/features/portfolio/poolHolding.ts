import type { Holding } from '../../analytics/holding'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { OutsideHolding } from '../../data/outsideOf'

/** A pool in which the account has something. */
export interface PoolHolding {
  readonly pool: PoolAtBlock
  readonly holding: Holding
  /** In farms and in Balancer's pools; undefined for nothing. */
  readonly outside: OutsideHolding | undefined
}
