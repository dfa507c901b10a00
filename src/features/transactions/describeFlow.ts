import { currentStepIndex, type Flow } from '../../flows/flow'
import { kindOf, stepName } from '../../flows/kinds/kinds'
import { transactionsContent } from './content'
import { describeStep, type StepText } from './describeStep'

/** A whole flow in a sentence: its result, or how far it is and which steps are done. */
export function describeFlow(flow: Flow): StepText {
  const { intent, steps } = flow
  const index = currentStepIndex(flow)
  const step = steps[index]
  if (step === undefined) return { phase: 'done', text: kindOf(intent).result(flow) }
  const { phase, text } = describeStep(step, true)
  const done = steps.slice(0, index).map((earlier) => stepName(intent, earlier))
  const before = done.length === 0 ? '' : transactionsContent.step.doneBefore(done.join('; '))
  return { phase, text: `${before}${stepName(intent, step)}: ${text}` }
}
