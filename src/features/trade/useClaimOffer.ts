import { useEffect, useState } from 'react'
import { tradeContent } from './content'
import { type ClaimOffer, firstOffer, parseClaimOffer } from './parseClaimOffer'
import { useClaimCost } from './useClaimCost'

/** What the ticket offers for claiming, and how that is changed. */
export interface ClaimField {
  /** As the field shows it; undefined while nothing is offered. */
  readonly text: string | undefined
  readonly offer: ClaimOffer
  readonly toggle: () => void
  readonly type: (text: string) => void
  /** The person means it although it is much, or came with a link; or does not after all. */
  readonly toggleMeant: () => void
}

/**
 * @param text What the form has; undefined while nothing is offered
 * @param change Writes it into the form
 */
export function useClaimOffer(
  text: string | undefined,
  change: (text: string | undefined) => void,
  ethBalanceWei: bigint | undefined,
): ClaimField {
  const [meant, setMeant] = useState<string>()
  /** What was typed or offered here; anything else came with a link. */
  const [own, setOwn] = useState<string>()
  const [isAwaited, setAwaited] = useState(false)
  const cost = useClaimCost(text !== undefined)
  const write = (next: string | undefined, awaitsCost = false) => {
    setOwn(next)
    setAwaited(awaitsCost)
    change(next)
  }
  // Switched on before the gas price is known: the first offer follows as soon as it is.
  useEffect(() => {
    if (!isAwaited || text === undefined) return
    if (cost.wei !== undefined) write(firstOffer(cost.wei))
    else if (cost.isUnknown) setAwaited(false)
  })
  const isFromLink = text !== own
  const offer = parseClaimOffer(text, { ethBalanceWei, costWei: cost.wei, isFromLink, meant })
  return {
    text,
    offer: isAwaited ? { ok: false, problem: tradeContent.autoClaim.loadingCost } : offer,
    toggle: () => (text === undefined ? write('', true) : write(undefined)),
    type: write,
    toggleMeant: () => setMeant((before) => (before === text ? undefined : text)),
  }
}
