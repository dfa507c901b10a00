import { isAddressEqual } from 'viem'
import type { WeightedHop } from '../../analytics/secondary/spotSwap'
import type { SecondaryPool } from './secondaryPool'
import type { SwapRoute } from './swapRoute'

/** The pools that a route goes through, as its price depends on them; undefined where one is not among them. */
export function hopsOf(
  route: SwapRoute,
  pools: readonly SecondaryPool[],
): readonly WeightedHop[] | undefined {
  const hops = route.flatMap(({ poolId, tokenIn, tokenOut }) => {
    const pool = pools.find(({ id }) => id === poolId)
    const given = pool?.tokens.find(({ address }) => isAddressEqual(address, tokenIn))
    const taken = pool?.tokens.find(({ address }) => isAddressEqual(address, tokenOut))
    if (pool === undefined || given === undefined || taken === undefined) return []
    return {
      balanceIn: given.balance,
      weightInWad: given.weightWad,
      balanceOut: taken.balance,
      weightOutWad: taken.weightWad,
      swapFeeWad: pool.swapFeeWad,
    }
  })
  return hops.length === route.length ? hops : undefined
}
