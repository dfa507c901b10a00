import { useEffect } from 'react'
import { useAccount } from 'wagmi'
import { executionTime } from '../../../analytics/executionTime'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'
import { useFlows } from '../../../data/FlowsProvider'
import { useNetwork } from '../../../data/NetworkContext'
import { useSnapshot } from '../../../data/SnapshotProvider'
import { useChainNowSec } from '../../../data/useNow'
import { useStaleness } from '../../../data/useStaleness'
import { isFinished, isOpen } from '../../../flows/flow'
import type { CommitIntent } from '../../../flows/kinds/commit'
import { formatAboutClock } from '../../../format/formatAboutClock'
import { formatName } from '../../../format/formatAddress'
import { formatDuration, formatInterval } from '../../../format/formatTime'
import { earliestExecutionSec } from '../../../protocol/updateInterval'
import { Button } from '../../../ui/Button'
import { tradeContent } from '../content'
import { rememberGuide, useGuideMemory } from './guideMemory'
import { GUIDE_STEPS, type GuideStep, guideStep, isStranger } from './guideStep'

const content = tradeContent.guide

/** Leads a newcomer through a first mint, in one line: it follows what happens, and asks for nothing itself. */
export function FirstMint({
  pool,
  hasAmount,
  needsApproval,
  approval,
}: {
  pool: PoolAtBlock
  hasAmount: boolean
  needsApproval: boolean
  approval: CommitIntent['approval']
}) {
  const { facts, snapshot, account } = pool
  const memory = useGuideMemory()
  const { status } = useAccount()
  const flows = useFlows()
  const flow = flows.find(
    (one) => isOpen(one) && one.intent.pool === facts.address && one.intent.kind === 'commit',
  )
  const isNew = account !== undefined && isStranger(account) && !flows.some(isFinished)
  const step = guideStep({
    account,
    updateIntervalId: snapshot.updateIntervalId,
    flow,
    hasAmount,
    needsApproval,
  })
  const isDone = memory === 'begun' && step === undefined
  useEffect(() => {
    if (isDone) rememberGuide('over')
    else if (memory === undefined && isNew) rememberGuide('begun')
  }, [isDone, isNew, memory])

  // While a wallet connects itself again, no one knows yet whether its owner is new.
  const isUnknown = status !== 'disconnected' && account === undefined
  const isWanted = memory === 'begun' || status === 'disconnected' || isNew
  if (memory === 'over' || facts.deprecated || isUnknown || !isWanted || step === undefined)
    return null
  const index = GUIDE_STEPS.indexOf(step) + 1
  const isLast = index === GUIDE_STEPS.length
  return (
    <section
      aria-label={content.title}
      className="mb-3 flex items-start justify-between gap-2 rounded border border-line bg-raised px-3"
    >
      <details className="min-w-0">
        <summary className="py-2 max-sm:py-2.5 hover:text-accent" aria-current="step">
          {content.step(index, GUIDE_STEPS.length, nameOf(step, facts.settlementToken.symbol))}
        </summary>
        <p className="pb-2 text-xs text-muted">
          <Meaning step={step} pool={pool} approval={approval} />
        </p>
      </details>
      <Button
        look="quiet"
        className="-mr-2 shrink-0 text-xs"
        aria-label={isLast ? undefined : content.hideLabel}
        onClick={() => rememberGuide('over')}
      >
        {isLast ? content.done : content.hide}
      </Button>
    </section>
  )
}

function nameOf(step: GuideStep, symbol: string): string {
  return step === 'fund' ? content.names.fund(formatName(symbol, 12)) : content.names[step]
}

/** What a step does, and why. */
function Meaning({
  step,
  pool: { facts, snapshot, account },
  approval,
}: {
  step: GuideStep
  pool: PoolAtBlock
  approval: CommitIntent['approval']
}) {
  const { chain } = useNetwork()
  const nowSec = useChainNowSec(useSnapshot().snapshot) ?? Number(snapshot.timestampSec)
  const isStale = useStaleness() !== undefined
  switch (step) {
    case 'connect':
      return content.connect
    case 'fund':
      return content.fund(formatName(facts.settlementToken.symbol, 12), chain.name)
    case 'choose':
      return content.choose
    case 'approve':
      return approval === 'exact' ? content.approveExact : content.approveUnlimited
    case 'commit':
      return content.commit(formatInterval(facts.frontRunningIntervalSec))
    case 'wait': {
      const ids = account?.user.unAggregatedCommitments ?? []
      const [next] = ids.filter((id) => id >= snapshot.updateIntervalId).sort(ascending)
      if (next === undefined || snapshot.paused || isStale) return content.wait
      const time = executionTime(snapshot, Number(earliestExecutionSec(snapshot, next)), nowSec)
      return time.kind === 'at'
        ? content.waitUntil(formatAboutClock(time.sec, nowSec), formatDuration(time.sec - nowSec))
        : content.wait
    }
    case 'claim':
      return content.claim
  }
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : 1
}
