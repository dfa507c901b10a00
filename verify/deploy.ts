import { type Abi, type Address, encodeDeployData, type Hex } from 'viem'
import type { Rpc } from './rpc'

interface Receipt {
  readonly status: Hex
  readonly contractAddress: Address
}

/** Creates a contract from an unlocked account. @throws Error when the constructor reverts */
export async function deploy(
  rpc: Rpc,
  from: Address,
  artifact: { readonly name: string; readonly abi: Abi; readonly bytecode: Hex },
  args: readonly unknown[] = [],
): Promise<Address> {
  const data = encodeDeployData({ abi: artifact.abi, bytecode: artifact.bytecode, args: [...args] })
  const hash = await rpc.send<Hex>('eth_sendTransaction', [{ from, data, gas: '0x1000000' }])
  const receipt = await rpc.receipt<Receipt>(hash)
  if (receipt.status !== '0x1') throw new Error(`${artifact.name} could not be deployed`)
  return receipt.contractAddress
}
