import { type Address, type Hex, isAddressEqual } from 'viem'
import type { SecondaryPool } from './secondaryPool'

/** One swap of a route. */
export interface SwapHop {
  readonly poolId: Hex
  readonly tokenIn: Address
  readonly tokenOut: Address
}

/** One swap or two, each from what the one before gives. */
export type SwapRoute = readonly [SwapHop] | readonly [SwapHop, SwapHop]

type RoutedPool = Pick<SecondaryPool, 'id' | 'paused'> & {
  readonly tokens: readonly { readonly address: Address }[]
}

/** The token that a route begins with. */
export function tokenInOf([first]: SwapRoute): Address {
  return first.tokenIn
}

/** The token that a route ends with. */
export function tokenOutOf(route: SwapRoute): Address {
  return (route[1] ?? route[0]).tokenOut
}

/** All ways from one token to another by one or two swaps in these pools, the shorter ones first. */
export function findRoutes(
  pools: readonly RoutedPool[],
  tokenIn: Address,
  tokenOut: Address,
): readonly SwapRoute[] {
  if (isAddressEqual(tokenIn, tokenOut)) return []
  const open = pools.filter(({ paused }) => !paused)
  const holds = ({ tokens }: RoutedPool, token: Address) =>
    tokens.some(({ address }) => isAddressEqual(address, token))
  const first = open.filter((pool) => holds(pool, tokenIn))
  const direct = first.filter((pool) => holds(pool, tokenOut))
  const routes: SwapRoute[] = direct.map(({ id: poolId }) => [{ poolId, tokenIn, tokenOut }])
  for (const from of first)
    for (const to of open.filter((pool) => pool !== from && holds(pool, tokenOut)))
      for (const { address: between } of from.tokens) {
        const isEnd = isAddressEqual(between, tokenIn) || isAddressEqual(between, tokenOut)
        if (isEnd || !holds(to, between)) continue
        routes.push([
          { poolId: from.id, tokenIn, tokenOut: between },
          { poolId: to.id, tokenIn: between, tokenOut },
        ])
      }
  return routes
}
