import { Link } from 'react-router'
import { useFlowActions } from '../../data/FlowsProvider'
import { currentStepIndex, type Flow, isBusy, isFinished, type LiveFlow } from '../../flows/flow'
import { stepName } from '../../flows/kinds/kinds'
import { isStartable, type Step } from '../../flows/step'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { ApprovalLeft, leavesApproval } from './ApprovalLeft'
import { DoubtNotice, doubtAbout } from './DoubtNotice'
import { describeFlow } from './describeFlow'
import { describeStep } from './describeStep'
import { isOrder, OrderTerms, ResumeOrder } from './OrderTerms'
import { StepHashes } from './StepHashes'
import { UpkeepResult } from './UpkeepResult'

export const MARKS = { waiting: '○', active: '◐', done: '✓', problem: '!' } as const

/** The steps of a flow: which is where, what it waits for, and how to go on. */
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
      <PerformedInPart flow={flow} />
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
        <span className="font-medium">{name}</span>
        <span className="block text-xs text-muted" role="status">
          {text}
        </span>
        <StepHashes hashes={step.hashes} />
      </span>
    </li>
  )
}

function NextMove({ flow, step }: { flow: LiveFlow; step: Step | undefined }) {
  const { proceed } = useFlowActions()
  if (step === undefined) return null
  const doubt = doubtAbout(step.status)
  if (doubt !== undefined) return <DoubtNotice flow={flow} doubt={doubt} />
  if (isBusy(flow) || !isStartable(step.status)) return null
  const label = `${step.status.at === 'ready' ? 'Continue' : 'Try again'}: ${stepName(flow.intent, step)}`
  if (isOrder(flow)) return <ResumeOrder flow={flow} label={label} />
  return (
    <Button look="primary" className="w-full" onClick={() => proceed(flow.id)}>
      {label}
    </Button>
  )
}

/** What upkeeps that did not all go through have changed. */
function PerformedInPart({ flow: { intent, steps } }: { flow: Flow }) {
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
  const made = intent.kind === 'create' ? intent.created.deployPool : undefined
  return (
    <Notice tone="success">
      {describeFlow(flow).text}
      {made !== undefined && (
        <>
          {' '}
          <Link to={`/pool/${made}`} className="underline underline-offset-4">
            Open the market’s page
          </Link>
        </>
      )}
    </Notice>
  )
}
