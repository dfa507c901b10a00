import { Suspense } from 'react'
import { resolveBalancer } from '../../chain/balancer/resolveBalancer'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useNetwork } from '../../data/NetworkContext'
import { lazySection } from '../../ui/lazySection'
import { LINK_ROOM } from './linkContent'

const LiquidityLink = lazySection(async () => ({
  default: (await import('./LiquidityLink')).LiquidityLink,
}))

/** The link to a market's liquidity, loaded on its own: the first load has no room for the names of its files. */
export function LiquidityLinkSection({ pool }: { pool: PoolAtBlock }) {
  const hasBalancer = resolveBalancer(useNetwork()) !== undefined
  if (!hasBalancer) return null
  return (
    <Suspense fallback={<p className={LINK_ROOM} />}>
      <LiquidityLink pool={pool} />
    </Suspense>
  )
}
