import type { Flow } from './flow'
import { kindOf } from './kinds/kinds'

/** A new flow, with the steps that its intent takes from the start. */
export function createFlow(
  about: Pick<Flow, 'id' | 'chainId' | 'account' | 'createdAtMs' | 'intent'>,
  needsApproval: boolean,
): Flow {
  const { intent } = about
  const steps = kindOf(intent).steps(intent, needsApproval)
  return { ...about, unbatched: false, dismissed: false, steps }
}
