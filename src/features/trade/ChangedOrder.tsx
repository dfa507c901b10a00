import { executionTime } from '../../analytics/executionTime'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useChainNowSec } from '../../data/useNow'
import { ChangedFigures } from '../../ui/ChangedFigures'
import { describeEarliest } from '../../ui/describeEarliest'
import { tradeContent } from './content'
import type { useAgreedFigures } from './useAgreedFigures'
import { type LiveOrder, orderFigures } from './useOrder'

/** What is no longer as the person has seen it, before they send. */
export function ChangedOrder({
  pool,
  order,
  agreed: { change, seen, offered },
}: {
  pool: PoolAtBlock
  order: LiveOrder
  agreed: Pick<ReturnType<typeof useAgreedFigures>, 'change' | 'seen' | 'offered'>
}) {
  const nowSec = useChainNowSec(useSnapshot().snapshot) ?? Number(pool.snapshot.timestampSec)
  // What is shown is what the button agrees to.
  const figures = offered ?? orderFigures(pool, order)
  if (change === undefined || seen === undefined || figures === undefined) return null
  return (
    <ChangedFigures
      change={change}
      says={tradeContent.notices.nothingSent}
      before={seen}
      now={figures}
      waitsFor={describeEarliest(
        executionTime(pool.snapshot, Number(figures.executesAtSec), nowSec),
        nowSec,
      )}
      paid={order.choice.paid}
      tokens={pool.facts}
    />
  )
}
