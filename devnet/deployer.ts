import {
  type Abi,
  type Address,
  concat,
  encodeDeployData,
  getContractAddress,
  type Hex,
  numberToHex,
  size,
} from 'viem'
import { accountAddress } from './accounts'
import { loadArtifact } from './artifacts'
import type { BlockBuilder } from './blockBuilder'

const DEPLOY_GAS = 30_000_000n
const CALL_GAS = 10_000_000n

/** Queues deployments, and knows the address of each before it is mined. */
export class Deployer {
  #nonce: number
  readonly #blocks: BlockBuilder
  readonly address: Address

  constructor(blocks: BlockBuilder, nonce: number, address = accountAddress('Deployer')) {
    this.#blocks = blocks
    this.#nonce = nonce
    this.address = address
  }

  /** Queues the deployment of a published contract. */
  deploy(name: string, args: readonly unknown[] = [], library?: Address, gas?: bigint): Address {
    const { abi, bytecode } = loadArtifact(name, library)
    return this.deployCode(encodeDeployData({ abi: abi as Abi, bytecode, args }), gas)
  }

  deployCode(data: Hex, gas = DEPLOY_GAS): Address {
    this.#blocks.add({ from: this.address, data, gas })
    return getContractAddress({ from: this.address, nonce: BigInt(this.#nonce++) })
  }

  /** Queues the deployment of a contract whose runtime code is known, and which has no constructor. */
  deployRuntime(code: Hex): Address {
    // PUSH2 size DUP1 PUSH1 10 RETURNDATASIZE CODECOPY RETURNDATASIZE RETURN: answers with what follows.
    return this.deployCode(
      concat(['0x61', numberToHex(size(code), { size: 2 }), '0x80600a3d393df3', code]),
    )
  }

  call(to: Address, data: Hex, gas = CALL_GAS): void {
    this.#blocks.add({ from: this.address, to, data, gas })
    this.#nonce++
  }
}
