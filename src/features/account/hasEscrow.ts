import type { PoolAccount } from '../../chain/poolAtBlock'

/** Whether an account has anything that it can claim. */
export function hasEscrow(account: Pick<PoolAccount, 'escrow'> | undefined): boolean {
  if (account === undefined) return false
  const { longTokens, shortTokens, settlementTokens } = account.escrow
  return longTokens + shortTokens + settlementTokens > 0n
}
