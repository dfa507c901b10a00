import { useEffect } from 'react'
import type { PoolLedger } from '../../analytics/profit/ledgerState'
import { type ProfitParts, sizeOf } from '../../analytics/profit/profitParts'
import { HUNDREDTH_WAD, summarizeParts } from '../../analytics/profit/summarizeParts'
import type { AccountPast } from '../../chain/commits/accountPast'
import type { PoolHistoryState } from '../../chain/history/poolHistoryState'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useLiveHistory } from '../../data/PoolHistoryProvider'
import { useBlockTime } from '../../data/useBlockTime'
import { formatPercent } from '../../format/formatRatio'
import { WAD } from '../../protocol/wad'
import { Button } from '../../ui/Button'
import { profitContent as content } from './content'
import { LotsTable } from './LotsTable'
import { PartsTable } from './PartsTable'
import { ProfitFacts } from './ProfitFacts'
import { ProfitOverTime } from './ProfitOverTime'
import { indexMoveWad, type PoolProfit, type WorthOfLp } from './profitOf'
import { UnknownCost } from './UnknownCost'
import { useBreakdown } from './useBreakdown'
import { WhereTokens } from './WhereTokens'

/** What was paid, what it is worth, and what made the difference. */
export function ProfitDetails({
  pool,
  profit,
  ledger,
  past,
  worthOfLp,
  onLoadAll,
}: {
  pool: PoolAtBlock
  profit: PoolProfit
  ledger: PoolLedger
  past: AccountPast
  worthOfLp: WorthOfLp
  /** Reads older events than those that are read at first. */
  onLoadAll: () => void
}) {
  const { history, loadMore } = useLiveHistory()
  const { split, isMissing } = useBreakdown(ledger, pool, history, profit.liquidity)
  const sinceSec = useBlockTime(oldestBlock(ledger, past))
  useEffect(() => {
    if (sinceSec !== undefined) loadMore(sinceSec)
  }, [sinceSec, loadMore])
  const hasLots = profit.everPutIn > 0n
  const notes = [
    past.isWhole ? undefined : content.cut(past.fromBlock.toString()),
    hasLots ? content.gas : undefined,
  ].filter((note) => note !== undefined)
  return (
    <div className="mt-3">
      {hasLots && (
        <>
          <ProfitFacts pool={pool} profit={profit} />
          <h3 className="mt-4 mb-1 font-medium">{content.why}</h3>
          {split !== undefined ? (
            <>
              <Summary pool={pool} profit={profit} parts={split.parts} history={history} />
              <PartsTable parts={split.parts} token={pool.facts.settlementToken} />
              <LotsTable pool={pool} ledger={ledger} history={history} worthOfLp={worthOfLp} />
              <ProfitOverTime
                split={split}
                token={pool.facts.settlementToken}
                nowSec={Number(pool.snapshot.timestampSec)}
              />
            </>
          ) : (
            <Reading
              history={history}
              isMissing={isMissing && sinceSec !== undefined}
              onRetry={() => loadMore(sinceSec ?? 0n)}
            />
          )}
        </>
      )}
      <WhereTokens pool={pool} ledger={ledger} />
      <UnknownCost pool={pool} unknown={profit.unknown} />
      {!past.isWhole && (
        <Button look="quiet" onClick={onLoadAll}>
          {content.loadOlder}
        </Button>
      )}
      {notes.map((note) => (
        <p key={note} className="mt-2 text-xs text-muted">
          {note}
        </p>
      ))}
    </div>
  )
}

/** How far the pool's past is read that the breakdown needs. */
function Reading({
  history,
  isMissing,
  onRetry,
}: {
  history: PoolHistoryState
  /** What has been read is not enough. */
  isMissing: boolean
  onRetry: () => void
}) {
  const isRead = history.status === 'idle' && history.progress === 1
  if (history.status === 'failed' || (isMissing && isRead))
    return (
      <>
        <p className="text-muted" role="status">
          {content.noParts}
        </p>
        <Button look="quiet" onClick={onRetry}>
          {content.loadParts}
        </Button>
      </>
    )
  const done = formatPercent(BigInt(Math.floor(history.progress * 100)) * (WAD / 100n), 0)
  return <p className="text-muted">{content.readingPool(done)}</p>
}

/** The block of the rebalance that the oldest lot counts from. */
function oldestBlock(
  { open, queuedBurns, closed }: PoolLedger,
  { executions, valuedAt }: AccountPast,
) {
  const lots = [...open, ...queuedBurns.flatMap(({ lots }) => lots), ...closed]
  const ids = new Set(lots.flatMap(({ mintedIn }) => mintedIn ?? []))
  return [...executions, ...valuedAt]
    .filter(({ updateIntervalId }) => ids.has(updateIntervalId))
    .map(({ blockNumber }) => blockNumber)
    .reduce<bigint | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined)
}

/** How much, how far the price went meanwhile, and the two parts that weigh most. */
function Summary({
  pool,
  profit: { everPutIn, oldestId },
  parts,
  history,
}: {
  pool: PoolAtBlock
  profit: PoolProfit
  parts: ProfitParts
  history: PoolHistoryState
}) {
  if (everPutIn === 0n) return null
  const { total, main, rest } = summarizeParts(parts, everPutIn)
  const text = (hundredths: bigint, signed: boolean) =>
    formatPercent(hundredths * HUNDREDTH_WAD, 2, { signed })
  const gain = total < 0n ? content.lost(text(-total, false)) : content.gained(text(total, false))
  const named = main.map(({ name, share }) =>
    content.partOf(text(share, true), content.parts[name]),
  )
  if (rest !== 0n) named.push(content.rest(text(rest, true)))
  const move = oldestId === undefined ? undefined : indexMoveWad(pool, history, oldestId)
  return (
    <p className="mb-2">
      {content.summary(gain, move === undefined ? undefined : moveText(move), named.join(', '))}
    </p>
  )
}

function moveText(move: bigint): string {
  const percent = formatPercent(sizeOf(move), 2)
  if (/^0\.00%$/.test(percent)) return content.stayed
  return move < 0n ? content.fell(percent) : content.rose(percent)
}
