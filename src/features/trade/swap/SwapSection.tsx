import { Suspense } from 'react'
import { resolveBalancer } from '../../../chain/balancer/resolveBalancer'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'
import { useNetwork } from '../../../data/NetworkContext'
import { lazySection } from '../../../ui/lazySection'
import { SectionBoundary } from '../../../ui/SectionBoundary'
import type { LiveOrder } from '../useOrder'
import { swapContent } from './content'
import { SwapPlaceholder } from './SwapPlaceholder'
import { swapActionOf } from './swapAction'

const SwapNow = lazySection(async () => ({ default: (await import('./SwapNow')).SwapNow }))

/** A swap on Balancer beside the queue, for a mint or a burn; nothing on a chain without Balancer. A fault in it stays in it. */
export function SwapSection(props: {
  pool: PoolAtBlock
  order: LiveOrder
  /** The account is only looked at. */
  isForeign: boolean
  /** Something of this market is under way, or a word is missing that it needs. */
  isBlocked: boolean
}) {
  const hasBalancer = resolveBalancer(useNetwork()) !== undefined
  if (!hasBalancer || swapActionOf(props.order.form) === undefined) return null
  return (
    <SectionBoundary what={swapContent.what}>
      <Suspense fallback={<SwapPlaceholder />}>
        <SwapNow {...props} />
      </Suspense>
    </SectionBoundary>
  )
}
