import { currentStepIndex, type Flow } from '../../flows/flow'
import { kindOf, stepName } from '../../flows/kinds/kinds'
import { describeStep, type StepText } from './describeStep'

/** What has become of a whole flow, in words: its result, or where it stands and what has been done until then. */
export function describeFlow(flow: Flow): StepText {
  const { intent, steps } = flow
  const index = currentStepIndex(flow)
  const step = steps[index]
  if (step === undefined) return { phase: 'done', text: kindOf(intent).result(flow) }
  const { phase, text } = describeStep(step, true)
  const done = steps.slice(0, index).map((earlier) => stepName(intent, earlier))
  const before = done.length === 0 ? '' : `Done: ${done.join('; ')}. `
  return { phase, text: `${before}${stepName(intent, step)}: ${text}` }
}
