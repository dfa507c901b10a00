import type { Client, Hash } from 'viem'
import { getCode } from 'viem/actions'
import { findReplacement } from './findReplacement'
import type { Flow } from './flow'
import { matchesStepCalls } from './matchesStepCalls'
import { sentNonces } from './sentNonces'
import type { SearchFrom, Step } from './step'

/** What looking through an account's own transactions has come to. */
interface AmongSent {
  readonly hash: Hash | undefined
  /** Whether all of them could be looked at: only then one that was not found is not there. */
  readonly isComplete: boolean
}

/**
 * Looks for a step's transaction among those that the account has sent since it was asked, one nonce after the other: needs no
 * events, and finds one that was reverted, too. What others send for a smart account it does not see.
 *
 * @param flows All flows that are known: what is on record for other steps is not this one's
 * @param others Nonces that were used for something else: passed over, and added to
 * @throws RPC errors; an Error when the node is behind the block from which to search
 */
export async function findByNonce(
  client: Client,
  flow: Pick<Flow, 'id' | 'intent' | 'account'>,
  step: Pick<Step, 'kind' | 'leg' | 'hashes' | 'lastRequest'>,
  search: SearchFrom,
  flows: () => readonly Flow[],
  others: Set<number>,
): Promise<AmongSent> {
  const { account } = flow
  const sentSince = await sentNonces(client, account, search, others)
  let { isComplete } = sentSince
  for (const nonce of sentSince.nonces) {
    const sent = await findReplacement(client, { sender: account, nonce }, search.fromBlock)
    if (sent === undefined) isComplete = false
    else if (!step.hashes.includes(sent.hash) && matchesStepCalls(sent, flow, step, flows()))
      return { hash: sent.hash, isComplete }
    else others.add(nonce)
  }
  if (isComplete) isComplete = (await getCode(client, { address: account })) === undefined
  return { hash: undefined, isComplete }
}
