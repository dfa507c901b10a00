import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { type CommitIntent, type CommitLeg, pulledFromWallet } from '../../flows/kinds/commit'
import { projectionOf } from '../../flows/orderProjection'
import { orderTitle } from './describeOrder'
import { type LiveOrder, orderFigures } from './useOrder'

/** What is decided besides the order itself. */
export interface OrderTerms {
  readonly approval: CommitIntent['approval']
  readonly autoClaimWei: bigint
  /** What was agreed to of an unverified market. @see consentKey */
  readonly consent?: string | undefined
  /** The block that the figures on the screen are from. */
  readonly block: bigint
}

/** The order as it is handed over for sending, with what the ticket has said of it. */
export function commitIntent(
  { facts, snapshot }: PoolAtBlock,
  order: LiveOrder,
  { approval, autoClaimWei, consent, block }: OrderTerms,
): CommitIntent {
  const { amount, legs } = order
  const figures = orderFigures({ snapshot }, order)
  return {
    kind: 'commit',
    title: orderTitle(facts, order, amount.ok ? amount.value : 0n),
    pool: facts.address,
    committer: facts.committer,
    settlementToken: facts.settlementToken.address,
    legs,
    approval,
    autoClaimWei,
    projection: figures && projectionOf({ snapshot }, { projection: undefined }, figures, 0, block),
    ...(consent === undefined ? {} : { consent }),
  }
}

/** Whether the pool may not take yet what the mints take from the wallet. */
export function isApprovalNeeded({ account }: PoolAtBlock, legs: readonly CommitLeg[]): boolean {
  return account !== undefined && account.settlementAllowance < pulledFromWallet({ legs })
}
