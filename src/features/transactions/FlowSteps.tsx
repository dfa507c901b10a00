import { Link } from 'react-router'
import { useFlowActions } from '../../data/FlowsProvider'
import { currentStepIndex, type Flow, isBusy, isFinished, type LiveFlow } from '../../flows/flow'
import { stepName } from '../../flows/kinds/kinds'
import { isStartable, type Step } from '../../flows/step'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { ApprovalLeft, isApprovalSpent, leavesApproval } from './ApprovalLeft'
import { transactionsContent } from './content'
import { describeStep } from './describeStep'
import { FlowResult } from './FlowResult'
import { LiquidityResult } from './LiquidityResult'
import { isOrder, OrderTerms, ResumeOrder } from './OrderTerms'
import { StepHashes } from './StepHashes'
import { SwapResult } from './SwapResult'
import { describeUnresolvedStep, UnresolvedStepNotice } from './UnresolvedStepNotice'
import { UpkeepResult } from './UpkeepResult'

export const MARKS = { waiting: '○', active: '◐', done: '✓', problem: '!' } as const

const content = transactionsContent.step

/** The steps of a flow: how far each is, what it waits for, and the button that continues. */
export function FlowSteps({ flow }: { flow: LiveFlow }) {
  const current = currentStepIndex(flow)
  return (
    <div className="space-y-3">
      <ol className="space-y-2">
        {flow.steps.map((step, index) => (
          <StepLine
            key={`${step.kind}-${step.leg}`}
            step={step}
            name={stepName(flow.intent, step)}
            isCurrent={index === current}
            isRunning={flow.isRunning}
          />
        ))}
      </ol>
      {isOrder(flow) && <OrderTerms flow={flow} />}
      {leavesApproval(flow) && <ApprovalLeft />}
      <PartialUpkeepResult flow={flow} />
      {isFinished(flow) ? (
        <Ending flow={flow} />
      ) : (
        <NextMove flow={flow} step={flow.steps[current]} />
      )}
    </div>
  )
}

function StepLine({
  step,
  name,
  isCurrent,
  isRunning,
}: {
  step: Step
  name: string
  isCurrent: boolean
  isRunning: boolean
}) {
  const { phase, text } = describeStep(step, isCurrent, isRunning)
  return (
    <li className="flex gap-3" aria-current={isCurrent ? 'step' : undefined}>
      <span
        aria-hidden="true"
        className={`grid size-5 shrink-0 place-items-center rounded-full border text-xs ${
          phase === 'done'
            ? 'border-long text-long'
            : phase === 'problem'
              ? 'border-warn text-warn'
              : 'border-line text-muted'
        } ${phase === 'active' ? 'animate-pulse' : ''}`}
      >
        {MARKS[phase]}
      </span>
      <span className="min-w-0">
        <span className="font-medium">{name}</span>{' '}
        {/* A step that is done is one line, so that the next one is in sight, too. */}
        <span className={`text-xs text-muted ${phase === 'done' ? 'mr-1' : 'block'}`} role="status">
          {text}
        </span>
        <StepHashes hashes={step.hashes} />
      </span>
    </li>
  )
}

function NextMove({ flow, step }: { flow: LiveFlow; step: Step | undefined }) {
  const { proceed, dismiss } = useFlowActions()
  if (step === undefined) return null
  const unresolved = describeUnresolvedStep(step.status)
  if (unresolved !== undefined) return <UnresolvedStepNotice flow={flow} unresolved={unresolved} />
  if (isBusy(flow) || !isStartable(step.status)) return null
  if (isApprovalSpent(flow))
    return (
      <Button className="w-full" onClick={() => dismiss(flow.id)}>
        {transactionsContent.dismiss}
      </Button>
    )
  const name = stepName(flow.intent, step)
  const label = step.status.at === 'ready' ? content.continue(name) : content.tryAgain(name)
  if (isOrder(flow)) return <ResumeOrder flow={flow} label={label} />
  return (
    <Button look="primary" className="w-full" onClick={() => proceed(flow.id)}>
      {label}
    </Button>
  )
}

/** What rebalances that did not all succeed have changed. */
function PartialUpkeepResult({ flow: { intent, steps } }: { flow: Flow }) {
  const [step] = steps
  if (intent.kind !== 'upkeep' || step?.status.at !== 'failed') return null
  const { because, hash } = step.status
  if (because !== 'undone' || hash === undefined || intent.pools.length === 1) return null
  return <UpkeepResult intent={intent} hash={hash} />
}

function Ending({ flow }: { flow: Flow }) {
  const { intent, steps } = flow
  const hash = steps.at(-1)?.hashes.at(-1)
  if (intent.kind === 'upkeep' && hash !== undefined)
    return <UpkeepResult intent={intent} hash={hash} />
  if (intent.kind === 'swap' && hash !== undefined)
    return <SwapResult intent={intent} account={flow.account} hash={hash} />
  if ((intent.kind === 'joinPool' || intent.kind === 'exitPool') && hash !== undefined)
    return <LiquidityResult intent={intent} account={flow.account} hash={hash} />
  const created = intent.kind === 'create' ? intent.created.deployPool : undefined
  return (
    <Notice tone="success">
      <FlowResult flow={flow} />
      {created !== undefined && (
        <>
          {' '}
          <Link to={`/pool/${created}`} className="underline underline-offset-4">
            {content.openMarket}
          </Link>
        </>
      )}
    </Notice>
  )
}
