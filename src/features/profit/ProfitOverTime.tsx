import { Suspense, useState } from 'react'
import { PART_NAMES, sumParts } from '../../analytics/profit/profitParts'
import type { PositionSplit } from '../../analytics/profit/splitPosition'
import type { TokenFacts } from '../../chain/poolFacts'
import { formatName } from '../../format/formatAddress'
import { formatClock } from '../../format/formatTime'
import { Amount } from '../../ui/Amount'
import { Button } from '../../ui/Button'
import { ChartSkeleton } from '../../ui/ChartSkeleton'
import { formatZone } from '../../ui/charts/formatZone'
import { lazySection } from '../../ui/lazySection'
import { ScrollArea } from '../../ui/ScrollArea'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { profitContent as content } from './content'

const ProfitChart = lazySection(() => import('./ProfitChart'))

/** What made the gain after each rebalance, as a stacked chart or as a table with every number. */
export function ProfitOverTime({
  split: { points, parts },
  token,
  nowSec,
}: {
  split: PositionSplit
  token: TokenFacts
  nowSec: number
}) {
  const [isTable, setIsTable] = useState(false)
  if (points.length < 2) return null
  const bare = { ...token, symbol: '' }
  const all = [...points, { timestampSec: BigInt(nowSec), parts }]
  return (
    <>
      <div className="mt-4 flex items-center justify-between gap-3">
        <h3 className="font-medium">{content.overTime}</h3>
        <Button look="quiet" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
          {isTable ? content.chart : content.table}
        </Button>
      </div>
      <div className="mt-1 h-56">
        {isTable ? (
          <ScrollArea label={content.overTime} className="h-full">
            <table className="w-full">
              <thead className="sticky top-0 z-2 bg-surface text-xs text-muted">
                <tr className="border-b border-line">
                  <th scope="col" className="py-1.5 text-left font-medium">
                    {content.rebalance(
                      formatZone(new Date(nowSec * 1_000)),
                      formatName(token.symbol),
                    )}
                  </th>
                  {PART_NAMES.map((name) => (
                    <th key={name} scope="col" className="py-1.5 pl-3 text-right font-medium">
                      {content.parts[name]}
                    </th>
                  ))}
                  <th scope="col" className="py-1.5 pl-3 text-right font-medium">
                    {content.sum}
                  </th>
                </tr>
              </thead>
              <tbody>
                {all.toReversed().map((point, index) => (
                  <tr key={point.timestampSec} className="border-b border-line">
                    <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap">
                      {index === 0 ? content.now : formatClock(Number(point.timestampSec), nowSec)}
                    </th>
                    {PART_NAMES.map((name) => (
                      <td key={name} className="py-1.5 pl-3 text-right">
                        <Amount value={point.parts[name]} token={bare} />
                      </td>
                    ))}
                    <td className="py-1.5 pl-3 text-right">
                      <Amount value={sumParts(point.parts)} token={bare} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollArea>
        ) : (
          <SectionBoundary what={content.sections.chart}>
            <Suspense fallback={<ChartSkeleton />}>
              <ProfitChart points={all} token={token} nowSec={nowSec} />
            </Suspense>
          </SectionBoundary>
        )}
      </div>
    </>
  )
}
