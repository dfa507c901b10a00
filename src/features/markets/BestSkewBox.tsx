import { Suspense } from 'react'
import { lazySection } from '../../ui/lazySection'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { Skeleton } from '../../ui/Skeleton'
import { marketsContent } from './content'
import type { MarketRow } from './marketRow'

const BestSkew = lazySection(() => import('./BestSkew'))

/** The place of the best skew: as high as its text at each width, so that the list below does not jump when it comes. */
export function BestSkewBox({ rows }: { rows: readonly MarketRow[] | undefined }) {
  const waiting = <Skeleton width="70%" />
  return (
    <div className="min-h-13.5 max-sm:w-full sm:min-h-4.5">
      {rows === undefined ? (
        waiting
      ) : (
        <SectionBoundary what={marketsContent.bestSkew}>
          <Suspense fallback={waiting}>
            <BestSkew rows={rows} />
          </Suspense>
        </SectionBoundary>
      )}
    </div>
  )
}
