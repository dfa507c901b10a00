import type { PoolAccount } from '../../chain/poolAtBlock'
import { marketsContent as content } from './content'

type Holding = Pick<PoolAccount, 'longBalance' | 'shortBalance' | 'escrow' | 'user'>

/**
 * What an account has in a market, in few words: something to claim before tokens, and tokens before commits that wait.
 *
 * @param outside The same of what it has in farms and in Balancer's pools
 * @returns Undefined where it has nothing
 */
export function describeHolding(
  account: Holding | undefined,
  outside?: string,
): string | undefined {
  const inside = account && describeInside(account)
  return inside !== undefined && outside !== undefined
    ? content.holdAnd(inside, outside)
    : (inside ?? outside)
}

function describeInside({ longBalance, shortBalance, escrow, user }: Holding): string | undefined {
  if (escrow.longTokens + escrow.shortTokens + escrow.settlementTokens > 0n)
    return content.claimable
  if (longBalance + shortBalance > 0n) return content.hold
  return user.userCommitments.length > 0 ? content.queued : undefined
}
