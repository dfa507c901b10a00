import {
  type Abi,
  type Address,
  encodeDeployData,
  encodeFunctionData,
  type Hex,
  parseEther,
  zeroAddress,
} from 'viem'
import { accountAddress } from '../accounts'
import { createBlockBuilder } from '../blockBuilder'
import { Deployer } from '../deployer'
import type { DeployedToken, EthereumDeployment } from '../deployment'
import type { DevnetClient } from '../devnetClient'
import { MULTICALL3_ADDRESS, multicall3CreationCode } from '../multicall3'
import { tokenAbi } from '../protocolAbi'
import { mintTokensTransaction, toWei } from '../transactions'
import { loadBridgeArtifact } from './artifact'
import { bridgeAbi, gatewayRouterAbi, inboxAbi, l1GatewayAbi, outboxAbi } from './bridgeAbi'

/** Arbitrum's. */
const MAX_DATA_SIZE = 117_964n

/**
 * Deploys Arbitrum's published bridge contracts on an Ethereum of our own, in two blocks. The rollup is played by the
 * deploying account: it confirms what it is told to, without a challenge period.
 *
 * @param bridged The pools' tokens on Arbitrum, and the gateway there, which may come later
 */
export async function deployOnEthereum(
  client: DevnetClient,
  rpcUrl: string,
  bridged: { readonly USDC: DeployedToken; readonly BAL: DeployedToken; readonly gateway: Address },
): Promise<Pick<EthereumDeployment, 'tokens' | 'contracts' | 'multicall3'>> {
  const blocks = createBlockBuilder(rpcUrl)
  const rollup = accountAddress('Bridge')
  const deployer = new Deployer(blocks, 0, rollup)
  const token = (name: string, symbol: string, decimals: number): DeployedToken => {
    const address = deployer.deploy('TestToken', [name, symbol])
    const args = [decimals] as const
    deployer.call(address, encodeFunctionData({ abi: tokenAbi, functionName: 'setDecimals', args }))
    return { address, decimals }
  }
  const publish = (
    name: Parameters<typeof loadBridgeArtifact>[0],
    args: readonly unknown[] = [],
  ) => {
    const { abi, bytecode } = loadBridgeArtifact(name)
    return deployer.deployCode(encodeDeployData({ abi: abi as Abi, bytecode, args }))
  }
  /** Some of the contracts only work behind a proxy. */
  const behindProxy = (implementation: Address) => deployer.deployCode(proxyCode(implementation))

  const multicall3Copy = deployer.deployCode(multicall3CreationCode())
  const tokens = {
    USDC: token('USD Coin (Ethereum devnet)', 'USDC', bridged.USDC.decimals),
    BAL: token('Balancer (Ethereum devnet)', 'BAL', bridged.BAL.decimals),
  }
  const bridge = behindProxy(publish('Bridge'))
  const inbox = behindProxy(publish('Inbox', [MAX_DATA_SIZE]))
  const outbox = behindProxy(publish('Outbox'))
  const gatewayRouter = publish('L1GatewayRouter')
  const gateway = publish('L1CustomGateway')

  const call = <abi extends Abi>(
    to: Address,
    abi: abi,
    functionName: string,
    args: readonly unknown[],
  ) => deployer.call(to, encodeFunctionData({ abi, functionName, args } as never))
  call(bridge, bridgeAbi, 'initialize', [rollup])
  call(bridge, bridgeAbi, 'setDelayedInbox', [inbox, true])
  call(bridge, bridgeAbi, 'setOutbox', [outbox, true])
  call(inbox, inboxAbi, 'initialize', [bridge, zeroAddress])
  call(outbox, outboxAbi, 'initialize', [bridge])
  call(gateway, l1GatewayAbi, 'initialize', [bridged.gateway, gatewayRouter, inbox, rollup])
  call(gatewayRouter, gatewayRouterAbi, 'initialize', [
    ...[rollup, gateway, zeroAddress],
    ...[bridged.gateway, inbox],
  ])
  call(gateway, l1GatewayAbi, 'forceRegisterTokenToL2', [
    [tokens.USDC.address, tokens.BAL.address],
    [bridged.USDC.address, bridged.BAL.address],
    ...[0n, 0n, 0n],
  ])
  // What stands behind the tokens on Arbitrum, which were not brought over one by one.
  for (const held of [tokens.USDC, tokens.BAL])
    blocks.add(mintTokensTransaction(rollup, held, gateway, toWei(1_000_000_000, held.decimals)))
  const { timestamp } = await client.getBlock()
  const hashes = await blocks.seal(Number(timestamp) + 1)
  const receipts = await Promise.all(hashes.map((hash) => client.getTransactionReceipt({ hash })))
  const failed = receipts.findIndex(({ status }) => status !== 'success')
  if (failed >= 0) throw new Error(`Transaction ${failed} of the bridge's set-up reverted`)

  const multicall3Code = await client.getCode({ address: multicall3Copy })
  if (multicall3Code === undefined) throw new Error('Multicall3 was not deployed on Ethereum')
  await client.setCode({ address: MULTICALL3_ADDRESS, bytecode: multicall3Code })
  await client.setBalance({ address: bridge, value: parseEther('1000000') })
  return {
    tokens,
    multicall3: MULTICALL3_ADDRESS,
    contracts: { bridge, inbox, outbox, gatewayRouter, gateway },
  }
}

/** Creation code of a minimal proxy (EIP-1167). */
function proxyCode(implementation: Address): Hex {
  return `0x3d602d80600a3d3981f3363d3d373d3d3d363d73${implementation.slice(2).toLowerCase()}5af43d82803e903d91602b57fd5bf3`
}
