import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { computeEach } from '../../analytics/computeEach'
import { currentBrand } from '../../brand/currentBrand'
import { isVerified } from '../../chain/poolAtBlock'
import { useFlows } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useDollars } from '../../data/useDollars'
import { DataUnavailable } from '../../ui/DataUnavailable'
import { lazySection } from '../../ui/lazySection'
import { Notice } from '../../ui/Notice'
import { PoolIntro } from '../../ui/PoolIntro'
import { SectionBoundary } from '../../ui/SectionBoundary'
import { UnreadMarkets } from '../../ui/UnreadMarkets'
import { BestSkewBox } from './BestSkewBox'
import { useColumns } from './columns'
import { marketsContent as content } from './content'
import { countListed, useListedGroups } from './listedGroups'
import { MarketFilters } from './MarketFilters'
import { MarketsTable } from './MarketsTable'
import type { MarketEngine } from './marketFigures'
import { arrangeMarkets, countHidden, isShown } from './marketList'
import { madeMarkets, toMarketRow } from './marketRow'
import { OutsideMarks } from './outsideMarks'
import { useFilterOptions } from './useFilterOptions'
import { useMarketView } from './useMarketView'

const { welcome } = currentBrand.words
const MarketCards = lazySection(() => import('./MarketCards'))
const MoreMarkets = lazySection(() => import('./MoreMarkets'))

/** All pools of the factories, one row each. */
export function MarketsPage({ children }: { children?: ReactNode }) {
  const { snapshot, account, unreadPools, failures, failureReason } = useSnapshot()
  const columns = useColumns()
  const engine = useMarketEngine()
  const flows = useFlows()
  const dollarsOf = useDollars()
  const [marks, setMarks] = useState<ReadonlyMap<string, string>>(new Map())
  const rows = useMemo(() => {
    if (snapshot === undefined) return undefined
    const made = madeMarkets(flows, snapshot.account)
    return computeEach(snapshot.pools, (pool) =>
      toMarketRow(pool, engine, made, marks.has(pool.facts.address), dollarsOf),
    )
  }, [snapshot, engine, flows, marks, dollarsOf])
  const [view, changeView] = useMarketView()
  const groups = useMemo(
    () => rows && arrangeMarkets(rows, view, currentBrand.featuredMarkets, engine?.compareSizes),
    [rows, view, engine],
  )
  const listed = useListedGroups(groups)
  const [namesakes, setNamesakes] = useState<ReadonlySet<string>>()
  // Strangers’ tokens can be called anything: only what can be shown is to choose from.
  const options = useFilterOptions(rows?.filter((row) => isShown(row, view)))
  const unread = useMemo(() => {
    const computed = new Set(rows?.map(({ facts }) => facts.address))
    const failed = (snapshot?.pools ?? []).filter(({ facts }) => !computed.has(facts.address))
    return [
      ...unreadPools,
      ...failed.map((pool) => ({ address: pool.facts.address, isUnverified: !isVerified(pool) })),
    ]
  }, [rows, snapshot, unreadPools])

  return (
    <OutsideMarks value={marks}>
      <title>{`${content.title} · ${currentBrand.name}`}</title>
      <h1 className="text-xl font-semibold">{content.title}</h1>
      <PoolIntro />
      {welcome !== undefined && <p className="mt-1 max-w-prose">{welcome}</p>}
      <div className="mt-4 space-y-3">
        {snapshot === undefined && failures > 1 && <DataUnavailable reason={failureReason} />}
        <UnreadMarkets pools={unread} text={content.unread} />
        <MarketFilters
          options={options}
          view={view}
          isConnected={account !== undefined}
          isFolded={columns === undefined}
          onChange={changeView}
        />
        <div className="flex flex-wrap justify-between gap-x-6 gap-y-1 text-xs text-muted">
          <p role="status" className="tabular min-h-4.5">
            {listed && content.count(countListed(listed))}
            {listed && view.sort === 'size' && engine && ` · ${engine.hints.size}`}
          </p>
          {currentBrand.features.bestSkew && <BestSkewBox rows={engine && rows} />}
        </div>
        {rows?.length === 0 && unread.length === 0 ? (
          <Notice>{content.empty}</Notice>
        ) : rows !== undefined && listed?.length === 0 ? (
          <Notice>
            {view.showUnverified ? content.noMatch : content.noVerifiedMatch}{' '}
            <Link to="/" className="underline underline-offset-4">
              {content.clear}
            </Link>
          </Notice>
        ) : columns !== undefined ? (
          <MarketsTable
            columns={columns}
            groups={listed}
            namesakes={namesakes}
            engine={engine}
            view={view}
            onSort={changeView}
          />
        ) : (
          <SectionBoundary what={content.list}>
            {/* As long as the window: what stands below is not to be seen, and then pushed out of sight. */}
            <Suspense fallback={<div aria-busy="true" className="h-dvh" />}>
              <MarketCards groups={listed} namesakes={namesakes} engine={engine} />
            </Suspense>
          </SectionBoundary>
        )}
        <SectionBoundary what={content.list}>
          <Suspense>
            <MoreMarkets
              onNamesakes={setNamesakes}
              onMarks={setMarks}
              hidden={rows === undefined ? 0 : countHidden(rows, view)}
              isShown={view.showUnverified}
              unread={unread}
              onShow={(showUnverified) => changeView({ showUnverified })}
            />
          </Suspense>
        </SectionBoundary>
        {rows !== undefined && (
          <p className="text-xs text-muted">
            {content.missing}{' '}
            <Link to="/create" className="underline underline-offset-4 hover:text-ink">
              {content.create}
            </Link>
            .
          </p>
        )}
        {children}
      </div>
    </OutsideMarks>
  )
}

/** The engine that projects upkeeps comes after the first paint; until then the list stands without its forecast. */
function useMarketEngine(): MarketEngine | undefined {
  const [engine, setEngine] = useState<MarketEngine>()
  useEffect(() => {
    void import('./marketEngine').then(({ marketEngine }) => setEngine(marketEngine))
  }, [])
  return engine
}
