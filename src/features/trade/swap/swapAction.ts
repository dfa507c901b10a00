import type { QueuedOrder } from '../../../analytics/secondary/compareWithQueue'
import type { OrderForm } from '../orderForm'

/** What a swap can take the place of. */
export type SwapAction = Pick<QueuedOrder, 'action' | 'side'>

/** What a form asks for, as a swap could do it; undefined for a flip or a straddle. */
export function swapActionOf({ action, side }: OrderForm): SwapAction | undefined {
  return action === 'mint' || action === 'burn' ? { action, side } : undefined
}
