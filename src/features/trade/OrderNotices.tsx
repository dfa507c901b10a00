import { OutlookError } from '../../analytics/outlook'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { Notice } from '../../ui/Notice'
import { tradeContent } from './content'
import { OrderWarnings } from './OrderWarnings'
import type { LiveOrder } from './useOrder'

const content = tradeContent.notices

/** What keeps an order from being sent or projected, each of it; of what is only good to know, the gravest. */
export function OrderNotices({
  pool: { snapshot },
  order: { outlook },
  isForeign,
  unprojected,
  isQueueFull,
  warnings,
}: {
  pool: PoolAtBlock
  order: LiveOrder
  /** The account is only looked at. */
  isForeign: boolean
  /** Why an order without a projection is not sent. @see unprojectedProblem */
  unprojected: string | undefined
  isQueueFull: boolean
  warnings: readonly string[]
}) {
  const isPaused = snapshot.paused || snapshot.committerPaused
  return (
    <>
      {isForeign && <Notice tone="warn">{content.watching}</Notice>}
      {isPaused && (
        <Notice tone="warn">{snapshot.paused ? content.paused : content.claimsPaused}</Notice>
      )}
      {!isPaused && outlook instanceof OutlookError && (
        <Notice tone="warn">
          {[
            tradeContent.summary.noProjection(outlook.message),
            outlook.isOutOfReach ? tradeContent.summary.timeStillApplies : unprojected,
          ]
            .filter((text) => text !== undefined)
            .join(' ')}
        </Notice>
      )}
      {isQueueFull && <Notice tone="warn">{content.queueFull}</Notice>}
      <OrderWarnings texts={warnings} />
    </>
  )
}
