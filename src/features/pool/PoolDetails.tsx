import type { ReactNode } from 'react'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useLiveHistory } from '../../data/PoolHistoryProvider'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { Contracts } from './Contracts'
import { poolContent } from './content'
import { HistoryCard } from './history/HistoryCard'
import { PastUpkeeps } from './history/PastUpkeeps'
import { NextRebalance } from './NextRebalance'
import { Parameters } from './Parameters'
import { PoolQueue } from './PoolQueue'
import { PoolTabs } from './PoolTabs'
import { Sides } from './Sides'

/**
 * The picture of a pool: its past and its next rebalance, and behind tabs what it is and holds in full.
 *
 * @param children What there is of the account, right below the chart
 */
export function PoolDetails({ pool, children }: { pool: PoolAtBlock; children: ReactNode }) {
  const live = useLiveHistory()
  return (
    <div className="space-y-4">
      <SectionBoundary what={poolContent.sections.history}>
        <HistoryCard pool={pool} live={live} />
      </SectionBoundary>
      {children}
      <SectionBoundary what={poolContent.sections.nextRebalance}>
        <NextRebalance pool={pool} />
      </SectionBoundary>
      <PoolTabs>
        {(tab) => {
          switch (tab) {
            case 'sides':
              return <Sides pool={pool} />
            case 'queue':
              return <PoolQueue pool={pool} />
            case 'history':
              return (
                <PastUpkeeps
                  facts={pool.facts}
                  history={live.history}
                  nowSec={Number(pool.snapshot.timestampSec)}
                />
              )
            case 'parameters':
              return <Parameters pool={pool} />
            case 'contracts':
              return <Contracts pool={pool} />
          }
        }}
      </PoolTabs>
    </div>
  )
}
