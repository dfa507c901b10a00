import { useMemo } from 'react'
import { type LegsOutlook, legsOutlook } from '../../analytics/legsOutlook'
import { figuresShown, type OrderFigures } from '../../analytics/orderFigures'
import { OutlookError } from '../../analytics/outlook'
import { type CommitSlot, commitSlot } from '../../analytics/poolFigures'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import type { CommitLeg } from '../../flows/kinds/commit'
import { earliestExecutionSec } from '../../protocol/updateInterval'
import type { OrderForm } from './orderForm'
import { type ParsedOrder, parseOrderForm } from './parseOrderForm'

/** An order with what would come of it. */
export interface LiveOrder extends ParsedOrder {
  readonly slot: CommitSlot
  /** Undefined without an amount. */
  readonly outlook: LegsOutlook | OutlookError | undefined
}

/** An order in its pool, as the parts of the preview show it. */
export interface OrderProps {
  readonly pool: PoolAtBlock
  readonly order: LiveOrder
  readonly autoClaimWei: bigint
}

/** What the form means right now: its commits, their interval, and their outcome at an unchanged index. */
export function useOrder(pool: PoolAtBlock, form: OrderForm): LiveOrder {
  const { snapshot } = pool
  const nowSec = useChainNowSec(useSnapshot().snapshot) ?? Number(snapshot.timestampSec)
  // The interval changes once in a while, the clock every second: only the former is worth computing again for.
  const { updateIntervalId } = commitSlot(snapshot, BigInt(nowSec))
  return useMemo(() => {
    const order = parseOrderForm(pool, form, updateIntervalId)
    const executesAtSec = earliestExecutionSec(pool.snapshot, updateIntervalId)
    return {
      ...order,
      slot: { updateIntervalId, executesAtSec },
      outlook: attemptOutlook(pool, order.legs, updateIntervalId),
    }
  }, [pool, form, updateIntervalId])
}

/** What would come of an order; undefined where that is not known. */
export function knownOutlook({ outlook }: Pick<LiveOrder, 'outlook'>): LegsOutlook | undefined {
  return outlook instanceof OutlookError ? undefined : outlook
}

/** What a person decides on when they send the order as it is shown; undefined where nothing is known of it. */
export function orderFigures(
  { snapshot }: Pick<PoolAtBlock, 'snapshot'>,
  { outlook, slot, legs }: Pick<LiveOrder, 'outlook' | 'slot' | 'legs'>,
): OrderFigures | undefined {
  return figuresShown(snapshot, outlook, slot, legs)
}

/** The outlook, or why there is none. */
export function attemptOutlook(
  { snapshot, account }: PoolAtBlock,
  legs: readonly CommitLeg[],
  intervalId: bigint,
): LegsOutlook | OutlookError | undefined {
  if (legs.length === 0) return undefined
  try {
    return legsOutlook(snapshot, account?.user, legs, intervalId)
  } catch (error) {
    if (error instanceof OutlookError) return error
    throw error
  }
}
