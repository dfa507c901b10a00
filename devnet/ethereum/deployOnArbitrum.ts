import {
  type Abi,
  type Address,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
} from 'viem'
import { accountAddress } from '../accounts'
import { loadArtifact } from '../artifacts'
import { sendAndWait } from '../controls'
import type { DeployedToken, Deployment, EthereumDeployment } from '../deployment'
import type { DevnetClient } from '../devnetClient'
import { tokenAbi } from '../protocolAbi'
import { ARB_SYS_ADDRESS, ARB_SYS_CODE } from './arbSys'
import { loadBridgeArtifact } from './artifact'
import { l2GatewayAbi } from './bridgeAbi'
import { bridgedTokenCode } from './bridgedToken'
import { sendFromEthereum } from './fromEthereum'

const DEPLOY_GAS = 10_000_000n
/** No router stands on our Arbitrum: withdrawals go to the gateway itself. */
const NO_ROUTER: Address = '0x000000000000000000000000000000000000dEaD'

/** Where the gateway will be: the account that deploys does nothing before. */
export function arbitrumGatewayAddress(): Address {
  return getContractAddress({ from: accountAddress('Bridge'), nonce: 0n })
}

/**
 * Deploys the other side of the bridge: Arbitrum's published gateway, the stand-in for its system contract, and a token
 * that is called USDC too and that no pool takes. The pools' tokens become bridged ones.
 *
 * @returns The token that no pool takes
 */
export async function deployOnArbitrum(
  client: DevnetClient,
  pools: Pick<Deployment, 'tokens'>,
  ethereum: Pick<EthereumDeployment, 'tokens' | 'contracts'>,
): Promise<DeployedToken> {
  const from = accountAddress('Bridge')
  const deploy = async (abi: Abi, bytecode: `0x${string}`, args: readonly unknown[] = []) => {
    const data = encodeDeployData({ abi, bytecode, args })
    const { contractAddress } = await sendAndWait(client, { from, data, gas: DEPLOY_GAS })
    if (contractAddress === null || contractAddress === undefined)
      throw new Error('A contract of the bridge was not deployed')
    return contractAddress
  }
  await client.setCode({ address: ARB_SYS_ADDRESS, bytecode: ARB_SYS_CODE })
  const { abi, bytecode } = loadBridgeArtifact('L2CustomGateway')
  const gateway = await deploy(abi, bytecode)
  const initialize = encodeFunctionData({
    abi: l2GatewayAbi,
    functionName: 'initialize',
    args: [ethereum.contracts.gateway, NO_ROUTER],
  })
  await sendAndWait(client, { from, to: gateway, data: initialize })

  const token = loadArtifact('TestToken')
  const nativeUsdc = await deploy(token.abi, token.bytecode, ['USD Coin, native (devnet)', 'USDC'])
  const { decimals } = pools.tokens.USDC
  const args = [decimals] as const
  const setDecimals = encodeFunctionData({ abi: tokenAbi, functionName: 'setDecimals', args })
  await sendAndWait(client, { from, to: nativeUsdc, data: setDecimals })

  const pairs = [
    { l1: ethereum.tokens.USDC.address, l2: pools.tokens.USDC.address },
    { l1: ethereum.tokens.BAL.address, l2: pools.tokens.BAL.address },
  ]
  for (const { l1, l2 } of pairs) {
    const code = await client.getCode({ address: l2 })
    if (code === undefined) throw new Error('There is no token to bridge')
    const moved = getContractAddress({ from: l2, nonce: 0n })
    await client.setCode({ address: moved, bytecode: code })
    await client.setCode({ address: l2, bytecode: bridgedTokenCode(moved, l1) })
  }
  const register = encodeFunctionData({
    abi: l2GatewayAbi,
    functionName: 'registerTokenFromL1',
    args: [pairs.map(({ l1 }) => l1), pairs.map(({ l2 }) => l2)],
  })
  await sendFromEthereum(client, ethereum.contracts.gateway, gateway, register)
  return { address: nativeUsdc, decimals }
}
