import { CommitType } from '../../protocol/commitType'
import type { Quad } from '../../protocol/quad'
import type { CommitmentAmounts } from '../../protocol/snapshot'
import { type IntervalTotals, recordedAmount } from './intervalTotals'
import { type BurnQueue, createBurnQueue, type PendingBurns } from './pendingBurns'
import type { IntervalPrices, PoolEvent, SideBalances } from './poolEvent'

/** One thing that happened to a pool's balances, in chain order. Settlement units. */
export type BalanceStep =
  | AnchorStep
  | {
      readonly kind: 'rebalance'
      readonly longBalanceChange: bigint
      readonly shortBalanceChange: bigint
    }
  | ExecutedStep
  /** The minting fee as a commit found it. */
  | { readonly kind: 'fee'; readonly mintingFee: Quad }
  /** An upkeep moved the minting fee. Queued burns at that time, undefined when not all are known. */
  | { readonly kind: 'feeChange'; readonly pending: PendingBurns | undefined }
  | { readonly kind: 'reward'; readonly rewardWei: bigint; readonly event: PoolEvent }
  /** The end of an upkeep, numbered in chain order. */
  | { readonly kind: 'upkeepEnd'; readonly upkeep: number }
  /** Something whose other half is missing. */
  | { readonly kind: 'unknown' }

/** The pool said what the balances are, after it had credited fees to them. */
export interface AnchorStep {
  readonly kind: 'anchor'
  readonly balances: SideBalances
  /**
   * The fees. A mint's are known; what an aggregation credits, burning fees and flips' minting fees of one user's
   * older commits, is not.
   */
  readonly credited: SideBalances | undefined
}

export interface ExecutedStep {
  readonly kind: 'executed'
  /** Undefined when not all commits of the interval are known. */
  readonly totals: CommitmentAmounts | undefined
  readonly prices: IntervalPrices | undefined
  readonly burningFee: Quad
  readonly event: PoolEvent
}

export const NO_BALANCES: SideBalances = { longBalance: 0n, shortBalance: 0n }

/** A mint says its balances right before itself; what else says balances is an aggregation. */
function creditedBy(event: PoolEvent, next: PoolEvent | undefined): SideBalances | undefined {
  if (next?.kind !== 'commit' || next.transactionHash !== event.transactionHash) return undefined
  const feeWei = next.amount - recordedAmount(next)
  switch (next.commitType) {
    case CommitType.LongMint:
      return { longBalance: feeWei, shortBalance: 0n }
    case CommitType.ShortMint:
      return { longBalance: 0n, shortBalance: feeWei }
    default:
      return undefined
  }
}

/** What the steps depend on of the events before them. */
export interface StepContext {
  readonly burns: BurnQueue
  readonly lastExecutedId: bigint
}

/**
 * What happened to the balances.
 *
 * @param events Of one pool, in chain order, without a gap
 * @param earlier What whole transactions before them left
 * @returns The steps, and what is left for the events that follow
 */
export function toBalanceSteps(
  events: readonly PoolEvent[],
  { totalsOf }: IntervalTotals,
  earlier?: StepContext,
): { readonly steps: BalanceStep[]; readonly context: StepContext } {
  const steps: BalanceStep[] = []
  const burns = earlier?.burns.copy() ?? createBurnQueue()
  let lastExecutedId = earlier?.lastExecutedId ?? 0n
  let transaction: string | undefined
  /** Pool events seen for which the keeper has not yet said that the upkeep is done. */
  let isOpen = false
  let upkeeps = 0
  let isUnpaid = false
  const endUpkeep = () => {
    if (isUnpaid) steps.push({ kind: 'upkeepEnd', upkeep: upkeeps - 1 })
    isUnpaid = false
  }

  for (const [index, event] of events.entries()) {
    if (event.transactionHash !== transaction) {
      endUpkeep()
      // Another keeper contract did it: what that one was paid is not known.
      if (isOpen) steps.push({ kind: 'unknown' })
      isOpen = false
      transaction = event.transactionHash
    }
    if (event.kind !== 'keeperPayment') endUpkeep()
    switch (event.kind) {
      case 'initialized':
        steps.push({ kind: 'anchor', balances: NO_BALANCES, credited: NO_BALANCES })
        break
      case 'balances':
        steps.push({
          kind: 'anchor',
          balances: event,
          credited: creditedBy(event, events[index + 1]),
        })
        break
      case 'rebalance':
        steps.push(event)
        isOpen = true
        break
      case 'executed': {
        const { updateIntervalId, prices, burningFee } = event
        const totals = totalsOf(updateIntervalId)
        steps.push({ kind: 'executed', totals, prices, burningFee, event })
        burns.execute(updateIntervalId)
        lastExecutedId = updateIntervalId
        isOpen = true
        break
      }
      case 'commit':
        steps.push({ kind: 'fee', mintingFee: event.mintingFee })
        burns.commit(event)
        break
      case 'upkeep': {
        const isWhole = totalsOf(lastExecutedId + 1n) !== undefined
        steps.push({ kind: 'feeChange', pending: isWhole ? burns.pending() : undefined })
        isOpen = false
        isUnpaid = true
        upkeeps++
        break
      }
      case 'keeperPayment':
        if (event.isPaid) steps.push({ kind: 'reward', rewardWei: event.rewardWei, event })
        endUpkeep()
        break
    }
  }
  endUpkeep()
  if (isOpen) steps.push({ kind: 'unknown' })
  return { steps, context: { burns, lastExecutedId } }
}
