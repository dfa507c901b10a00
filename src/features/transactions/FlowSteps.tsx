import { useFlowActions } from '../../data/FlowsProvider'
import { useNetwork } from '../../data/NetworkContext'
import { currentStepIndex, type Flow, isFinished, isStartable, type Step } from '../../flows/flow'
import { formatAddress } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { describeStep, stepName } from './describeStep'
import { UpkeepResult } from './UpkeepResult'

const MARKS = { waiting: '○', active: '◐', done: '✓', problem: '!' } as const

/** The steps of a flow: which is where, what it waits for, and how to go on. */
export function FlowSteps({ flow }: { flow: Flow }) {
  const current = currentStepIndex(flow)
  return (
    <div className="space-y-3">
      <ol className="space-y-2">
        {flow.steps.map((step, index) => (
          <StepLine
            key={`${step.kind}-${step.leg}`}
            step={step}
            name={stepName(step, flow.intent)}
            isCurrent={index === current}
          />
        ))}
      </ol>
      {isFinished(flow) ? (
        <Ending flow={flow} />
      ) : (
        <NextMove flow={flow} step={flow.steps[current]} />
      )}
    </div>
  )
}

function StepLine({ step, name, isCurrent }: { step: Step; name: string; isCurrent: boolean }) {
  const { phase, text } = describeStep(step, isCurrent)
  const explorerUrl = useNetwork().chain.blockExplorers?.default.url
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
        {step.hashes.map((hash) => (
          <span key={hash} className="mr-2 inline-block font-mono text-xs text-muted">
            {explorerUrl === undefined ? (
              <span title={hash}>{formatAddress(hash)}</span>
            ) : (
              <a
                href={`${explorerUrl}/tx/${hash}`}
                target="_blank"
                rel="noreferrer"
                className="underline underline-offset-2"
              >
                {formatAddress(hash)}
              </a>
            )}
          </span>
        ))}
      </span>
    </li>
  )
}

function NextMove({ flow, step }: { flow: Flow; step: Step | undefined }) {
  const { proceed, declareUnsent } = useFlowActions()
  if (step === undefined) return null
  if (step.status.at === 'unknown')
    return (
      <Notice tone="warn">
        <p>
          Your wallet was asked, and its answer was lost. The chain is being searched for the
          transaction. If your wallet shows that it was never confirmed, it can be asked again.
        </p>
        <Button className="mt-2" onClick={() => declareUnsent(flow.id)}>
          It was not sent
        </Button>
      </Notice>
    )
  if (!isStartable(step.status)) return null
  return (
    <Button look="primary" className="w-full" onClick={() => proceed(flow.id)}>
      {step.status.at === 'ready'
        ? `Continue: ${stepName(step, flow.intent)}`
        : `Try again: ${stepName(step, flow.intent)}`}
    </Button>
  )
}

function Ending({ flow }: { flow: Flow }) {
  const { intent, steps } = flow
  const hash = steps.at(-1)?.hashes.at(-1)
  if (intent.kind === 'upkeep' && hash !== undefined)
    return <UpkeepResult intent={intent} hash={hash} />
  return (
    <Notice tone="success">
      {intent.kind === 'claim'
        ? 'Claimed. Everything that was in escrow here is in your wallet.'
        : 'Committed. It waits in the queue below and executes by itself at its rebalance.'}
    </Notice>
  )
}
