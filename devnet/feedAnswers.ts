import { type Address, encodeFunctionData, type Hex, multicall3Abi } from 'viem'
import { WAD } from '../src/protocol/wad'
import type { Deployment, FeedName } from './deployment'
import { MULTICALL3_ADDRESS } from './multicall3'
import type { Prices } from './priceSource'
import { priceFeedAbi } from './protocolAbi'

export const FEED_NAMES: readonly FeedName[] = ['BTC/USD', 'ETH/USD', 'BAL/USD', 'ETH/BAL']

export type FeedAnswers = Readonly<Record<FeedName, bigint>>

/** Feeds that only pay keepers are updated when they are off by more than this share. */
const TOLERANCE: Readonly<Record<FeedName, number>> = {
  'BTC/USD': 0,
  'ETH/USD': 0,
  'BAL/USD': 0.005,
  'ETH/BAL': 0.005,
}

/** What the feeds answer at these prices: dollars with 8 decimals, ETH/BAL with 18. */
export function toFeedAnswers(prices: Prices): FeedAnswers {
  const usd8 = (usd: number) => BigInt(Math.round(usd * 1e8))
  const eth = usd8(prices.ETH)
  const bal = usd8(prices.BAL)
  return {
    'BTC/USD': usd8(prices.BTC),
    'ETH/USD': eth,
    'BAL/USD': bal,
    'ETH/BAL': bal === 0n ? 0n : (eth * WAD) / bal,
  }
}

export interface FeedUpdate {
  readonly name: FeedName
  readonly to: Address
  readonly data: Hex
}

/** The `setPrice` calls that bring the feeds from what they answer now to what they should. */
export function feedUpdates(
  feeds: Deployment['feeds'],
  current: FeedAnswers | undefined,
  wanted: FeedAnswers,
  exact = false,
): readonly FeedUpdate[] {
  return FEED_NAMES.filter((name) => {
    if (current === undefined || current[name] === 0n) return true
    const off = Math.abs(Number(wanted[name]) / Number(current[name]) - 1)
    return off > (exact ? 0 : TOLERANCE[name])
  }).map((name) => ({
    name,
    to: feeds[name].address,
    data: encodeFunctionData({
      abi: priceFeedAbi,
      functionName: 'setPrice',
      args: [wanted[name]],
    }),
  }))
}

/** Several updates as one call: the feeds let anyone set their price, so Multicall3 may. */
export function inOneCall(updates: readonly FeedUpdate[]): { to: Address; data: Hex } {
  const calls = updates.map(({ to, data }) => ({ target: to, allowFailure: false, callData: data }))
  const data = encodeFunctionData({ abi: multicall3Abi, functionName: 'aggregate3', args: [calls] })
  return { to: MULTICALL3_ADDRESS, data }
}
