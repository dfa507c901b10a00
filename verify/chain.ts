import { type Address, type Hex, keccak256, toBytes } from 'viem'
import { type Anvil, startAnvil } from '../devnet/anvil'
import { revertOutcome } from './libraryDifferential'
import { Rpc, type RpcReply } from './rpc'

export interface Log {
  readonly address: Address
  readonly topics: readonly Hex[]
  readonly data: Hex
}

export interface Receipt {
  readonly status: Hex
  readonly contractAddress: Address | null
  readonly logs: readonly Log[]
  readonly gasUsed: Hex
}

/** One call by signature: words in, words out. Only static types occur here. */
export interface Call {
  readonly to: Address
  readonly signature: string
  readonly args?: readonly (bigint | Address)[]
}

const GAS = '0x1c9c380'
const selectors = new Map<string, string>()

/** The 4 bytes of a signature, with `0x`. */
export function selectorOf(signature: string): string {
  let selector = selectors.get(signature)
  if (selector === undefined) {
    selector = keccak256(toBytes(signature)).slice(0, 10)
    selectors.set(signature, selector)
  }
  return selector
}

/** An address, an `int256` or a `uint256` as one word; a `bytes16` has to be shifted by the caller. */
export function encodeCall(call: Call): Hex {
  const words = (call.args ?? []).map((arg) =>
    BigInt.asUintN(256, BigInt(arg)).toString(16).padStart(64, '0'),
  )
  return `${selectorOf(call.signature)}${words.join('')}` as Hex
}

/** An anvil of its own, whose clock only moves as it is told to. */
export class Chain {
  readonly rpc: Rpc
  readonly accounts: readonly Address[]
  private readonly anvil: Anvil

  private constructor(anvil: Anvil, rpc: Rpc, accounts: readonly Address[]) {
    this.anvil = anvil
    this.rpc = rpc
    this.accounts = accounts
  }

  static async start(): Promise<Chain> {
    const anvil = await startAnvil({
      chainId: 31337,
      timestampSec: 1_650_000_000,
      args: ['--prune-history'],
    })
    const rpc = new Rpc(anvil.rpcUrl)
    return new Chain(anvil, rpc, await rpc.send<Address[]>('eth_accounts'))
  }

  stop(): Promise<void> {
    return this.anvil.stop()
  }

  /** Sends a transaction in a block of the given time, if one is given. */
  async transact(from: Address, call: Call, timestampSec?: bigint): Promise<Receipt> {
    if (timestampSec !== undefined)
      await this.rpc.send('evm_setNextBlockTimestamp', [Number(timestampSec)])
    const transaction = { from, to: call.to, data: encodeCall(call), gas: GAS }
    const hash = await this.rpc.send<Hex>('eth_sendTransaction', [transaction])
    return this.rpc.receipt<Receipt>(hash)
  }

  /** Like `transact`. @throws Error when it reverts */
  async mustTransact(from: Address, call: Call, timestampSec?: bigint): Promise<Receipt> {
    const receipt = await this.transact(from, call, timestampSec)
    if (receipt.status !== '0x1')
      throw new Error(`${call.signature}: ${await this.outcomeOf(from, call)}`)
    return receipt
  }

  /** What a transaction would come to at the latest block: `ok:…`, `revert:…` or `panic:…`. */
  async outcomeOf(from: Address, call: Call): Promise<string> {
    const params = [{ from, to: call.to, data: encodeCall(call), gas: GAS }, 'latest']
    const reply = await this.rpc.request('eth_call', params)
    if (reply.error === undefined) return `ok:${String(reply.result)}`
    const data = reply.error.data
    return typeof data === 'string' ? revertOutcome(data as Hex) : `error:${reply.error.message}`
  }

  /** Reads many values of one block in one request; each as its words. */
  async read(calls: readonly Call[]): Promise<bigint[][]> {
    const replies = await Promise.all(
      calls.map((call) =>
        this.rpc.request('eth_call', [{ to: call.to, data: encodeCall(call) }, 'latest']),
      ),
    )
    return replies.map((reply, i) => wordsOf(reply, calls[i]?.signature ?? ''))
  }

  async readOne(call: Call): Promise<bigint> {
    const [words] = await this.read([call])
    return words?.[0] as bigint
  }
}

function wordsOf(reply: RpcReply, signature: string): bigint[] {
  if (reply.error !== undefined) throw new Error(`${signature}: ${reply.error.message}`)
  const hex = (reply.result as string).slice(2)
  return Array.from({ length: hex.length / 64 }, (_, i) =>
    BigInt(`0x${hex.slice(i * 64, i * 64 + 64)}`),
  )
}
