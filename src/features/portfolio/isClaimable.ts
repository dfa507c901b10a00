import type { PoolHolding } from './poolHolding'

/** Whether the pool's escrow can be claimed now. */
export function isClaimable({ pool: { snapshot }, holding: { escrow } }: PoolHolding): boolean {
  if (snapshot.paused || snapshot.committerPaused) return false
  return escrow.longTokens + escrow.shortTokens + escrow.settlementTokens > 0n
}
