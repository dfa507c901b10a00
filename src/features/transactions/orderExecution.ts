import type { AccountLog } from '../../chain/commits/accountLog'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { Flow } from '../../flows/flow'
import type { CommitIntent } from '../../flows/kinds/commit'
import { commitsOf } from './orderWait'

/** What the chain says of an order that was sent: its rebalance has been, and what it brought may still wait in escrow. */
export interface OrderExecution {
  readonly isClaimable: boolean
}

/**
 * Whether an order has been executed, by the interval that each of its commits went into.
 *
 * @param log The events of the order's account
 * @param pool The order's pool, with that account's position
 * @returns Undefined while it waits, and where that is not known
 */
export function orderExecution(
  order: Pick<Flow, 'steps'> & { readonly intent: CommitIntent },
  log: Pick<AccountLog, 'commits' | 'claims'>,
  { facts, snapshot, account }: Pick<PoolAtBlock, 'facts' | 'snapshot' | 'account'>,
): OrderExecution | undefined {
  const commits = commitsOf(order, log)
  if (commits.length < order.intent.legs.length) return undefined
  if (commits.some(({ updateIntervalId }) => updateIntervalId >= snapshot.updateIntervalId))
    return undefined
  const last = commits.at(-1)
  const isClaimed = log.claims.some(
    ({ pool, blockNumber }) => pool === facts.address && blockNumber > (last?.blockNumber ?? 0n),
  )
  const hasEscrow = Object.values(account?.escrow ?? {}).some((amount) => amount > 0n)
  return { isClaimable: hasEscrow && !isClaimed }
}
