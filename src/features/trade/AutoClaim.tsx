import { useId } from 'react'
import { useEthDollars } from '../../data/useEthDollars'
import { Dollars } from '../../ui/Dollars'
import { tradeContent } from './content'
import type { ClaimField } from './useClaimOffer'

const content = tradeContent.autoClaim

/** Whether someone is paid to claim what the order brings, and how much. */
export function AutoClaim({
  field: { text, offer, toggle, type, toggleMeant },
  hasQueued,
}: {
  field: ClaimField
  /** Whether the person has commits in this market's queue. */
  hasQueued: boolean
}) {
  const id = useId()
  const dollarsOf = useEthDollars()
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
          {content.label}
        </label>
        {isOn && (
          <span className="flex items-center gap-2">
            <label htmlFor={id} className="text-muted">
              {content.for}
            </label>
            <input
              id={id}
              aria-label={content.field}
              aria-invalid={!offer.ok}
              aria-describedby={`${id}-note`}
              className={`w-24 rounded border bg-canvas px-2 py-1 text-right max-sm:min-h-10 ${offer.ok ? 'border-line' : 'border-short'}`}
              inputMode="decimal"
              autoComplete="off"
              value={text}
              onChange={(event) => type(event.target.value)}
            />
            {content.unit} {offer.ok && <Dollars wad={dollarsOf(offer.wei)} />}
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
          {content.offer(text)}
        </label>
      )}
      {isOn && (
        <p id={`${id}-note`} className={`text-xs ${offer.ok ? 'text-warn' : 'text-short'}`}>
          {offer.ok
            ? hasQueued
              ? `${content.meaning} ${content.hasQueued}`
              : content.meaning
            : offer.problem}
        </p>
      )}
    </div>
  )
}
