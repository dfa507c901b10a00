import type { DeployedMarket } from './deployment'
import type { Devnet } from './devnet'

/**
 * A market by its name, like `1-BTC/USD+USDC`.
 *
 * @throws Error when the devnet has none of that name
 */
export function marketOf({ deployment }: Pick<Devnet, 'deployment'>, name: string): DeployedMarket {
  const market = deployment.markets.find((candidate) => candidate.name === name)
  if (market === undefined) throw new Error(`The devnet has no market ${name}`)
  return market
}
