import { useState } from 'react'
import type { Address } from 'viem'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { consentKey, needsConsent } from '../../flows/orderConsent'
import type { OrderForm } from './orderForm'

/** Whether someone has agreed to what a stranger's market can take. */
interface Consent {
  /** Whether the order puts money into what is not known: leaving it needs no word. */
  readonly isNeeded: boolean
  readonly isGiven: boolean
  /** What was agreed to, as an order carries it; undefined where no word is needed or given. */
  readonly key: string | undefined
  readonly give: (isGiven: boolean) => void
}

/**
 * A tick holds for the parts that were shown with it, at their addresses: with others it is asked for again.
 *
 * @param account Who would send: no one has to trust themselves
 */
export function useConsent(
  { facts, unverifiedComponents }: Pick<PoolAtBlock, 'facts' | 'unverifiedComponents'>,
  action: OrderForm['action'],
  account: Address | undefined,
): Consent {
  const [given, setGiven] = useState<string>()
  const shown = consentKey(facts.address, unverifiedComponents)
  const isNeeded = needsConsent(unverifiedComponents, action === 'burn', account)
  const isGiven = given === shown
  return {
    isNeeded,
    isGiven,
    key: isNeeded && isGiven ? shown : undefined,
    give: (isNowGiven) => setGiven(isNowGiven ? shown : undefined),
  }
}
