import { useMemo, useState } from 'react'
import { breakEvenPrice } from '../../analytics/profit/breakEvenPrice'
import type { PoolLedger } from '../../analytics/profit/poolLedger'
import { PART_NAMES, type ProfitParts, sizeOf, sumParts } from '../../analytics/profit/profitParts'
import type { AccountPast } from '../../chain/commits/getAccountPast'
import type { PoolHistoryState } from '../../chain/history/poolHistoryState'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useLiveHistory } from '../../data/PoolHistoryProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { usePoolLedger } from '../../data/usePoolLedger'
import { formatName } from '../../format/formatAddress'
import { formatAmountShort } from '../../format/formatAmount'
import { formatPercent, formatPrice } from '../../format/formatRatio'
import { WAD } from '../../protocol/wad'
import { Amount } from '../../ui/Amount'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Fact, Facts } from '../../ui/Facts'
import { profitContent as content } from './content'
import { Gain } from './Gain'
import { PartsTable } from './PartsTable'
import { indexMoveWad, type PoolProfit, partsOf, profitOf } from './profitOf'
import { SignedAmount } from './SignedAmount'

/** What the account has made in a pool, in a line; on demand how, and what made it. Nothing for one that was never here. */
export function ProfitCard({ pool: now }: { pool: PoolAtBlock }) {
  const { account } = useSnapshot()
  const { read, error, retry } = usePoolLedger(now)
  const [isOpen, setIsOpen] = useState(false)
  const pool = useSteady(now)
  const ledger = read?.ledger
  const profit = useMemo(() => ledger && profitOf(ledger, pool), [ledger, pool])
  if (account === undefined || (read === undefined && error === null)) return null
  if (read === undefined || ledger === undefined || profit === undefined)
    return (
      <Card title={content.title}>
        <p className="text-muted" role="status">
          {read === undefined ? content.failed : content.notTold}
        </p>
        <Button look="quiet" onClick={retry}>
          {content.retry}
        </Button>
      </Card>
    )
  if (profit.everPutIn === 0n && profit.unknownWorth === 0n) return null
  return (
    <section
      aria-label={content.title}
      className="rounded-panel border border-line bg-surface px-4 py-3"
    >
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="min-h-8 cursor-pointer">
          <span className="font-semibold">{content.title}</span>{' '}
          {profit.everPutIn > 0n && <Gain profit={profit} token={pool.facts.settlementToken} />}
        </summary>
        {isOpen && <Details pool={pool} profit={profit} ledger={ledger} past={read.past} />}
      </details>
    </section>
  )
}

function Details({
  pool,
  profit,
  ledger,
  past,
}: {
  pool: PoolAtBlock
  profit: PoolProfit
  ledger: PoolLedger
  past: AccountPast
}) {
  const { history, loadMore } = useLiveHistory()
  const parts = useMemo(() => partsOf(ledger, pool, history), [ledger, pool, history])
  const hasLots = profit.everPutIn > 0n
  const notes = [
    past.isWhole ? undefined : content.cut(past.fromBlock.toString()),
    profit.unknownWorth > 0n ? content.unknown(moneyText(pool, profit.unknownWorth)) : undefined,
    hasLots ? content.gas : undefined,
  ].filter((note) => note !== undefined)
  return (
    <div className="mt-3">
      {hasLots && (
        <>
          <Totals pool={pool} profit={profit} />
          <h3 className="mt-4 mb-1 font-medium">{content.why}</h3>
          {parts !== undefined ? (
            <>
              <Summary pool={pool} profit={profit} parts={parts} history={history} />
              <PartsTable parts={parts} token={pool.facts.settlementToken} />
            </>
          ) : history.isComplete || history.status === 'loading' ? (
            <p className="text-muted">{content.readingPool}</p>
          ) : (
            <Button look="quiet" onClick={() => loadMore(0n)}>
              {content.loadParts}
            </Button>
          )}
        </>
      )}
      {notes.map((note) => (
        <p key={note} className="mt-2 text-xs text-muted">
          {note}
        </p>
      ))}
    </div>
  )
}

/** The pool as of the last block that changed it: taking apart a long past costs more than a block brings. */
function useSteady(pool: PoolAtBlock): PoolAtBlock {
  const [steady, setSteady] = useState(pool)
  const isSame = figuresOf(pool) === figuresOf(steady)
  if (!isSame) setSteady(pool)
  return isSame ? steady : pool
}

function figuresOf({ facts, snapshot }: PoolAtBlock): string {
  return [
    facts.address,
    snapshot.updateIntervalId,
    snapshot.longBalance,
    snapshot.shortBalance,
    snapshot.longTokenSupply + snapshot.pendingLongBurnPoolTokens,
    snapshot.shortTokenSupply + snapshot.pendingShortBurnPoolTokens,
    snapshot.burningFee,
  ].join()
}

function Totals({ pool, profit }: { pool: PoolAtBlock; profit: PoolProfit }) {
  const { facts, snapshot } = pool
  const { cost, worth, unrealised, realised, single } = profit
  const token = facts.settlementToken
  const breakEven = useMemo(
    () => single && breakEvenPrice(snapshot, single.side, single.tokens, cost),
    [single, snapshot, cost],
  )
  return (
    <Facts>
      <Fact name={content.cost} hint={content.costHint}>
        <Amount value={cost} token={token} />
      </Fact>
      <Fact name={content.worth} hint={content.worthHint}>
        <Amount value={worth} token={token} />
      </Fact>
      <Fact name={content.unrealised}>
        <SignedAmount value={unrealised} token={token} />{' '}
        {cost > 0n && (
          <span className="text-muted">
            {formatPercent((unrealised * WAD) / cost, 2, { signed: true })}
          </span>
        )}
      </Fact>
      <Fact name={content.realised} hint={content.realisedHint}>
        <SignedAmount value={realised} token={token} />
      </Fact>
      {single !== undefined && (
        <Fact name={content.breakEven} hint={content.breakEvenHint}>
          {breakEven === undefined ? content.unreachable : formatPrice(breakEven)}
        </Fact>
      )}
    </Facts>
  )
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
  const percentOf = (value: bigint, signed: boolean) =>
    formatPercent((value * WAD) / everPutIn, 1, { signed })
  const total = sumParts(parts)
  const gain =
    total < 0n ? content.lost(percentOf(-total, false)) : content.gained(percentOf(total, false))
  const main = [...PART_NAMES]
    .sort((a, b) => (sizeOf(parts[a]) > sizeOf(parts[b]) ? -1 : 1))
    .slice(0, 2)
    .map((name) => content.partOf(percentOf(parts[name], true), content.parts[name]))
    .join(', ')
  const move = oldestId === undefined ? undefined : indexMoveWad(pool, history, oldestId)
  return (
    <p className="mb-2">
      {content.summary(gain, move === undefined ? undefined : moveText(move), main)}
    </p>
  )
}

function moveText(move: bigint): string {
  const percent = formatPercent(sizeOf(move), 1)
  if (/^0\.0%$/.test(percent)) return content.stayed
  return move < 0n ? content.fell(percent) : content.rose(percent)
}

function moneyText({ facts: { settlementToken } }: PoolAtBlock, value: bigint): string {
  const { decimals, symbol } = settlementToken
  return `${formatAmountShort(value, decimals)} ${formatName(symbol)}`
}
