import { useCallback, useMemo, useState } from 'react'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useLpWorth } from '../../data/useLpWorth'
import { usePoolLedger } from '../../data/usePoolLedger'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Skeleton } from '../../ui/Skeleton'
import { profitContent as content } from './content'
import { Gain } from './Gain'
import { ProfitDetails } from './ProfitDetails'
import { hasLiquidity, type PoolProfit, profitOf, type WorthOfLp } from './profitOf'

const LINE = 'rounded-panel border border-line bg-surface px-4 py-2'

/** What the account has made in a pool, in a line; on demand how, and what made it. Nothing for one that was never here. */
export function ProfitCard({ pool: now }: { pool: PoolAtBlock }) {
  const { account } = useSnapshot()
  const { read, error, retry } = usePoolLedger(now)
  const [isOpen, setIsOpen] = useState(false)
  const pool = useSteady(now)
  const ledger = read?.ledger
  const lpWorth = useLpWorth(ledger !== undefined && hasLiquidity(ledger))
  const worthOfLp = useCallback<WorthOfLp>(
    (lp, tokens) => lpWorth(pool, lp, tokens),
    [pool, lpWorth],
  )
  const profit = useMemo(
    () => ledger && profitOf(ledger, pool, worthOfLp),
    [ledger, pool, worthOfLp],
  )
  if (account === undefined) return null
  if (read === undefined && error === undefined) return holdsAny(now) ? <Loading /> : null
  if (read === undefined || ledger === undefined)
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
  if (profit === undefined) return <Loading />
  if (profit.everPutIn === 0n && !hasUnknown(profit)) return null
  return (
    <section aria-label={content.title} className={LINE}>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="cursor-pointer py-1.5">
          <span className="font-semibold">{content.title}</span>{' '}
          {profit.everPutIn > 0n && <Gain profit={profit} token={pool.facts.settlementToken} />}
        </summary>
        {isOpen && (
          <ProfitDetails
            pool={pool}
            profit={profit}
            ledger={ledger}
            past={read.past}
            worthOfLp={worthOfLp}
            onLoadAll={retry}
          />
        )}
      </details>
    </section>
  )
}

/** As high as the closed card: nothing below it moves when the figures come. */
function Loading() {
  return (
    <section aria-label={content.title} aria-busy="true" className={LINE}>
      <p className="py-1.5">
        <span className="font-semibold">{content.title}</span> <Skeleton width="8rem" />
      </p>
    </section>
  )
}

/** An account with something here has made or lost something: the card will be there. */
function holdsAny({ account }: PoolAtBlock): boolean {
  if (account === undefined) return false
  const { longBalance, shortBalance, escrow } = account
  const { longTokens, shortTokens, settlementTokens } = escrow
  return longBalance + shortBalance + longTokens + shortTokens + settlementTokens > 0n
}

function hasUnknown({ unknown: { long, short }, unknownLp }: PoolProfit): boolean {
  return long.tokens + short.tokens + unknownLp > 0n
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
