import { useDeferredValue } from 'react'
import { tradeContent } from './content'
import { LazyDetails } from './LazyDetails'
import { NowOrLater } from './NowOrLater'
import { OrderEffects } from './OrderEffects'
import { OutcomeLadder } from './OutcomeLadder'
import type { OrderProps } from './useOrder'

const content = tradeContent.details

/** More about an order, each one click away. */
export function OrderDetails({ pool, order, autoClaimWei }: OrderProps) {
  // What is one click away may come a frame later: typing does not wait for it.
  const later = useDeferredValue(order)
  const { action } = order.form
  return (
    <div className="border-b border-line">
      <LazyDetails title={content.effects}>
        {() => <OrderEffects pool={pool} order={later} autoClaimWei={autoClaimWei} />}
      </LazyDetails>
      <LazyDetails
        // A straddle is its payoff.
        key={action === 'straddle' ? 'straddle' : 'plain'}
        title={content.ladder}
        initiallyOpen={action === 'straddle'}
      >
        {() => <OutcomeLadder pool={pool} order={later} />}
      </LazyDetails>
      <LazyDetails title={content.nowOrLater}>
        {() => <NowOrLater pool={pool} order={later} />}
      </LazyDetails>
    </div>
  )
}
