import { useMemo, useState } from 'react'
import { executionWait } from '../../../analytics/executionTime'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'
import { useSnapshot } from '../../../data/SnapshotProvider'
import { shortTokenName } from '../../../data/shortTokenName'
import { useChainNowSec } from '../../../data/useNow'
import { Notice } from '../../../ui/Notice'
import type { LiveOrder } from '../useOrder'
import { swapContent as content } from './content'
import { describeBriefVerdict } from './describeSwap'
import { SwapComparison } from './SwapComparison'
import { SwapForm } from './SwapForm'
import { SwapPlaceholder } from './SwapPlaceholder'
import { type SwapAction, swapActionOf } from './swapAction'
import { useSwapComparison } from './useSwapComparison'
import { useSwapMarket } from './useSwapMarket'
import { type SwapQuoteState, useSwapQuote } from './useSwapQuote'

interface SwapNowProps {
  pool: PoolAtBlock
  order: LiveOrder
  isForeign: boolean
  isBlocked: boolean
}

/** The same amount swapped now against queued: which gives more, and one click away the rest. Nothing where no known pool has the market's token. */
export function SwapNow(props: SwapNowProps) {
  const { form } = props.order
  const swap = useMemo(() => swapActionOf(form), [form])
  return swap === undefined ? null : <Section {...props} swap={swap} />
}

function Section({ swap, ...props }: SwapNowProps & { swap: SwapAction }) {
  const { pool, order } = props
  const [isOpen, setOpen] = useState(false)
  const amountIn = order.amount.ok ? order.amount.value : undefined
  // The closed section has the verdict, too: for that, the pools are read with each block as soon as there is an amount.
  const market = useSwapMarket(pool, swap, isOpen || amountIn !== undefined)
  const asked = useSwapQuote(market, amountIn)
  const live = useSwapComparison(pool, order, swap, market, asked.quote)
  const nowSec = useChainNowSec(useSnapshot().snapshot) ?? Number(pool.snapshot.timestampSec)
  const waitsFor = executionWait(pool.snapshot, nowSec)
  if (market.state === 'none') return null
  if (market.state === 'loading') return <SwapPlaceholder />
  return (
    <details
      className="rounded border border-line"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="px-3 py-1.5 text-muted hover:text-ink max-sm:py-2">
        {content.title}
        <span className="tabular block text-xs">
          {live !== undefined
            ? describeBriefVerdict(live.compared, shortTokenName(pool, market.tokenOut), waitsFor)
            : asked.state === 'failed' || asked.state === 'rejected'
              ? content.brief.noQuote
              : content.closed}
        </span>
      </summary>
      {isOpen && (
        <div className="space-y-3 px-3 pt-1 pb-3">
          {market.state === 'unavailable' ? (
            <Notice tone="warn">{content.unavailable.pools}</Notice>
          ) : live === undefined ? (
            <NoQuote state={asked.state} />
          ) : (
            <>
              <SwapComparison pool={pool} swap={swap} market={market} live={live} />
              <SwapForm {...props} market={market} live={live} />
            </>
          )}
        </div>
      )}
    </details>
  )
}

function NoQuote({ state }: Pick<SwapQuoteState, 'state'>) {
  if (state === 'failed') return <Notice tone="warn">{content.unavailable.quote}</Notice>
  if (state === 'rejected') return <Notice tone="warn">{content.unavailable.tooLarge}</Notice>
  return <p className="text-muted">{state === 'none' ? content.enterAmount : content.loading}</p>
}
