import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { ChangedFigures } from '../../ui/ChangedFigures'
import { tradeContent } from './content'
import type { useAgreedFigures } from './useAgreedFigures'
import { type LiveOrder, orderFigures } from './useOrder'

/** What is no longer as the person has seen it, before they send. */
export function ChangedOrder({
  pool,
  order,
  agreed: { change, seen },
}: {
  pool: PoolAtBlock
  order: LiveOrder
  agreed: Pick<ReturnType<typeof useAgreedFigures>, 'change' | 'seen'>
}) {
  const figures = orderFigures(pool, order)
  if (change === undefined || seen === undefined || figures === undefined) return null
  return (
    <ChangedFigures
      change={change}
      says={tradeContent.notices.nothingSent}
      before={seen}
      now={figures}
      paid={order.choice.paid}
      tokens={pool.facts}
    />
  )
}
