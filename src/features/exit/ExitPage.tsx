import { type ReactNode, useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { type DueUpkeeps, dueUpkeeps } from '../../analytics/dueUpkeeps'
import { EXIT_PLANS, type ExitPlan } from '../../analytics/exit/exitOutcome'
import { nextExitStep } from '../../analytics/exit/nextExitStep'
import { OutlookError } from '../../analytics/outlook'
import { revertingSide } from '../../analytics/revertingSide'
import type { PoolAccount, PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useAccountLink } from '../../data/useAccountLink'
import { useChainNowSec } from '../../data/useNow'
import { formatName } from '../../format/formatAddress'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { exitContent as content } from './content'
import { ExitPlans } from './ExitPlans'
import { ExitSteps } from './ExitSteps'
import { HeldTokens } from './HeldTokens'
import { usePlanTable } from './usePlanTable'

/** The way out of one pool, also of one that no one keeps: what there is, what comes of it, and the next thing to do. */
export function ExitPage({
  pool,
  transactions,
  perform,
  claim,
}: {
  pool: PoolAtBlock
  /** What is on its way in this pool. */
  transactions: ReactNode
  perform: (due: DueUpkeeps, label: string) => ReactNode
  claim: ReactNode
}) {
  const { facts } = pool
  const name = formatName(facts.name)
  return (
    <div className="mx-auto max-w-4xl space-y-5">
      <title>{content.title(name)}</title>
      <div>
        <h1 className="text-xl font-semibold">{content.title(name)}</h1>
        <p className="mt-1 max-w-prose text-muted">{content.intro}</p>
      </div>
      {transactions}
      {pool.account === undefined ? (
        <Notice standing>{content.nobody}</Notice>
      ) : (
        <Leaving pool={pool} account={pool.account} perform={perform} claim={claim} />
      )}
    </div>
  )
}

function Leaving({
  pool,
  account,
  perform,
  claim,
}: {
  pool: PoolAtBlock
  account: PoolAccount
  perform: (due: DueUpkeeps, label: string) => ReactNode
  claim: ReactNode
}) {
  const { facts } = pool
  const { snapshot: shown, isWatched } = useSnapshot()
  const nowSec = useChainNowSec(shown)
  const linkTo = useAccountLink()
  const [params, setParams] = useSearchParams()
  const snapshot = useSteadyPool(pool, nowSec)
  const holding = useMemo(
    () => ({
      user: account.user,
      longInWallet: account.longBalance,
      shortInWallet: account.shortBalance,
    }),
    [account],
  )
  const table = usePlanTable(snapshot, holding)
  if (nowSec === undefined) return null
  const now = { ...pool.snapshot, timestampSec: BigInt(nowSec) }
  const due = dueUpkeeps(pool.snapshot, nowSec)
  const wanted = params.get('plan')
  const best = table === undefined || table instanceof OutlookError ? 'burnFirst' : table.best
  const chosen = EXIT_PLANS.find((one) => one === wanted)
  const plan = chosen ?? best
  const choose = (next: ExitPlan) =>
    setParams(
      (before) => {
        before.set('plan', next)
        return before
      },
      { replace: true },
    )
  const trouble = troubleOf(now, pool, account)
  const step = nextExitStep(plan, now, account, now.timestampSec)
  const isGoing = step.kind !== 'done' && step.kind !== 'claim'
  return (
    <>
      {trouble !== undefined && (
        <Notice tone="warn" standing>
          {trouble}
        </Notice>
      )}
      {due !== undefined && due.upkeeps > 1 && (
        <Notice tone="warn" standing>
          {content.late(due.lateIntervals.toLocaleString(), due.upkeeps)}
        </Notice>
      )}
      <HeldTokens pool={pool} account={account} />
      {isGoing && table === undefined && (
        <Card title={content.plans.title}>
          <div aria-busy="true" className="h-40">
            <p className="text-muted">{content.plans.computing}</p>
          </div>
        </Card>
      )}
      {isGoing && table !== undefined && (
        <ExitPlans
          table={table}
          plan={plan}
          token={facts.settlementToken}
          isAveraged={facts.oracle.kind === 'sma'}
          nowSec={nowSec}
          onChoose={choose}
        />
      )}
      {/* Which step is next depends on the plan: none is offered before the best one is known. */}
      {(!isGoing || table !== undefined || chosen !== undefined) && (
        <ExitSteps
          pool={pool}
          account={account}
          plan={plan}
          step={step}
          due={due}
          nowSec={nowSec}
          isWatched={isWatched}
          perform={perform}
          claim={claim}
        />
      )}
      <p>
        <Link
          to={linkTo(`/pool/${facts.address}`)}
          className="text-muted underline underline-offset-4"
        >
          {content.toPool(formatName(facts.name))}
        </Link>
      </p>
    </>
  )
}

/** What keeps the account from leaving, or has to be known first. */
function troubleOf(now: PoolSnapshot, pool: PoolAtBlock, account: PoolAccount): string | undefined {
  if (now.paused) return content.paused
  if (now.committerPaused) return content.committerPaused
  if (now.oracle.kind === 'unavailable') return content.noPrice
  const side = revertingSide(now, now.timestampSec)
  if (side !== undefined) return content.refused(side)
  return isAlone(pool, account) ? content.noCounterparty : undefined
}

/** Whether no one is on the other side of what the account holds. */
function isAlone({ snapshot }: PoolAtBlock, { longBalance, shortBalance, escrow }: PoolAccount) {
  const hasLong = longBalance + escrow.longTokens > 0n
  const hasShort = shortBalance + escrow.shortTokens > 0n
  return (hasLong && snapshot.shortBalance === 0n) || (hasShort && snapshot.longBalance === 0n)
}

/** The pool as of the last upkeep or minute: hundreds of rebalances are computed for each plan. */
function useSteadyPool({ snapshot, facts }: PoolAtBlock, nowSec: number | undefined) {
  const minute = BigInt(Math.floor((nowSec ?? 0) / 60)) * 60n
  const key = [
    facts.address,
    snapshot.updateIntervalId,
    snapshot.longBalance,
    snapshot.shortBalance,
    snapshot.longTokenSupply,
    snapshot.shortTokenSupply,
    minute,
  ].join()
  const make = () => ({
    key,
    pool: {
      ...snapshot,
      timestampSec: minute > snapshot.timestampSec ? minute : snapshot.timestampSec,
    },
  })
  const [steady, setSteady] = useState(make)
  if (steady.key === key) return steady.pool
  const next = make()
  setSteady(next)
  return next.pool
}
