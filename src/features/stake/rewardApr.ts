import { isAddressEqual } from 'viem'
import { tokenPrice } from '../../analytics/poolFigures'
import { computeRewardAprWad, type PricedToken } from '../../analytics/staking/rewardRates'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { TokenFacts } from '../../chain/poolFacts'
import { computeStakeValue } from '../../data/stakedToken'
import { WAD } from '../../protocol/wad'
import type { FarmRow } from './farmRow'

/** What an amount is worth in dollars, a wad; undefined where that is not known. */
type DollarsOf = (value: bigint, token: TokenFacts) => bigint | undefined

/**
 * The reward rate of a year as a wad: where the reward token and the staked one have a price in the same money, be it the market's
 * settlement token or dollars.
 *
 * @param nowSec The chain's time, Unix seconds
 * @returns Undefined where a price is not known, or nothing is staked
 */
export function rewardAprWad(
  { farm, token }: Pick<FarmRow, 'farm' | 'token'>,
  nowSec: bigint,
  dollarsOf: DollarsOf,
): bigint | undefined {
  const { state, rewardToken, stakingToken } = farm
  const total = state.totalSupply
  const value = computeStakeValue(token, total)
  // A stake that is only partly priced would make the rate look higher than it is.
  if (value === undefined || total === 0n || value.unpriced.length > 0)
    return computeRewardAprWad(state, nowSec, undefined, undefined)
  const { pool, worth } = value
  const settlement = pool.facts.settlementToken
  const perToken = (wad: bigint): PricedToken => ({
    priceWad: (wad * 10n ** BigInt(stakingToken.decimals)) / total,
    decimals: stakingToken.decimals,
  })
  const inSettlement = settlementPriceWad(rewardToken, pool)
  if (inSettlement !== undefined) {
    const reward = { priceWad: inSettlement, decimals: rewardToken.decimals }
    const stake = perToken((worth * WAD) / 10n ** BigInt(settlement.decimals))
    return computeRewardAprWad(state, nowSec, reward, stake)
  }
  const rewardDollars = dollarsOf(10n ** BigInt(rewardToken.decimals), rewardToken)
  const stakeDollars = dollarsOf(worth, settlement)
  return computeRewardAprWad(
    state,
    nowSec,
    rewardDollars === undefined
      ? undefined
      : { priceWad: rewardDollars, decimals: rewardToken.decimals },
    stakeDollars === undefined ? undefined : perToken(stakeDollars),
  )
}

/** What a reward rate lacks: a stake, a price of what is staked, or one of the rewards in the same money. */
export function missingForApr(
  { farm: { state, rewardToken }, token }: Pick<FarmRow, 'farm' | 'token'>,
  dollarsOf: DollarsOf,
): 'stake' | 'stakePrice' | 'rewardPrice' {
  if (state.totalSupply === 0n) return 'stake'
  const value = computeStakeValue(token, state.totalSupply)
  if (value === undefined || value.unpriced.length > 0) return 'stakePrice'
  const isRewardPriced =
    settlementPriceWad(rewardToken, value.pool) !== undefined ||
    dollarsOf(10n ** BigInt(rewardToken.decimals), rewardToken) !== undefined
  return isRewardPriced ? 'stakePrice' : 'rewardPrice'
}

/** What a whole token is worth in a market's settlement token, a wad: of that token itself, and of the market's own. */
function settlementPriceWad(
  { address }: TokenFacts,
  { facts, snapshot }: PoolAtBlock,
): bigint | undefined {
  if (isAddressEqual(address, facts.settlementToken.address)) return WAD
  if (isAddressEqual(address, facts.longToken.address)) return tokenPrice(snapshot, 'long').wad
  if (isAddressEqual(address, facts.shortToken.address)) return tokenPrice(snapshot, 'short').wad
  return undefined
}
