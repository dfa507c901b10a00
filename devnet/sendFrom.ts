import {
  type Abi,
  type Address,
  encodeDeployData,
  encodeFunctionData,
  getAddress,
  type Hex,
} from 'viem'
import { sendAndWait } from './controls'
import type { DevnetClient } from './devnetClient'
import { tokenAbi } from './protocolAbi'

const DEPLOY_GAS = 12_000_000n
const CALL_GAS = 8_000_000n

/** Sends transactions of one unlocked account, each mined before the next, on a chain that mines on its own. */
export interface Sender {
  readonly address: Address
  deploy(
    contract: { readonly abi: Abi; readonly bytecode: Hex },
    args: readonly unknown[],
  ): Promise<Address>
  call(
    to: Address,
    abi: Abi,
    functionName: string,
    args: readonly unknown[],
  ): ReturnType<typeof sendAndWait>
  /** The devnet's tokens let anyone mint. */
  mint(token: Address, amountWei: bigint): Promise<void>
  balanceOf(token: Address): Promise<bigint>
}

/** @throws From each of its methods when a transaction reverts */
export function sendFrom(client: DevnetClient, from: Address): Sender {
  const call: Sender['call'] = (to, abi, functionName, args) =>
    sendAndWait(client, {
      from,
      to,
      data: encodeFunctionData({ abi, functionName, args }),
      gas: CALL_GAS,
    })
  return {
    address: from,
    call,
    async deploy({ abi, bytecode }, args) {
      const data = encodeDeployData({ abi, bytecode, args })
      const { contractAddress } = await sendAndWait(client, { from, data, gas: DEPLOY_GAS })
      if (!contractAddress) throw new Error('Nothing was deployed')
      return getAddress(contractAddress)
    },
    async mint(token, amountWei) {
      await call(token, tokenAbi, 'mint', [from, amountWei])
    },
    balanceOf: (address) =>
      client.readContract({ address, abi: tokenAbi, functionName: 'balanceOf', args: [from] }),
  }
}
