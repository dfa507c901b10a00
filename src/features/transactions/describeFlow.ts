import type { CommitIntent, Flow } from '../../flows/flow'
import { currentStepIndex } from '../../flows/flow'
import { formatAmount } from '../../format/formatAmount'
import { describeStep, type StepText, stepName } from './describeStep'

/** What has become of a whole flow, in words: its result, or where it stands and what has been done until then. */
export function describeFlow(flow: Flow): StepText {
  const { intent, steps } = flow
  const index = currentStepIndex(flow)
  const step = steps[index]
  if (step === undefined) return { phase: 'done', text: resultOf(flow) }
  const { phase, text } = describeStep(step, true)
  const done = steps.slice(0, index).map((earlier) => stepName(earlier, intent))
  const before = done.length === 0 ? '' : `Done: ${done.join('; ')}. `
  return { phase, text: `${before}${stepName(step, intent)}: ${text}` }
}

function resultOf({ intent, steps }: Flow): string {
  if (intent.kind === 'claim')
    return 'Claimed. Everything that was in escrow here is in your wallet.'
  if (intent.kind === 'feeClaim')
    return 'Claimed. What had accrued is at the pool’s secondary fee address now.'
  if (intent.kind === 'upkeep') return 'Performed. What it changed is in its transaction.'
  if (intent.kind === 'create') return 'The market is there: its page can be opened.'
  return `${committed(intent, steps[0]?.kind === 'batch')}${paidClaim(intent)}`
}

function committed({ legs }: CommitIntent, isBatch: boolean): string {
  if (legs.length === 1)
    return 'Committed. Until its rebalance executes it, it stands among the pending commits, and from then on among the executed orders.'
  const how = isBatch ? ', all in one transaction' : ''
  return `Committed in ${legs.length} parts${how}. Until their rebalance executes them, they stand among the pending commits, and from then on among the executed orders.`
}

function paidClaim({ autoClaimWei }: CommitIntent): string {
  if (autoClaimWei === 0n) return ''
  return ` Whoever claims for you afterwards is paid ${formatAmount(autoClaimWei, 18)} ETH; you can always claim yourself.`
}
