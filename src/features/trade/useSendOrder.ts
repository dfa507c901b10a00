import { useCallback, useEffect, useRef } from 'react'
import type { Address } from 'viem'
import { figuresChange, type OrderFigures } from '../../analytics/orderFigures'
import { OutlookError } from '../../analytics/outlook'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useFlowActions } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useFreshSnapshot } from '../../data/useFreshSnapshot'
import { consentProblem } from '../../flows/orderConsent'
import { figuresNow } from '../../flows/orderProjection'
import { commitIntent, isApprovalNeeded, type OrderTerms } from './commitIntent'
import { tradeContent } from './content'
import type { useAgreedFigures } from './useAgreedFigures'
import type { LiveOrder } from './useOrder'

/**
 * Sends an order, unless the chain turns out to have moved on from the figures that the person has seen: then the page
 * shows the new ones, and nothing is sent. Nor is it where the chain cannot be asked, or where the person has changed the
 * order or left it meanwhile.
 *
 * @param orderKey Another one for each order
 * @param agreed What the person has seen, and what asks them about other figures
 * @returns Of the sender, and of the figures that they have just agreed to, where they were asked: why nothing was started, where
 *   the page does not show it already
 */
export function useSendOrder(
  pool: PoolAtBlock,
  order: LiveOrder,
  orderKey: string,
  { seen, ask }: Pick<ReturnType<typeof useAgreedFigures>, 'seen' | 'ask'>,
  terms: Omit<OrderTerms, 'block'>,
): (account: Address, agreedTo?: OrderFigures) => Promise<string | undefined> {
  const { start } = useFlowActions()
  const readFresh = useFreshSnapshot()
  const block = useSnapshot().snapshot?.block.number ?? 0n
  const key = `${pool.facts.address} ${terms.approval} ${orderKey}`
  const shownKey = useRef<string>(undefined)
  useEffect(() => {
    shownKey.current = key
    return () => {
      shownKey.current = undefined
    }
  }, [key])
  return useCallback(
    async (account, agreedTo = seen) => {
      const fresh = await readFresh()
      const freshPool = fresh?.pools.find(({ facts }) => facts.address === pool.facts.address)
      if (shownKey.current !== key) return tradeContent.submit.changed
      if (freshPool === undefined) return tradeContent.submit.noAnswer(block)
      // What is shown counts like what the chain says: the intent is made from it.
      const hasChanged = (agreed: OrderFigures) =>
        [freshPool, pool].some((each) => hasMovedOn(each, order, agreed))
      if (agreedTo !== undefined && hasChanged(agreedTo)) {
        ask(agreedTo)
        return undefined
      }
      const intent = commitIntent(pool, order, { ...terms, block })
      const unagreed = consentProblem(intent, account, freshPool)
      if (unagreed !== undefined) return unagreed.message
      start(account, intent, isApprovalNeeded(freshPool, order.legs))
      return undefined
    },
    [readFresh, pool, order, key, seen, ask, terms, block, start],
  )
}

function hasMovedOn(fresh: PoolAtBlock, { legs, slot }: LiveOrder, seen: OrderFigures): boolean {
  try {
    return figuresChange(seen, figuresNow(fresh, legs, slot.updateIntervalId)) !== undefined
  } catch (error) {
    // There were figures, and there are none now.
    if (error instanceof OutlookError) return true
    throw error
  }
}
