import { useState } from 'react'
import type { Address } from 'viem'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { OrderForm } from './orderForm'

/** Whether somebody has agreed to what a stranger's market can take. */
interface Consent {
  /** Whether the order puts money into what is not known: leaving it needs no word. */
  readonly isNeeded: boolean
  readonly isGiven: boolean
  readonly give: (isGiven: boolean) => void
}

/**
 * A tick holds for the parts that were shown with it, at their addresses: with others it is asked for again.
 *
 * @param account Who would send: nobody has to trust themselves
 */
export function useConsent(
  { facts, unknownParts }: Pick<PoolAtBlock, 'facts' | 'unknownParts'>,
  action: OrderForm['action'],
  account: Address | undefined,
): Consent {
  const [given, setGiven] = useState<string>()
  const shown = consentKey(facts.address, unknownParts)
  return {
    isNeeded: needsConsent(unknownParts, action, account),
    isGiven: given === shown,
    give: (isGiven) => setGiven(isGiven ? shown : undefined),
  }
}

/** Whether an order needs it: what a burn takes out was at risk already, and must not be kept in. */
export function needsConsent(
  unknownParts: PoolAtBlock['unknownParts'],
  action: OrderForm['action'],
  account: Address | undefined,
): boolean {
  return action !== 'burn' && unknownParts.some(({ address }) => address !== account)
}

/** Another one for each set of parts. */
export function consentKey(pool: string, unknownParts: PoolAtBlock['unknownParts']): string {
  return [pool, ...unknownParts.map(({ kind, address }) => `${kind} ${address}`)].join()
}
