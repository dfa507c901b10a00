import type { Client, Hash, TransactionReceipt } from 'viem'
import type { Flow } from './flow'
import type { Proof } from './kinds/flowKind'
import { actionsOf } from './kinds/kinds'
import { keyOf, timesTaken } from './matchesStepCalls'
import type { Step } from './step'

/** What the contracts say of a step whose transaction has gone through. */
export interface StepProof {
  readonly proof: Proof
  /** Of a batch some was done, and some was not. */
  readonly isPartly: boolean
  /** How much of the transaction other steps had when this was looked at. @see sharesTaken */
  readonly taken: number
}

/**
 * Whether a transaction did what a step is for. That it went through does not say so: the transaction of a smart wallet goes
 * through although the call inside has failed.
 *
 * @param receipt Of the transaction, or of several with the logs of all
 * @param flows All flows that are known: an event counts for one of them only
 * @throws RPC errors
 */
export async function verifyStep(
  client: Client,
  flow: Flow,
  step: Step,
  receipt: TransactionReceipt,
  flows: readonly Flow[],
): Promise<StepProof> {
  const { transactionHash } = receipt
  const seen = new Map<string, number>()
  let done = 0
  let proof: Proof = { isDone: true }
  for (const action of actionsOf(flow, step)) {
    const request = action.request()
    const key = keyOf(request)
    const earlier = seen.get(key) ?? 0
    seen.set(key, earlier + 1)
    const taken = timesTaken(transactionHash, flow, step, request, flows)
    const part = await action.prove(client, receipt, earlier + taken)
    if (part.isDone) done += 1
    if (proof.isDone) proof = part
  }
  const taken = sharesTaken(transactionHash, flow, step, flows)
  return { proof, isPartly: !proof.isDone && done > 0, taken }
}

/** How much of a transaction steps of other flows have, by the same calls. It must not have grown before a proof is written down. */
export function sharesTaken(hash: Hash, flow: Flow, step: Step, flows: readonly Flow[]): number {
  return actionsOf(flow, step).reduce(
    (sum, action) => sum + timesTaken(hash, flow, step, action.request(), flows),
    0,
  )
}
