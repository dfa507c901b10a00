import { OutlookError } from '../../analytics/outlook'
import { tradeContent } from './content'
import type { LiveOrder } from './useOrder'

/**
 * Why an order without a projection is not sent, as a sentence. With no figures there is nothing that its fees can be compared
 * with before it goes out, and the one who sets them could raise them until then. A burn takes out what is at risk already. An order
 * that is only too far ahead has an interval, a time and fees as its projection.
 *
 * @returns Undefined where the order may be sent, or there is none yet
 */
export function unprojectedProblem({
  form,
  outlook,
}: Pick<LiveOrder, 'form' | 'outlook'>): string | undefined {
  if (form.action === 'burn' || !(outlook instanceof OutlookError) || outlook.isOutOfReach)
    return undefined
  return tradeContent.problem.noFeesCheck
}
