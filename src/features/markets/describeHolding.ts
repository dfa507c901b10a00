import type { PoolAccount } from '../../chain/poolAtBlock'
import { marketsContent as content } from './content'

type Holding = Pick<PoolAccount, 'longBalance' | 'shortBalance' | 'escrow' | 'user'>

/**
 * What an account has in a market, in two words: something to claim before tokens, and tokens before commits that wait.
 *
 * @returns Undefined where it has nothing
 */
export function describeHolding(account: Holding | undefined): string | undefined {
  if (account === undefined) return undefined
  const { longBalance, shortBalance, escrow, user } = account
  if (escrow.longTokens + escrow.shortTokens + escrow.settlementTokens > 0n)
    return content.claimable
  if (longBalance + shortBalance > 0n) return content.hold
  return user.userCommitments.length > 0 ? content.queued : undefined
}
