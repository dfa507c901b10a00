import { PAID_CLAIM_GAS } from '../../../analytics/claimOffers'
import type { WaysGas } from '../../../analytics/secondary/compareWithQueue'
import { USUAL_COMMIT_GAS } from '../../../flows/estimateGas'

/** Gas of a swap, measured on the published contracts: 102,000 to 121,000, most where the account has none of what it receives yet. */
const SWAP_GAS = 121_000n
/** What a second swap adds in the same transaction, measured in the same way: 42,000 to 43,000. */
const FURTHER_HOP_GAS = 43_000n
/** An approval from zero, measured in the same way: 46,000 to 49,000. */
const APPROVAL_GAS = 49_000n

/** Approvals that come before each way. */
export interface WaysApprovals {
  readonly swap: boolean
  readonly queue: boolean
}

/**
 * What both ways' transactions usually take, wei: a swap, or a commit and its claim, each with its approval where it needs one.
 *
 * @param hops Swaps of the route
 */
export function computeWaysGas(
  gasPriceWei: bigint,
  hops: number,
  approvals: WaysApprovals,
): WaysGas {
  const approval = (isNeeded: boolean) => (isNeeded ? APPROVAL_GAS : 0n)
  const swap = SWAP_GAS + FURTHER_HOP_GAS * BigInt(hops - 1) + approval(approvals.swap)
  const queue = USUAL_COMMIT_GAS + PAID_CLAIM_GAS + approval(approvals.queue)
  return { swapWei: gasPriceWei * swap, queueWei: gasPriceWei * queue }
}
