import type { Client, TransactionReceipt } from 'viem'
import { keyOf, timesTaken } from './carriesCalls'
import type { Flow } from './flow'
import type { Proof } from './kinds/flowKind'
import { actionsOf } from './kinds/kinds'
import type { Step } from './step'

/** What the contracts say of a step whose transaction has gone through; `partly`: of a batch, some of it. */
export type StepProof = Proof & { readonly isPartly?: boolean }

/**
 * Whether a transaction did what a step is for. That it went through does not say so: the transaction of a smart wallet goes
 * through although the call inside has failed.
 *
 * @param receipt Of the transaction, or of several with the logs of all
 * @param flows All flows that are known: an event counts for one of them only
 * @throws RPC errors
 */
export async function proveStep(
  client: Client,
  flow: Flow,
  step: Step,
  receipt: TransactionReceipt,
  flows: readonly Flow[],
): Promise<StepProof> {
  const actions = actionsOf(flow, step)
  const seen = new Map<string, number>()
  let done = 0
  let last: Proof = { isDone: true }
  let failed: Proof | undefined
  for (const action of actions) {
    const request = action.request()
    const key = keyOf(request)
    const earlier = seen.get(key) ?? 0
    seen.set(key, earlier + 1)
    const taken = earlier + timesTaken(receipt.transactionHash, flow, step, request, flows)
    const proof = await action.prove(client, receipt, taken)
    if (proof.isDone) {
      done += 1
      last = proof
    } else failed ??= proof
  }
  return failed === undefined ? last : { ...failed, isPartly: done > 0 }
}
