import { PAID_CLAIM_GAS } from '../../../analytics/claimOffers'
import type { WaysGas } from '../../../analytics/secondary/compareWithQueue'
import { USUAL_COMMIT_GAS } from '../../../flows/estimateGas'

/** Measured on the published contracts: 108,000 to 117,000. */
const SWAP_GAS = 118_000n
/** An assumption: a second swap shares the transaction and the transfers of the first. */
const FURTHER_HOP_GAS = 72_000n
/** The usual gas of an ERC-20's `approve` from zero; not measured. */
const APPROVAL_GAS = 46_000n

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
