import { useId } from 'react'
import type { ClaimField } from './useClaimOffer'

/** Whether somebody else is paid to claim what the order brings, and how much. */
export function AutoClaim({
  field: { text, offer, toggle, type, toggleMeant },
  hasQueued,
}: {
  field: ClaimField
  /** Whether the person has commits in this market's queue. */
  hasQueued: boolean
}) {
  const id = useId()
  const isOn = text !== undefined
  return (
    <div>
      <div className="flex min-h-9 items-center justify-between gap-3">
        <label className="flex cursor-pointer items-center gap-2 max-sm:min-h-10">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={isOn}
            onChange={toggle}
          />
          Auto-claim
        </label>
        {isOn && (
          <span className="flex items-center gap-2">
            <label htmlFor={id} className="text-muted">
              for
            </label>
            <input
              id={id}
              aria-label="ETH offered for the claim"
              aria-invalid={!offer.ok}
              aria-describedby={`${id}-note`}
              className={`w-24 rounded border bg-canvas px-2 py-1 text-right max-sm:min-h-10 ${offer.ok ? 'border-line' : 'border-short'}`}
              inputMode="decimal"
              autoComplete="off"
              value={text}
              onChange={(event) => type(event.target.value)}
            />
            ETH
          </span>
        )}
      </div>
      {isOn && offer.isUnusual && (
        <label className="mb-1 flex cursor-pointer items-center gap-2 max-sm:min-h-10">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={offer.ok}
            onChange={toggleMeant}
          />
          Offer {text} ETH
        </label>
      )}
      {isOn && (
        <p id={`${id}-note`} className={`text-xs ${offer.ok ? 'text-warn' : 'text-short'}`}>
          {offer.ok
            ? 'A claim bot must be running somewhere: it gets this ETH for sending the tokens to your wallet. Without one nothing happens until you claim yourself.'
            : offer.problem}
          {offer.ok &&
            hasQueued &&
            ' You have commits waiting here: if one of them has a paid claim for an earlier rebalance, this ETH is added to that one, and what this order brings stays in escrow until you claim it.'}
        </p>
      )}
    </div>
  )
}
