import { ACCOUNT_COUNT } from '../accounts'
import { type Anvil, startAnvil } from '../anvil'
import type { Deployment, EthereumDeployment } from '../deployment'
import { createDevnetClient, type DevnetClient } from '../devnetClient'
import { arbitrumGatewayAddress, deployOnArbitrum } from './deployOnArbitrum'
import { deployOnEthereum } from './deployOnEthereum'
import { fundNewcomer } from './fundNewcomer'

/** An Ethereum beside the devnet, and the bridge between them. */
export interface Ethereum {
  readonly anvil: Anvil
  readonly client: DevnetClient
  readonly deployment: EthereumDeployment
}

/**
 * Starts a second anvil as Ethereum, with the same accounts, and deploys the bridge on both sides.
 *
 * @param arbitrum The devnet, with its tokens deployed
 */
export async function startEthereum(
  arbitrum: DevnetClient,
  deployment: Pick<Deployment, 'chainId' | 'tokens'>,
): Promise<Ethereum> {
  const chainId = deployment.chainId + 1
  const anvil = await startAnvil({
    chainId,
    args: [
      ...['--accounts', String(ACCOUNT_COUNT), '--order', 'fifo', '--no-mining'],
      ...['--block-base-fee-per-gas', '0', '--gas-limit', '200000000'],
    ],
  })
  try {
    const client = createDevnetClient(anvil.rpcUrl, chainId)
    const gateway = arbitrumGatewayAddress()
    const onEthereum = await deployOnEthereum(client, anvil.rpcUrl, {
      ...deployment.tokens,
      gateway,
    })
    await client.setAutomine(true)
    await fundNewcomer({ ethereum: client, bridge: onEthereum })
    const nativeUsdc = await deployOnArbitrum(arbitrum, deployment, onEthereum)
    return {
      anvil,
      client,
      deployment: {
        chainId,
        rpcUrl: anvil.rpcUrl,
        ...onEthereum,
        arbitrum: { gateway, nativeUsdc },
      },
    }
  } catch (error) {
    await anvil.stop()
    throw error
  }
}
