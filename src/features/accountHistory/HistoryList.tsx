import { useEffect, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { getAddress } from 'viem'
import { rowKey } from '../../chain/accountHistory/historyRow'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useLiveAccountHistory } from '../../data/AccountHistoryProvider'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useHistoryRows } from '../../data/useHistoryRows'
import { useNamesakes } from '../../data/useNamesakes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { UnreadMarkets } from '../../ui/UnreadMarkets'
import { accountHistoryContent as content } from './content'
import { Exports } from './Exports'
import { filterRows } from './filterRows'
import { HistoryFilters } from './HistoryFilters'
import { HistoryLine } from './HistoryLine'
import {
  isFiltering,
  type Page,
  pageOf,
  parseFilter,
  sliceByTime,
  timeSpan,
  withFilter,
} from './historyFilter'
import { ReadingStatus } from './ReadingStatus'

/** The history itself: its filters, a page of it, and its files. */
export function HistoryList() {
  const { snapshot, account, unreadPools, openPool } = useSnapshot()
  const { chain } = useNetwork()
  const namesakes = useNamesakes()
  const { state, loadAll, wantTimes } = useLiveAccountHistory()
  const rows = useHistoryRows()
  const [params, setParams] = useSearchParams()
  const filter = useMemo(() => parseFilter(params), [params])
  const change = (next: Parameters<typeof withFilter>[1]) => setParams(withFilter(params, next))
  const pools = usePools(snapshot?.pools)

  const known = useMemo(
    () => rows.filter(({ pool }) => pools.has(pool.toLowerCase())),
    [rows, pools],
  )
  const marketsWithEntries = useMemo(() => {
    const withEntries = new Set(known.map(({ pool }) => pool.toLowerCase()))
    const isOffered = (address: string) => withEntries.has(address) || address === filter.market
    return [...pools.values()].filter(({ facts }) => isOffered(facts.address.toLowerCase()))
  }, [known, pools, filter.market])
  const slice = useMemo(() => sliceByTime(known, timeSpan(filter)), [known, filter])
  const isDecided = 'rows' in slice
  const matching = useMemo(
    () => ('rows' in slice ? filterRows(slice.rows, filter) : []),
    [slice, filter],
  )
  const { market } = filter
  const isUnread = market !== undefined && !pools.has(market)
  useEffect(() => {
    if (isUnread) openPool(getAddress(market))
  }, [isUnread, market, openPool])

  const page = pageOf(matching, filter.page)
  useEffect(() => {
    if ('undecided' in slice) wantTimes(slice.undecided)
    else wantTimes(page.rows)
  })

  const scope = useMemo(
    () => ({
      account: account ?? '',
      chainId: chain.id,
      factsOf: (pool: string) => pools.get(pool.toLowerCase())?.facts,
      fromBlock: state.fromBlock ?? 0n,
      toBlock: state.headBlock ?? 0n,
      isWhole: state.isWhole,
      unreadMarkets: unreadPools.map(({ address }) => address),
    }),
    [account, chain, pools, state.fromBlock, state.headBlock, state.isWhole, unreadPools],
  )
  const isBackwards =
    filter.from !== undefined && filter.to !== undefined && filter.from > filter.to
  const nowSec = Number(snapshot?.block.timestampSec ?? 0n)
  const count = matching.length
  return (
    <>
      <HistoryFilters
        filter={filter}
        pools={marketsWithEntries}
        namesakes={namesakes}
        onChange={change}
      />
      <UnreadMarkets pools={unreadPools} text={content.missing} />
      {isBackwards && <p className="text-warn">{content.filters.backwards}</p>}
      <ReadingStatus state={state} loadAll={loadAll} hasUnread={unreadPools.length > 0} />
      <Card title={state.isWhole && isDecided ? content.list(count) : content.listSoFar(count)}>
        {count > 0 ? (
          <ol>
            {page.rows.map((row) => {
              const pool = pools.get(row.pool.toLowerCase())
              return (
                pool && (
                  <HistoryLine
                    key={rowKey(row)}
                    row={row}
                    pool={pool}
                    isNamesake={namesakes.has(pool.facts.address)}
                    nowSec={nowSec}
                  />
                )
              )
            })}
          </ol>
        ) : (
          <p className="text-muted">
            {!isDecided
              ? content.findingDates
              : state.headBlock === undefined
                ? state.status === 'loading'
                  ? content.progress.first
                  : content.empty.notLoaded
                : emptyText(state.isWhole, isFiltering(filter))}
          </p>
        )}
        <Pager page={page} onChange={(next) => change({ page: next.toString() })} />
      </Card>
      <Exports
        // What the last file lacked was said of other rows.
        key={[filter.market, filter.kind, filter.side, filter.from, filter.to].join()}
        rows={matching}
        scope={scope}
        isReady={isDecided}
        isLoaded={state.headBlock !== undefined}
        wantTimes={wantTimes}
      />
      <UnreadMarkets pools={unreadPools} text={content.missing} unverified />
      <details className="text-xs text-muted">
        <summary className="min-h-8 cursor-pointer">{content.notesTitle}</summary>
        <ul className="list-disc space-y-1 pl-4">
          {content.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </details>
    </>
  )
}

function emptyText(isWhole: boolean, isFiltered: boolean): string {
  const { empty } = content
  if (isFiltered) return isWhole ? empty.filtered : empty.filteredSoFar
  return isWhole ? empty.whole : empty.soFar
}

/** By address in lower case; the same map while the same pools are in it, whose figures may be older then. */
function usePools(pools: readonly PoolAtBlock[] | undefined): ReadonlyMap<string, PoolAtBlock> {
  const key = (pools ?? [])
    .map(({ facts, unverifiedComponents }) => `${facts.address}:${unverifiedComponents.length}`)
    .join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only facts are shown, which the key stands for
  return useMemo(
    () => new Map((pools ?? []).map((pool) => [pool.facts.address.toLowerCase(), pool])),
    [key],
  )
}

function Pager({
  page: { page, pages },
  onChange,
}: {
  page: Page<unknown>
  onChange: (page: number) => void
}) {
  if (pages === 1) return null
  return (
    <nav aria-label={content.pages} className="mt-3 flex items-center justify-between gap-3">
      <Button disabled={page === 1} onClick={() => onChange(page - 1)}>
        {content.newer}
      </Button>
      <span className="tabular text-muted" role="status">
        {content.page(page, pages)}
      </span>
      <Button disabled={page === pages} onClick={() => onChange(page + 1)}>
        {content.older}
      </Button>
    </nav>
  )
}
