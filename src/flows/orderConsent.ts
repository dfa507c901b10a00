import { type Address, isAddressEqual } from 'viem'
import type { Failure } from '../chain/describeFailure'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { isBurn } from '../protocol/commitType'
import type { CommitIntent } from './kinds/commit'

type UnverifiedComponents = PoolAtBlock['unverifiedComponents']

/**
 * Whether an order needs the person's word: what a burn takes out was at risk already, and must not be kept in.
 *
 * @param isLeaving Whether it only takes out
 * @param account Who sends it: no one has to trust themselves
 */
export function needsConsent(
  unverifiedComponents: UnverifiedComponents,
  isLeaving: boolean,
  account: Address | undefined,
): boolean {
  return (
    !isLeaving &&
    unverifiedComponents.some(
      ({ address }) => account === undefined || !isAddressEqual(address, account),
    )
  )
}

/** Another one for each set of parts at their addresses, whatever their order. */
export function consentKey(pool: string, unverifiedComponents: UnverifiedComponents): string {
  const parts = unverifiedComponents.map(({ kind, address }) => `${kind} ${address.toLowerCase()}`)
  return [pool.toLowerCase(), ...parts.sort()].join()
}

/** Whether commits only take out. */
export function isLeaving(legs: CommitIntent['legs']): boolean {
  return legs.every(({ commitType }) => isBurn(commitType))
}

/**
 * Why an order must not go out as the person has agreed to it: what is not known of its market is not what they had before them.
 *
 * @param legs What of it is still to be sent
 */
export function consentProblem(
  { pool, consent, legs }: Pick<CommitIntent, 'pool' | 'consent' | 'legs'>,
  account: Address,
  { unverifiedComponents }: Pick<PoolAtBlock, 'unverifiedComponents'>,
): Failure | undefined {
  if (!needsConsent(unverifiedComponents, isLeaving(legs), account)) return undefined
  if (consent === consentKey(pool, unverifiedComponents)) return undefined
  const why =
    consent === undefined
      ? 'This market is unverified, and you haven’t accepted that yet.'
      : 'The unverified components of this market have changed since you accepted them.'
  return {
    code: 'CONSENT_CHANGED',
    message: `${why} Your commit was not sent. Review the market and start a new order.`,
  }
}
