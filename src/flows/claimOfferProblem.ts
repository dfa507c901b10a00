import type { Client } from 'viem'
import { isUnusualOffer, PAID_CLAIM_GAS } from '../analytics/claimOffers'
import type { Failure } from '../chain/describeFailure'
import { formatAmount } from '../format/formatAmount'
import type { Flow } from './flow'
import { clientOf, type FlowContext } from './flowContext'
import type { FlowStore } from './flowStore'

const ETH_DECIMALS = 18

/** What the person has offered for the claims of the orders that they have started on this page, by flow. */
const offered = new WeakMap<FlowStore, Map<string, bigint>>()

/**
 * The person has started an order here: the ticket has asked them where its offer for the claim is unusual. That is kept with the
 * page and not in its storage, which others may have written into.
 */
export function noteOffer(store: FlowStore, { id, intent }: Pick<Flow, 'id' | 'intent'>): void {
  if (intent.kind !== 'commit') return
  const offers = offered.get(store) ?? new Map<string, bigint>()
  offered.set(store, offers.set(id, intent.autoClaimWei))
}

/**
 * Why an order must not go out with what it offers for the claim: it is much, and no one has said on this page that they mean it.
 * After a reload, a tick of the person's cannot be told from what others have written into the browser's storage.
 */
export async function claimOfferProblem(
  { config, store }: Pick<FlowContext, 'config' | 'store'>,
  flow: Flow,
): Promise<Failure | undefined> {
  const { id, intent } = flow
  if (intent.kind !== 'commit' || intent.autoClaimWei === 0n) return undefined
  const { autoClaimWei } = intent
  if (offered.get(store)?.get(id) === autoClaimWei) return undefined
  const costWei = await claimCost(clientOf(config, flow))
  if (!isUnusualOffer(autoClaimWei, costWei)) return undefined
  const cost =
    costWei === undefined
      ? ''
      : ` A claim costs about ${formatAmount(costWei, ETH_DECIMALS, { maxDecimals: 6 })} ETH right now.`
  return {
    code: 'CLAIM_OFFER',
    message: `This order would pay ${formatAmount(autoClaimWei, ETH_DECIMALS)} ETH to the account that claims for you.${cost} It was started before this page loaded or in another tab, so the app won’t send such a large reward without asking again. Nothing was sent. Dismiss it and start again.`,
  }
}

/** An estimate, in wei at the gas price of the moment; undefined where the node does not say. */
async function claimCost(client: Client): Promise<bigint | undefined> {
  try {
    return BigInt(await client.request({ method: 'eth_gasPrice' })) * PAID_CLAIM_GAS
  } catch {
    return undefined
  }
}
