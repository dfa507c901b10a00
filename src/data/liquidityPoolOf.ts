import type { Hex } from 'viem'
import type { Flow } from '../flows/flow'

/** The id of the pool on Balancer that a flow adds liquidity to or removes it from; undefined for one that does neither. */
export function liquidityPoolOf({ intent }: Pick<Flow, 'intent'>): Hex | undefined {
  return intent.kind === 'joinPool' || intent.kind === 'exitPool' ? intent.poolId : undefined
}
