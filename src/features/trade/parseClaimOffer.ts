import { isUnusualOffer } from '../../analytics/claimOffers'
import { formatAmount } from '../../format/formatAmount'
import { type AmountErrorCode, describeAmbiguity, parseAmount } from '../../format/parseAmount'
import { tradeContent } from './content'

const content = tradeContent.autoClaim

const ETH_DECIMALS = 18
const MAX_WEI = 10n ** 24n

/** What is offered at first, in the claim's own cost: it still pays the claimer when gas gets more expensive. */
const OFFERED_COSTS = 3n

/** What is offered for claiming: nothing, so many wei, or a text that says neither. */
export type ClaimOffer =
  | {
      readonly ok: true
      readonly wei: bigint
      /** It is offered because the person has said that they mean it. */
      readonly isUnusual?: true
    }
  | {
      readonly ok: false
      readonly problem: string
      /** It may be offered once the person has said that they mean it. */
      readonly isUnusual?: true
    }

/** What is known where an offer is read. */
interface ClaimOfferContext {
  readonly ethBalanceWei: bigint | undefined
  /** What a claim costs at the gas price of the moment; undefined while that is not known. */
  readonly costWei: bigint | undefined
  /** The text came with the page's address: it was not typed here. */
  readonly isFromLink: boolean
  /** The text that the person has said they mean. */
  readonly meant: string | undefined
}

/** @param text As typed, or as a link has it; undefined where nothing is offered */
export function parseClaimOffer(
  text: string | undefined,
  { ethBalanceWei, costWei, isFromLink, meant }: ClaimOfferContext,
): ClaimOffer {
  if (text === undefined) return { ok: true, wei: 0n }
  const parsed = parseAmount(text, ETH_DECIMALS, MAX_WEI)
  if (!parsed.ok) return { ok: false, problem: describeBadOffer(parsed.code, text) }
  const wei = parsed.value
  if (ethBalanceWei !== undefined && wei >= ethBalanceWei)
    return {
      ok: false,
      problem: content.notEnoughEth(formatEth(ethBalanceWei)),
    }
  const isMuch = isUnusualOffer(wei, costWei)
  if (!isMuch && !isFromLink) return { ok: true, wei }
  if (meant === text) return { ok: true, wei, isUnusual: true }
  const cost = costWei === undefined ? '' : ` ${content.cost(formatEth(costWei))}`
  const reason = isMuch ? content.isMuch : content.isFromLink
  const why = `${reason(formatAmount(wei, ETH_DECIMALS))}${cost}`
  return { ok: false, isUnusual: true, problem: why }
}

function describeBadOffer(code: AmountErrorCode, text: string): string {
  if (code === 'TOO_LARGE') return content.tooLarge
  if (code === 'AMBIGUOUS') return describeAmbiguity(text)
  return content.enter
}

/** What is offered at first, as the field shows it: about three times what a claim costs, to two digits, rounded up. */
export function firstOffer(costWei: bigint): string {
  const wei = costWei * OFFERED_COSTS
  const unit = 10n ** BigInt(Math.max(0, wei.toString().length - 2))
  return formatAmount(((wei + unit - 1n) / unit) * unit, ETH_DECIMALS)
}

function formatEth(wei: bigint): string {
  return formatAmount(wei, ETH_DECIMALS, { maxDecimals: 6 })
}
