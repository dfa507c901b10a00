import { useCallback } from 'react'
import type { Address } from 'viem'
import { OutlookError } from '../../analytics/outlook'
import { commitSlot } from '../../analytics/poolFigures'
import type { PoolAtBlock } from '../../chain/snapshot'
import { useFlowActions } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useFreshSnapshot } from '../../data/useFreshSnapshot'
import type { CommitIntent } from '../../flows/flow'
import { commitIntent, isApprovalNeeded } from './commitIntent'
import { type Figures, figuresChange, figuresOf } from './figures'
import { attemptOutlook, type LiveOrder } from './useOrder'

/**
 * Sends an order, unless the chain turns out to have moved on from the figures that the person has seen: then the page
 * shows the new ones, and nothing is sent.
 */
export function useSendOrder(
  pool: PoolAtBlock,
  order: LiveOrder,
  seen: Figures | undefined,
  terms: { readonly approval: CommitIntent['approval']; readonly autoClaimWei: bigint },
): (account: Address) => Promise<void> {
  const { start } = useFlowActions()
  const readFresh = useFreshSnapshot()
  const block = useSnapshot().snapshot?.block.number ?? 0n
  return useCallback(
    async (account) => {
      const fresh = await readFresh()
      const freshPool = fresh?.pools.find(({ facts }) => facts.address === pool.facts.address)
      if (seen !== undefined && freshPool !== undefined && hasMovedOn(freshPool, order, seen))
        return
      const intent = commitIntent(pool, order, { ...terms, block })
      start(account, intent, isApprovalNeeded(freshPool ?? pool, order.legs))
    },
    [readFresh, pool, order, seen, terms, block, start],
  )
}

function hasMovedOn(fresh: PoolAtBlock, { legs, slot }: LiveOrder, seen: Figures): boolean {
  const { snapshot } = fresh
  const current = commitSlot(snapshot, snapshot.timestampSec).updateIntervalId
  // The page's clock can be ahead of the last block, never of the next one.
  const intervalId = current > slot.updateIntervalId ? current : slot.updateIntervalId
  const outlook = attemptOutlook(fresh, legs, intervalId)
  if (outlook === undefined || outlook instanceof OutlookError) return false
  return figuresChange(seen, figuresOf(snapshot, outlook, legs)) !== undefined
}
