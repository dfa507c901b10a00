import { Suspense, useMemo, useState } from 'react'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'
import type { LivePoolHistory } from '../../../data/usePoolHistory'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { ChartSkeleton } from '../../../ui/ChartSkeleton'
import { formatZone } from '../../../ui/charts/formatZone'
import { lazySection } from '../../../ui/lazySection'
import { SectionBoundary } from '../../../ui/SectionBoundary'
import { Segmented } from '../../../ui/Segmented'
import { Tooltip } from '../../../ui/Tooltip'
import { useMediaQuery } from '../../../ui/useMediaQuery'
import { WhenVisible } from '../../../ui/WhenVisible'
import { poolContent } from '../content'
import { CsvButton } from './CsvButton'
import { HistoryStatus } from './HistoryStatus'
import { HistoryTable } from './HistoryTable'
import { pastPoints } from './historyPoints'
import { isReadSince, isYoungerThan } from './historyReach'
import { assumptionOf, outlookCaption } from './outlookTexts'
import { computeProjection } from './projection'
import { chartsOf } from './series'
import { useConnectedPast } from './useConnectedPast'
import { useDrawnProjection } from './useDrawnProjection'

const HistoryChart = lazySection(() => import('./HistoryChart'))

const RANGES = [
  { value: '3600', label: '1 h' },
  { value: '21600', label: '6 h' },
  { value: '86400', label: '1 d' },
  { value: '604800', label: '7 d' },
  { value: 'all', label: 'All' },
] as const
/** More than a chart has pixels from left to right, but on the widest screens. */
const STEPS = 1_000
/** What is called now is no older. */
const LONGEST_STEP_SEC = 60
const content = poolContent.history
type Range = (typeof RANGES)[number]['value']

/** The pool's past, read from the chain's own events, and where it goes from here if the index stays. */
export function HistoryCard({ pool, live }: { pool: PoolAtBlock; live: LivePoolHistory }) {
  const { facts, snapshot } = pool
  const { history, loadMore } = live
  const charts = useMemo(() => chartsOf(facts), [facts])
  const [chartId, setChartId] = useState('index')
  const [range, setRange] = useState<Range>('21600')
  const [isTable, setIsTable] = useState(false)
  const isNarrow = useMediaQuery('(width < 40rem)')
  const nowSec = Number(snapshot.timestampSec)
  const reach = useConnectedPast(history)
  const projection = useMemo(() => computeProjection(snapshot), [snapshot])
  const spanSec = range === 'all' ? nowSec - (reach.oldestSec ?? nowSec) : Number(range)
  const drawn = useDrawnProjection(projection, Math.min(spanSec / STEPS, LONGEST_STEP_SEC))
  // One cut for all that the card tells of the past.
  const sinceSec = range === 'all' ? 0 : drawn.now.timeSec - Number(range)
  const past = useMemo(() => pastPoints(reach.upkeeps, sinceSec), [reach, sinceSec])
  const isWhole = isReadSince(history, reach, sinceSec)
  const chart = charts.find(({ id }) => id === chartId) ?? charts[0]
  if (chart === undefined) return null
  const choose = (next: Range) => {
    setRange(next)
    loadMore(next === 'all' ? 0n : BigInt(drawn.now.timeSec - Number(next)))
  }
  const caption = [
    chart.unit,
    content.zone(formatZone(new Date(nowSec * 1_000))),
    chart.lines.length > 1 ? content.lines : undefined,
    content.marks,
    outlookCaption(projection),
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
  const hasFuture = projection.catchUp !== undefined || projection.next.length > 0
  return (
    <Card
      title={content.title}
      aside={
        <div className="flex items-center max-sm:[&_button]:px-2 sm:gap-1">
          <Tooltip text={caption}>
            <button
              type="button"
              aria-label={content.aboutChart}
              className="grid size-10 place-items-center text-muted sm:hidden"
            >
              <span
                aria-hidden="true"
                className="grid size-4 place-items-center rounded-full border border-current text-[0.625rem] leading-none font-semibold"
              >
                ?
              </span>
            </button>
          </Tooltip>
          <CsvButton
            facts={facts}
            upkeeps={reach.upkeeps}
            sinceSec={sinceSec}
            isWhole={isWhole && history.status === 'idle'}
            isNamedWhole={isWhole}
          />
          <Button
            look="quiet"
            className="-mr-2 sm:-mr-3"
            aria-pressed={isTable}
            onClick={() => setIsTable(!isTable)}
          >
            {isTable ? content.chart : content.table}
          </Button>
        </div>
      }
    >
      <div className="flex flex-wrap justify-between gap-x-3 gap-y-2 max-sm:[&>fieldset]:w-full">
        <Segmented
          label={content.chartType}
          options={charts.map(({ id, title, brief }) => ({
            value: id,
            label: isNarrow ? brief : title,
            spokenLabel: title,
          }))}
          value={chartId}
          onChange={setChartId}
          isCompact={isNarrow}
        />
        <Segmented
          label={content.range}
          options={RANGES}
          value={range}
          onChange={choose}
          isCompact={isNarrow}
        />
      </div>
      <p className="mt-3 min-h-8 text-xs wrap-anywhere text-muted max-sm:hidden">{caption}</p>
      <div className={isTable ? 'mt-2 h-96' : 'mt-2 h-56 sm:h-80'}>
        {isTable ? (
          <HistoryTable
            chart={chart}
            past={past}
            projection={projection}
            assumption={assumptionOf(projection, pool.market.spotPriceWad, facts.quote)}
            isWhole={isWhole}
            nowSec={nowSec}
          />
        ) : past.length === 0 && !hasFuture && isWhole ? (
          <p className="grid h-full place-items-center text-muted">{content.none}</p>
        ) : past.length === 0 && (history.status === 'waiting' || history.status === 'failed') ? (
          // A projection alone would pass for the past. The line below says why there is none.
          <p className="grid h-full place-items-center text-muted">{content.notLoaded}</p>
        ) : (
          <WhenVisible fallback={<ChartSkeleton />}>
            <SectionBoundary what={poolContent.sections.chart}>
              <Suspense fallback={<ChartSkeleton />}>
                <HistoryChart
                  chart={chart}
                  past={past}
                  projection={drawn}
                  sinceSec={isYoungerThan(sinceSec, history, reach) ? 0 : sinceSec}
                  isWhole={isWhole}
                />
              </Suspense>
            </SectionBoundary>
          </WhenVisible>
        )}
      </div>
      <HistoryStatus
        history={history}
        reach={reach}
        past={past}
        isWhole={isWhole}
        isTable={isTable}
        isOfBalances={[...chart.lines, ...chart.readouts].some(
          ({ madeOf }) => madeOf === 'balances',
        )}
        nowSec={nowSec}
      />
    </Card>
  )
}
