import { useMemo, useState } from 'react'
import { breakEvenPrice } from '../../analytics/profit/breakEvenPrice'
import { PART_NAMES, type ProfitParts, sizeOf, sumParts } from '../../analytics/profit/profitParts'
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
import { PartsTable } from './PartsTable'
import { indexMoveWad, type PoolProfit, partsOf, profitOf } from './profitOf'
import { SignedAmount } from './SignedAmount'

/** What the account has made in a pool, and what made it. Nothing without an account, or for one that was never here. */
export function ProfitCard({ pool: now }: { pool: PoolAtBlock }) {
  const { history, loadMore } = useLiveHistory()
  const { account } = useSnapshot()
  const { read, error, retry } = usePoolLedger(now)
  const pool = useSteady(now)
  const ledger = read?.ledger
  const profit = useMemo(() => ledger && profitOf(ledger, pool), [ledger, pool])
  const parts = useMemo(() => ledger && partsOf(ledger, pool, history), [ledger, pool, history])
  if (account === undefined) return null
  if (read === undefined || profit === undefined)
    return (
      <Card title={content.title}>
        <p className="text-muted" role="status">
          {read !== undefined ? content.notTold : error === null ? content.reading : content.failed}
        </p>
        {(read !== undefined || error !== null) && (
          <Button look="quiet" onClick={retry}>
            {content.retry}
          </Button>
        )}
      </Card>
    )
  const hasLots = profit.oldestId !== undefined || profit.cost > 0n
  const notes = [
    read.past.isWhole ? undefined : content.cut(read.past.fromBlock.toString()),
    profit.unknownWorth > 0n ? content.unknown(moneyText(pool, profit.unknownWorth)) : undefined,
    hasLots ? content.gas : undefined,
  ].filter((note) => note !== undefined)
  return (
    <Card title={content.title}>
      {hasLots ? (
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
      ) : (
        profit.unknownWorth === 0n && <p className="text-muted">{content.nothing}</p>
      )}
      {notes.map((note) => (
        <p key={note} className="mt-2 text-xs text-muted">
          {note}
        </p>
      ))}
    </Card>
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
