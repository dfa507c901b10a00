import { type Address, isAddressEqual } from 'viem'
import { priceFeedAbi } from './abi'
import { type Answers, sharedReadOf } from './batch'
import type { DollarFeed } from './network'
import type { PoolFacts } from './poolRegistry'

/** What a feed says one whole token is worth. */
export interface DollarPrice {
  readonly token: Address
  readonly priceWad: bigint
  /** When the feed was last written, Unix seconds. */
  readonly updatedAtSec: bigint
}

const WAD_DECIMALS = 18
/** More than any feed has; a larger number is nonsense. */
const MOST_DECIMALS = 38

export type DollarPlan = ReturnType<typeof makePlan>

/** The reads for the dollar prices of those tokens that some pool settles in; the same for the same pools. */
export function planDollarPrices(
  feeds: readonly DollarFeed[],
  pools: readonly PoolFacts[],
): DollarPlan {
  const known = plans.get(pools)
  if (known?.feeds === feeds) return known.plan
  const plan = makePlan(feeds, pools)
  plans.set(pools, { feeds, plan })
  return plan
}

const plans = new WeakMap<
  readonly PoolFacts[],
  { readonly feeds: readonly DollarFeed[]; readonly plan: DollarPlan }
>()

function makePlan(feeds: readonly DollarFeed[], pools: readonly PoolFacts[]) {
  const used = feeds.filter(({ token }) =>
    pools.some(({ settlementToken }) => isAddressEqual(settlementToken.address, token)),
  )
  const reads = used.map(({ feed }) => ({
    round: sharedReadOf(priceFeedAbi, feed, 'latestRoundData'),
    decimals: sharedReadOf(priceFeedAbi, feed, 'decimals'),
  }))
  return { tokens: used.map(({ token }) => token), reads }
}

/** The prices that came; a feed without a price above zero has none. */
export function toDollarPrices(
  { tokens }: DollarPlan,
  answers: Answers<DollarPlan['reads']>,
): DollarPrice[] {
  return tokens.flatMap((token, index) => {
    const { round, decimals } = answers[index] ?? {}
    if (round === undefined || decimals === undefined || decimals > MOST_DECIMALS) return []
    const [, answer, , updatedAtSec] = round
    const priceWad = (answer * 10n ** BigInt(WAD_DECIMALS)) / 10n ** BigInt(decimals)
    return priceWad > 0n ? { token, priceWad, updatedAtSec } : []
  })
}
