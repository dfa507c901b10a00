import type { Deployment } from './deployment'
import type { DevnetClient } from './devnetClient'
import { dueMarkets } from './keeper'
import { leveragedPoolAbi, poolKeeperAbi } from './protocolAbi'

/**
 * Makes sure that a chain is handed over with nothing wrong in its past.
 *
 * @throws Error naming the market whose upkeep failed, had no price, or is late
 */
export async function checkPast(client: DevnetClient, deployment: Deployment): Promise<void> {
  const [failed] = await client.getContractEvents({
    address: deployment.contracts.poolKeeper,
    abi: poolKeeperAbi,
    eventName: 'PoolUpkeepError',
    fromBlock: 0n,
  })
  if (failed !== undefined)
    throw new Error(`An upkeep of ${failed.args.pool} failed in the past: ${failed.args.reason}`)
  const [unpriced] = await client.getContractEvents({
    address: deployment.markets.map(({ pool }) => pool),
    abi: leveragedPoolAbi,
    eventName: 'PriceChangeError',
    fromBlock: 0n,
  })
  if (unpriced !== undefined)
    throw new Error(`An upkeep of ${unpriced.address} had no usable price in the past`)
  const [late] = await dueMarkets(client, deployment)
  if (late !== undefined) throw new Error(`${late.name} is late at the end of the past`)
}
