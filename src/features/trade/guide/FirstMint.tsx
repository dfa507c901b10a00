import { useEffect } from 'react'
import { useAccount } from 'wagmi'
import type { PoolAtBlock } from '../../../chain/poolAtBlock'
import { useFlows } from '../../../data/FlowsProvider'
import { isFinished, isOpen } from '../../../flows/flow'
import type { CommitIntent } from '../../../flows/kinds/commit'
import { formatInterval } from '../../../format/formatTime'
import { earliestExecutionSec } from '../../../protocol/updateInterval'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Countdown } from '../CutOff'
import { rememberGuide, useGuideMemory } from './guideMemory'
import { GUIDE_STEPS, type GuideStep, guideStep, isStranger } from './guideStep'

const TITLES: Readonly<Record<GuideStep, string>> = {
  connect: 'Connect your wallet',
  choose: 'Choose a side and an amount',
  approve: 'Approve',
  commit: 'Commit',
  wait: 'Wait for the rebalance',
  claim: 'Claim, or keep it in escrow',
}

/** Leads somebody who has never been here through a first mint: follows what happens, and asks for nothing itself. */
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

  // While a wallet connects itself again, nobody knows yet whether its owner is new.
  const isUnknown = status !== 'disconnected' && account === undefined
  const isWanted = memory === 'begun' || status === 'disconnected' || isNew
  if (memory === 'over' || facts.deprecated || isUnknown || !isWanted || step === undefined)
    return null
  return (
    <Card
      title="Your first mint"
      aside={
        <Button look="quiet" className="-mr-2" onClick={() => rememberGuide('over')}>
          {step === 'claim' ? 'Done' : 'Hide for good'}
        </Button>
      }
    >
      <ol className="space-y-1">
        {GUIDE_STEPS.map((name, index) => (
          <li
            key={name}
            aria-current={name === step ? 'step' : undefined}
            className={name === step ? '' : 'text-muted'}
          >
            <span className={name === step ? 'font-semibold' : ''}>
              {GUIDE_STEPS.indexOf(step) > index ? '✓' : `${index + 1}.`} {TITLES[name]}
            </span>
            {name === step && (
              <p className="mt-0.5 mb-1 text-muted">
                <Meaning step={step} pool={pool} approval={approval} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** What a step does, and why. */
function Meaning({
  step,
  pool,
  approval,
}: {
  step: GuideStep
  pool: PoolAtBlock
  approval: CommitIntent['approval']
}) {
  const { facts, snapshot, account } = pool
  switch (step) {
    case 'connect':
      return 'A wallet holds your money and signs for you. Everything here can be read without one, and connecting moves nothing.'
    case 'choose':
      return 'Long gains when the index rises, short when it falls. What you get, when, and at what cost stands under the amount before you click anything.'
    case 'approve':
      return approval === 'exact'
        ? 'Your wallet asks first whether the pool may take this amount. It allows exactly that and moves nothing yet.'
        : 'Your wallet asks first whether the pool may take any amount, as you chose below. It moves nothing yet.'
    case 'commit':
      return `This puts your order into the queue, and cannot be undone. It waits because nobody may mint at a price they know already: orders close ${formatInterval(facts.frontRunningIntervalSec)} before the rebalance that prices them, so that no one trades ahead of the others.`
    case 'wait': {
      const ids = account?.user.unAggregatedCommitments ?? []
      const next = ids.filter((id) => id >= snapshot.updateIntervalId).sort(ascending)[0]
      return (
        <>
          Your order executes at the price of its rebalance, not before{' '}
          {next !== undefined && <Countdown toSec={earliestExecutionSec(snapshot, next)} />}. You
          can close this page meanwhile.
        </>
      )
    }
    case 'claim':
      return 'Your tokens are yours and follow the index already. Claim moves them into your wallet; in escrow they can be burned or flipped later without claiming.'
  }
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : 1
}
