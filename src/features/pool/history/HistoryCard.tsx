import { lazy, Suspense, useMemo, useState } from 'react'
import type { PoolAtBlock } from '../../../chain/snapshot'
import type { LivePoolHistory } from '../../../data/usePoolHistory'
import { formatPercent } from '../../../format/formatRatio'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { ChartSkeleton } from '../../../ui/ChartSkeleton'
import { Segmented } from '../../../ui/Segmented'
import { WhenVisible } from '../../../ui/WhenVisible'
import { downloadCsv } from './downloadCsv'
import { HistoryTable } from './HistoryTable'
import { pastPoints, projectedPoints } from './historyPoints'
import { chartsOf } from './series'

const HistoryChart = lazy(() => import('./HistoryChart'))

const RANGES = [
  { value: '3600', label: '1 h' },
  { value: '21600', label: '6 h' },
  { value: '86400', label: '1 d' },
  { value: '604800', label: '7 d' },
  { value: 'all', label: 'All' },
] as const
type Range = (typeof RANGES)[number]['value']

/** The pool's past, read from the chain's own events, and where it goes from here if the index stays. */
export function HistoryCard({ pool, live }: { pool: PoolAtBlock; live: LivePoolHistory }) {
  const { facts, snapshot } = pool
  const { history, loadMore } = live
  const charts = useMemo(() => chartsOf(facts.settlementToken, facts.quote), [facts])
  const [chartId, setChartId] = useState('index')
  const [range, setRange] = useState<Range>('21600')
  const [isTable, setIsTable] = useState(false)
  const nowSec = Number(snapshot.timestampSec)
  const sinceSec = range === 'all' ? 0 : nowSec - Number(range)
  const past = useMemo(() => pastPoints(history.upkeeps, sinceSec), [history.upkeeps, sinceSec])
  const projected = useMemo(() => projectedPoints(pool), [pool])
  const chart = charts.find(({ id }) => id === chartId) ?? charts[0]
  if (chart === undefined) return null
  const choose = (next: Range) => {
    setRange(next)
    loadMore(next === 'all' ? 0n : BigInt(nowSec - Number(next)))
  }
  const isEstimate =
    (chart.id === 'size' || chart.id === 'skew') && past.some(({ isExact }) => !isExact)
  return (
    <Card
      title="History"
      aside={
        <div className="flex items-center gap-1">
          <Button look="quiet" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>
            {isTable ? 'Chart' : 'Table'}
          </Button>
          <Button
            look="quiet"
            disabled={past.length === 0}
            onClick={() => downloadCsv(facts, history.upkeeps, sinceSec)}
          >
            CSV
          </Button>
        </div>
      }
    >
      <div className="flex flex-wrap justify-between gap-3">
        <Segmented
          label="What is drawn"
          options={charts.map(({ id, title }) => ({ value: id, label: title }))}
          value={chartId}
          onChange={setChartId}
        />
        <Segmented label="Time range" options={RANGES} value={range} onChange={choose} />
      </div>
      <p className="mt-3 text-xs wrap-anywhere text-muted">
        {chart.unit}
        {chart.lines.length > 1 && ' · long drawn through, short dashed'} · dotted: the next
        rebalances if the index stays
      </p>
      <div className="mt-2 h-72">
        {isTable ? (
          <HistoryTable chart={chart} past={past} nowSec={nowSec} />
        ) : past.length === 0 &&
          history.status === 'idle' &&
          history.coveredToBlock !== undefined ? (
          <p className="grid h-full place-items-center text-muted">No rebalance in this time.</p>
        ) : (
          <WhenVisible fallback={<ChartSkeleton />}>
            <Suspense fallback={<ChartSkeleton />}>
              <HistoryChart chart={chart} past={past} projected={projected} nowSec={nowSec} />
            </Suspense>
          </WhenVisible>
        )}
      </div>
      <p className="mt-2 min-h-4 text-xs text-muted" role="status">
        {history.status === 'failed'
          ? `The history cannot be read: ${history.error?.message ?? 'no reason given'}.`
          : history.status === 'idle' && history.coveredToBlock !== undefined
            ? `${past.length} ${past.length === 1 ? 'rebalance' : 'rebalances'}.`
            : `Reading the chain’s events, ${formatPercent(BigInt(Math.floor(history.progress * 1e6)) * 10n ** 12n, 0)}${history.status === 'waiting' ? ' (the RPC asks for patience)' : ''}.`}
        {isEstimate && ' Some balances are reconstructed from events and are estimates.'}
      </p>
    </Card>
  )
}
