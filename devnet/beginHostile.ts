import { accountAddress } from './accounts'
import type { BlockBuilder } from './blockBuilder'
import { Deployer } from './deployer'
import type { DevnetClient } from './devnetClient'
import { type MarketSpec, pickMarkets } from './markets'

/**
 * What markets of strangers begin with: a deployer at its next nonce, and an honest market to vary.
 *
 * @param modelName Of that market
 */
export async function beginHostile(
  client: DevnetClient,
  blocks: BlockBuilder,
  modelName: string,
): Promise<{ readonly deployer: Deployer; readonly model: MarketSpec }> {
  const nonce = await client.getTransactionCount({ address: accountAddress('Deployer') })
  const [model] = pickMarkets(modelName)
  if (model === undefined) throw new Error('There is no market to vary')
  return { deployer: new Deployer(blocks, nonce), model }
}
