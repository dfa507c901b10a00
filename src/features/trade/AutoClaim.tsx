import { useId } from 'react'
import { formatAmount } from '../../format/formatAmount'
import { type AmountErrorCode, describeAmbiguity, parseAmount } from '../../format/parseAmount'

const ETH_DECIMALS = 18
const MAX_WEI = 10n ** 24n
/** Offered at first; about the gas of a claim with something to spare. */
const FIRST_OFFER = '0.001'

/** Far above the gas of any claim: who offers more has mistyped it, or was sent a link that does. */
const MOST_USUAL_WEI = 10n ** 16n

/** What is offered for claiming: nothing, so many wei, or a text that says neither. */
export type ClaimOffer =
  | { readonly ok: true; readonly wei: bigint }
  | {
      readonly ok: false
      readonly problem: string
      /** It is unusually much, and may be offered once somebody has said so. */
      readonly isUnusual?: true
    }

/**
 * @param text As typed, or as a link has it; undefined where nothing is offered
 * @param meant The text that the person has confirmed although it is unusually much
 */
export function readClaim(
  text: string | undefined,
  ethBalanceWei: bigint | undefined,
  meant?: string,
): ClaimOffer {
  if (text === undefined) return { ok: true, wei: 0n }
  const parsed = parseAmount(text, ETH_DECIMALS, MAX_WEI)
  if (!parsed.ok) return { ok: false, problem: describeBadOffer(parsed.code, text) }
  if (ethBalanceWei !== undefined && parsed.value >= ethBalanceWei)
    return {
      ok: false,
      problem: `Your wallet has ${formatAmount(ethBalanceWei, ETH_DECIMALS, { maxDecimals: 6 })} ETH, and needs some for the network fee.`,
    }
  if (parsed.value > MOST_USUAL_WEI && meant !== text)
    return {
      ok: false,
      isUnusual: true,
      problem: `${formatAmount(parsed.value, ETH_DECIMALS)} ETH go to whoever claims first, and are many times what that costs them: 0.001 is a usual offer.`,
    }
  return { ok: true, wei: parsed.value }
}

function describeBadOffer(code: AmountErrorCode, text: string): string {
  if (code === 'TOO_LARGE') return 'That is more than can be offered.'
  if (code === 'AMBIGUOUS') return describeAmbiguity(text)
  return 'Enter the ETH to offer, for example 0.001, or switch it off.'
}

/** Whether somebody else is paid to claim what the order brings, and how much. */
export function AutoClaim({
  text,
  offer,
  hasQueued,
  onChange,
  onMean,
}: {
  text: string | undefined
  offer: ClaimOffer
  /** Whether the person has commits in this market's queue. */
  hasQueued: boolean
  onChange: (text: string | undefined) => void
  /** The person offers it although it is unusually much. */
  onMean: () => void
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
            onChange={() => onChange(isOn ? undefined : FIRST_OFFER)}
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
              onChange={(event) => onChange(event.target.value)}
            />
            ETH
          </span>
        )}
      </div>
      {isOn && !offer.ok && offer.isUnusual && (
        <label className="mb-1 flex cursor-pointer items-center gap-2 max-sm:min-h-10">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={false}
            onChange={onMean}
          />
          Offer {text} ETH all the same
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
