import {
  type Address,
  encodeEventTopics,
  encodeFunctionData,
  type Hash,
  type Hex,
  numberToHex,
} from 'viem'
import { poolCommitterAbi } from '../../chain/abi'

/** A transaction in the fake network; `gone` ones are known to no node and use no nonce. */
export interface FakeTransaction {
  readonly hash: Hash
  readonly nonce: number
  readonly to: Address
  readonly input: Hex
  state: 'waiting' | 'mined' | 'gone'
  hasReverted: boolean
  block: bigint
}

/** A fake of a chain and its node, with one account that only ever claims: what a flow asks of them, and no more. */
export class FakeNetwork {
  readonly transactions: FakeTransaction[] = []
  isDown = false
  readonly claimData: Hex
  private block = 10n

  constructor(
    readonly account: Address,
    readonly committer: Address,
  ) {
    const args = [account] as const
    this.claimData = encodeFunctionData({ abi: poolCommitterAbi, functionName: 'claim', args })
  }

  /** Takes a transaction in; one with a nonce that waits already pushes that one out. */
  send(to: Address, input: Hex, nonce = this.nextNonce()): Hash {
    for (const other of this.waiting()) if (other.nonce === nonce) other.state = 'gone'
    const hash = numberToHex(this.transactions.length + 1, { size: 32 })
    const fresh = { hasReverted: false, block: 0n, state: 'waiting' } as const
    this.transactions.push({ hash, nonce, to, input, ...fresh })
    return hash
  }

  mine(hasReverted = false): void {
    this.block += 1n
    for (const transaction of this.waiting())
      Object.assign(transaction, { state: 'mined', block: this.block, hasReverted })
  }

  waiting(): readonly FakeTransaction[] {
    return this.transactions.filter(({ state }) => state === 'waiting')
  }

  /** An answer of the node. */
  answer(method: string, params: readonly unknown[]): unknown {
    if (this.isDown) throw new Error('unreachable')
    const [first, second] = params
    const known = this.transactions.find(({ hash, state }) => hash === first && state !== 'gone')
    switch (method) {
      case 'eth_chainId':
        return '0x1'
      case 'eth_blockNumber':
        return numberToHex(this.block)
      case 'eth_call':
        return '0x'
      case 'eth_getTransactionByHash':
        return known === undefined ? null : this.asTransaction(known)
      case 'eth_getTransactionReceipt':
        return known?.state === 'mined' ? this.asReceipt(known) : null
      case 'eth_getTransactionCount':
        return numberToHex(this.minedUpTo(second).length)
      case 'eth_getBlockByNumber': {
        const there = this.minedUpTo(first).filter(({ block }) => block === BigInt(String(first)))
        return { number: first, transactions: there.map((one) => this.asTransaction(one)) }
      }
      case 'eth_getLogs': {
        const { fromBlock } = first as { fromBlock: Hex }
        const since = this.minedUpTo('latest').filter(({ block }) => block >= BigInt(fromBlock))
        return since.filter((one) => this.isClaim(one) && !one.hasReverted).map(this.asLog)
      }
    }
    throw new Error(`The fake network has no ${method}`)
  }

  isClaim({ to }: FakeTransaction): boolean {
    return to === this.committer
  }

  private nextNonce(): number {
    return this.transactions.filter(({ state }) => state !== 'gone').length
  }

  private minedUpTo(block: unknown): readonly FakeTransaction[] {
    const last = block === 'latest' ? this.block : BigInt(String(block))
    return this.transactions.filter((one) => one.state === 'mined' && one.block <= last)
  }

  private asTransaction({ hash, nonce, to, input, state, block }: FakeTransaction) {
    const blockNumber = state === 'mined' ? numberToHex(block) : null
    const about = { value: '0x0', gas: '0x1', gasPrice: '0x1', type: '0x0', blockHash: null }
    return { ...about, hash, nonce: numberToHex(nonce), from: this.account, to, input, blockNumber }
  }

  private asReceipt({ hash, to, block, hasReverted }: FakeTransaction) {
    const status = hasReverted ? '0x0' : '0x1'
    const about = { transactionHash: hash, from: this.account, to, logs: [], status }
    return { ...about, blockNumber: numberToHex(block), type: '0x0' }
  }

  private readonly asLog = ({ hash, block }: FakeTransaction) => ({
    address: this.committer,
    topics: encodeEventTopics({
      abi: poolCommitterAbi,
      eventName: 'Claim',
      args: { user: this.account },
    }),
    data: '0x',
    blockNumber: numberToHex(block),
    transactionHash: hash,
    logIndex: '0x0',
    removed: false,
  })
}
