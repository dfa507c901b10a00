import type { Client, Hash } from 'viem'
import { getCode, getTransactionCount } from 'viem/actions'
import { carriesCall } from './carriesCall'
import { findReplacement } from './findReplacement'
import type { Flow, SearchFrom, Step } from './flow'

/** Transactions of one account between two looks; nobody sends more. */
const MOST_NONCES = 50

/** What looking through an account's own transactions has come to. */
export interface AmongSent {
  readonly hash: Hash | undefined
  /** Whether all of them could be looked at: only then one that was not found is not there. */
  readonly isComplete: boolean
  /** The account's next nonce. */
  readonly nextNonce: number
}

/**
 * Looks for a step's transaction among those that the account has sent since it was asked, one nonce after the other: needs no
 * events, and finds one that was reverted, too. What others send for a smart account it does not see.
 *
 * @param taken Hashes that are on record already, which this one cannot be
 * @throws RPC errors
 */
export async function findAmongSent(
  client: Client,
  flow: Pick<Flow, 'intent' | 'account'>,
  step: Pick<Step, 'kind' | 'leg'>,
  { nonce: first, fromBlock }: SearchFrom,
  taken: ReadonlySet<Hash>,
): Promise<AmongSent> {
  const { account } = flow
  const nextNonce = await getTransactionCount(client, { address: account })
  if (first === undefined) return { hash: undefined, isComplete: false, nextNonce }
  let isComplete = nextNonce <= first + MOST_NONCES
  for (let nonce = first; nonce < Math.min(nextNonce, first + MOST_NONCES); nonce++) {
    const sent = await findReplacement(client, { sender: account, nonce }, fromBlock)
    if (sent === undefined) isComplete = false
    else if (!taken.has(sent.hash) && carriesCall(sent, flow, step))
      return { hash: sent.hash, isComplete, nextNonce }
  }
  if (isComplete) isComplete = (await getCode(client, { address: account })) === undefined
  return { hash: undefined, isComplete, nextNonce }
}
