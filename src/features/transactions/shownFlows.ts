import { type Flow, isFinished } from '../../flows/flow'

/**
 * The flows that deserve a card: all that want attention, and of the results only that of the newest flow. Dismissing that one
 * brings no older one back.
 *
 * @param flows Newest first, dismissed ones included
 */
export function shownFlows<flow extends Flow>(flows: readonly flow[]): readonly flow[] {
  return flows.filter((flow, index) => !flow.dismissed && (!isFinished(flow) || index === 0))
}
