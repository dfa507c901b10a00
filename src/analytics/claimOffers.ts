/** Gas of claiming what one order brought for someone else, through the AutoClaim contract: 146,000 to 160,000 were measured. */
export const PAID_CLAIM_GAS = 160_000n

/** Above this many costs someone has mistyped it, or no one has typed it at all. */
const MOST_USUAL_COSTS = 20n
/** The same where the gas price is not known. */
const MOST_USUAL_WEI = 10n ** 15n

/**
 * Whether what is offered for a claim, in wei, is so much that the person has to say that they mean it.
 *
 * @param costWei What a claim costs at the gas price of the moment; undefined where that is not known
 */
export function isUnusualOffer(wei: bigint, costWei: bigint | undefined): boolean {
  return wei > (costWei === undefined ? MOST_USUAL_WEI : costWei * MOST_USUAL_COSTS)
}
