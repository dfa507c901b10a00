import type { Deployment, EthereumDeployment } from '../deployment'
import type { DevnetClient } from '../devnetClient'

/** Both chains, and what stands on them. */
export interface BridgeSides {
  readonly arbitrum: DevnetClient
  readonly ethereum: DevnetClient
  readonly pools: Pick<Deployment, 'tokens'>
  readonly bridge: EthereumDeployment
}

/**
 * Both sides of a devnet's bridge.
 *
 * @throws Error when it was started without Ethereum
 */
export function bridgeSides(devnet: {
  readonly client: DevnetClient
  readonly ethereum: DevnetClient | undefined
  readonly deployment: Deployment
}): BridgeSides {
  const { client, ethereum, deployment } = devnet
  if (ethereum === undefined || deployment.ethereum === undefined)
    throw new Error('This devnet runs without Ethereum')
  return { arbitrum: client, ethereum, pools: deployment, bridge: deployment.ethereum }
}
