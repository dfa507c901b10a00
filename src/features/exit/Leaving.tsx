import { type ReactNode, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { DueUpkeeps } from '../../analytics/dueUpkeeps'
import { EXIT_PLANS, type ExitPlan } from '../../analytics/exit/exitOutcome'
import {
  isForSettlement,
  isForTokens,
  isOverdue,
  nextExitStep,
  queuedCommits,
} from '../../analytics/exit/nextExitStep'
import { OutlookError } from '../../analytics/outlook'
import type { PoolAccount, PoolAtBlock } from '../../chain/poolAtBlock'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { exitContent as content } from './content'
import { ExitPlans } from './ExitPlans'
import { ExitSteps, type PlanOutcome } from './ExitSteps'
import { EXIT_MOVES } from './planTable'
import { usePlanTable } from './usePlanTable'
import { useRememberPlan, useStartedPlan } from './useStartedPlan'
import { useSteadyPool } from './useSteadyPool'

/** What comes of a plan if the index doesn't move; undefined where there is no projection. */
function outcomeOf(table: ReturnType<typeof usePlanTable>, wanted: ExitPlan): PlanOutcome {
  if (table === undefined) return 'computing'
  if (table instanceof OutlookError) return undefined
  return table.rows.find(({ plan }) => plan === wanted)?.outcomes[EXIT_MOVES.indexOf(0)]
}

/** What comes of the ways out for what is in the wallet and in escrow, and the next thing to do. */
export function Leaving({
  pool,
  account,
  due,
  nowSec,
  isWatched,
  perform,
  claim,
  lastClaim,
}: {
  pool: PoolAtBlock
  account: PoolAccount
  due: DueUpkeeps | undefined
  nowSec: number
  isWatched: boolean
  perform: (due: DueUpkeeps, label: string) => ReactNode
  claim: (look: 'primary' | 'secondary') => ReactNode
  /** What the last claim brought, where it is known. */
  lastClaim: ReactNode
}) {
  const { facts } = pool
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
  const now = { ...pool.snapshot, timestampSec: BigInt(nowSec) }
  const wanted = params.get('plan')
  const started = useStartedPlan(pool)
  // Where keepers are on time they rebalance every interval, whatever a person would rather wait for.
  // An exit that started where they were late goes on as such: what the account has performed itself does not bring them back.
  const isKept = started === undefined && !isOverdue(now, now.timestampSec)
  const best = table === undefined || table instanceof OutlookError ? 'burnFirst' : table.best
  const chosen = EXIT_PLANS.find((one) => one === wanted) ?? started
  const plan = chosen ?? (isKept ? 'everyInterval' : best)
  const choose = (next: ExitPlan) =>
    setParams(
      (before) => {
        before.set('plan', next)
        return before
      },
      { replace: true },
    )
  const step = nextExitStep(plan, now, account, now.timestampSec, isKept)
  useRememberPlan(pool, isKept ? undefined : plan, step.kind === 'done')
  const isGoing = step.kind !== 'done' && step.kind !== 'claim'
  const bringsTokens = 'bringsTokens' in step && step.bringsTokens
  const isOnlyQueued =
    bringsTokens && !queuedCommits(pool.snapshot, account.user).some(isForSettlement)
  // Which step is next depends on the plan: none is offered before the best one is known.
  if (isGoing && table === undefined && chosen === undefined && !isKept)
    return (
      <Card title={content.steps.title}>
        <div aria-busy="true" className="h-40">
          <p className="text-muted">{content.plans.computing}</p>
        </div>
      </Card>
    )
  return (
    <>
      {bringsTokens && (
        <Notice standing>{isOnlyQueued ? content.onlyQueued : content.alsoQueued}</Notice>
      )}
      {/* First, so that it stays where it is while there are more plans or fewer. */}
      <ExitSteps
        key={facts.address}
        pool={pool}
        account={account}
        plan={plan}
        step={step}
        outcome={isGoing && !isOnlyQueued ? outcomeOf(table, plan) : undefined}
        isKept={isKept}
        due={due}
        nowSec={nowSec}
        isWatched={isWatched}
        perform={perform}
        claim={claim}
        lastClaim={lastClaim}
      />
      {isGoing && !isOnlyQueued && table !== undefined && (
        <ExitPlans
          table={table}
          plan={plan}
          isKept={isKept}
          isBurned={step.kind === 'wait' || step.kind === 'perform'}
          token={facts.settlementToken}
          isAveraged={facts.oracle.kind === 'sma'}
          hasQueuedTokens={queuedCommits(pool.snapshot, account.user).some(isForTokens)}
          nowSec={nowSec}
          onChoose={choose}
        />
      )}
    </>
  )
}
