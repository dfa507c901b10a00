import { type ReactNode, useState } from 'react'
import type { DueUpkeeps } from '../../analytics/dueUpkeeps'
import type { ExitOutcome, ExitPlan } from '../../analytics/exit/exitOutcome'
import type { ExitStep } from '../../analytics/exit/nextExitStep'
import type { PoolAccount, PoolAtBlock } from '../../chain/poolAtBlock'
import { useFlowActions } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useBusyPools } from '../../data/useBusyPools'
import { useReadyWallet } from '../../data/useReadyWallet'
import { formatClock, formatDuration } from '../../format/formatTime'
import { Amount } from '../../ui/Amount'
import { AmountList } from '../../ui/AmountList'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { exitContent } from './content'
import { EarlierBurn } from './EarlierBurn'
import { EarlyClaim } from './EarlyClaim'
import { ExitDone } from './ExitDone'
import { exitIntent } from './exitIntent'
import { WalletFirst } from './WalletFirst'

const content = exitContent.steps
type Kind = Exclude<ExitStep['kind'], 'done'>

/** What a plan goes through, in its order. */
const ORDER: Readonly<Record<ExitPlan, readonly Kind[]>> = {
  burnFirst: ['burn', 'wait', 'perform', 'claim'],
  catchUpFirst: ['catchUp', 'burn', 'wait', 'perform', 'claim'],
  everyInterval: ['catchUp', 'burn', 'wait', 'perform', 'claim'],
}

/** What those go through whose queue brings tokens: they are burned afterwards. */
const ORDER_OF_QUEUED = ['queuedWait', 'queuedPerform', 'burn', 'wait', 'perform', 'claim'] as const

/** What comes of the plan; undefined where that isn't known. */
export type PlanOutcome = ExitOutcome | 'computing' | undefined

/** The steps of a plan with the next one as the only button. What has been done is told by the chain. */
export function ExitSteps({
  pool,
  account,
  plan,
  step,
  outcome,
  isKept,
  due,
  nowSec,
  isWatched,
  perform,
  claim,
  lastClaim,
}: {
  pool: PoolAtBlock
  account: PoolAccount
  plan: ExitPlan
  step: ExitStep
  outcome: PlanOutcome
  /** No rebalance is overdue: keepers are expected to perform the next ones. */
  isKept: boolean
  due: DueUpkeeps | undefined
  nowSec: number
  isWatched: boolean
  perform: (due: DueUpkeeps, label: string) => ReactNode
  claim: (look: 'primary' | 'secondary') => ReactNode
  /** What the last claim brought, where it is known. */
  lastClaim: ReactNode
}) {
  // Done is what was seen to be there: the chain does not tell whether any rebalances were overdue.
  const [hadOverdue, setHadOverdue] = useState(false)
  if (step.kind === 'catchUp' && !hadOverdue) setHadOverdue(true)
  if (step.kind === 'done') return <ExitDone pool={pool} lastClaim={lastClaim} />
  const isQueued = 'bringsTokens' in step && step.bringsTokens
  const planned = ORDER[plan].filter(
    (kind) => kind !== 'catchUp' || hadOverdue || step.kind === 'catchUp',
  )
  const order = isQueued ? ORDER_OF_QUEUED : planned
  const at = isQueued ? Number(step.kind === 'perform') : planned.indexOf(step.kind)
  const action = () => {
    switch (step.kind) {
      case 'burn':
        return <BurnButton pool={pool} account={account} />
      case 'catchUp':
      case 'perform':
        return due === undefined ? null : (
          <>
            {isKept && <p className="mb-2 text-muted">{content.keepers}</p>}
            {perform(due, content.performOne(due.inOneTransaction))}
          </>
        )
      case 'wait': {
        const untilSec = Number(step.untilSec)
        return (
          <p className="tabular text-muted">
            {content.waiting(formatClock(untilSec, nowSec), formatDuration(untilSec - nowSec))}{' '}
            {content.closing}
          </p>
        )
      }
      case 'claim':
        return claim('primary')
    }
  }
  return (
    <Card title={content.title}>
      {outcome !== undefined && (
        // Two lines have room from the start, so that the button below stays where it is.
        <p className="tabular mb-3 min-h-10 text-muted sm:min-h-5">
          {outcome === 'computing'
            ? exitContent.plans.computing
            : content.outcome(
                <Amount value={outcome.settlement} token={pool.facts.settlementToken} />,
                formatClock(Number(outcome.atSec), nowSec),
              )}
        </p>
      )}
      <ol className="space-y-3">
        {order.map((kind, index) => (
          <li
            key={kind}
            aria-current={index === at ? 'step' : undefined}
            className={`flex gap-3 ${index === at ? '' : 'text-muted'}`}
          >
            <span aria-hidden="true" className="tabular w-5 shrink-0 text-right">
              {index < at ? '✓' : `${index + 1}.`}
            </span>
            <div className="min-w-0 flex-1">
              <p className={index === at ? 'font-medium' : ''}>{stepName(kind, isKept)}</p>
              {index === at && (
                <div className="mt-2">
                  {!isWatched && (
                    <EarlierBurn
                      pool={pool}
                      account={account}
                      kind={step.kind}
                      due={due}
                      nowSec={nowSec}
                      perform={perform}
                    />
                  )}
                  {isWatched ? exitContent.watched : action()}
                  {!isWatched && (
                    <EarlyClaim pool={pool} account={account} kind={step.kind} claim={claim} />
                  )}
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function stepName(kind: (typeof ORDER_OF_QUEUED)[number] | Kind, isKept: boolean): string {
  const isPerformed = kind === 'perform' || kind === 'queuedPerform'
  return isKept && isPerformed ? content.performKept : content[kind]
}

function BurnButton({ pool, account }: { pool: PoolAtBlock; account: PoolAccount }) {
  const wallet = useReadyWallet()
  const { start } = useFlowActions()
  const block = useSnapshot().snapshot?.block.number ?? 0n
  const owner = wallet.isReady ? wallet.account : undefined
  const isBusy = useBusyPools((flow) => flow.account === owner).has(pool.facts.address)
  const { longToken, shortToken } = pool.facts
  const { longBalance, shortBalance, escrow } = account
  const burned = [
    { value: longBalance + escrow.longTokens, token: { ...longToken, symbol: 'long' } },
    { value: shortBalance + escrow.shortTokens, token: { ...shortToken, symbol: 'short' } },
  ].filter(({ value }) => value > 0n)
  return (
    <WalletFirst wallet={wallet} isWatched={false}>
      <p className="tabular mb-2 text-muted">{content.burned(<AmountList amounts={burned} />)}</p>
      <Button
        look="primary"
        disabled={isBusy || pool.snapshot.paused || pool.snapshot.committerPaused}
        onClick={() => {
          if (wallet.isReady) start(wallet.account, exitIntent(pool, account, block), false)
        }}
      >
        {content.burnButton}
      </Button>
    </WalletFirst>
  )
}
