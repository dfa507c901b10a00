import { type Address, getContractAddress, type Hash, type Hex, numberToHex } from 'viem'

/** A transaction in the fake network; `gone` ones are known to no node and use no nonce. */
export interface FakeTransaction {
  readonly hash: Hash
  readonly nonce: number
  /** Null for one that creates a contract. */
  readonly to: Address | null
  readonly input: Hex
  state: 'waiting' | 'mined' | 'gone'
  /** What it came to: `idle` goes through and does nothing, as that of a smart wallet whose inner call has failed. */
  fate: 'works' | 'reverts' | 'idle'
  block: bigint
}

export interface FakeLog {
  readonly address: Address
  readonly topics: readonly Hex[]
  readonly data: Hex
}

/** What stands on the fake network beside the account. */
export interface FakeContracts {
  /** What a call that works leaves. */
  readonly logsOf: (transaction: FakeTransaction) => readonly FakeLog[]
  /**
   * Answers a call, after these transactions have done their work.
   *
   * @throws What a node says of a call that is refused
   */
  readonly call: (to: Address | null, data: Hex, done: readonly FakeTransaction[]) => Hex
  /** Addresses with code besides those that the account has created. */
  readonly codeAt: (address: Address, done: readonly FakeTransaction[]) => Hex
}

/** A fake of a chain and its node, with one account: what a flow asks of them, and no more. */
export class FakeNetwork {
  readonly transactions: FakeTransaction[] = []
  isDown = false
  private block = 10n

  constructor(
    readonly account: Address,
    private readonly contracts: FakeContracts,
  ) {}

  /** Takes a transaction in; one with a nonce that waits already pushes that one out. */
  send(to: Address | null, input: Hex, nonce = this.nextNonce()): Hash {
    for (const other of this.waiting()) if (other.nonce === nonce) other.state = 'gone'
    const hash = numberToHex(this.transactions.length + 1, { size: 32 })
    const fresh = { fate: 'works', block: 0n, state: 'waiting' } as const
    this.transactions.push({ hash, nonce, to, input, ...fresh })
    return hash
  }

  mine(fate: FakeTransaction['fate'] = 'works'): void {
    this.block += 1n
    for (const transaction of this.waiting())
      Object.assign(transaction, { state: 'mined', block: this.block, fate })
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
      case 'eth_estimateGas':
        return '0x5208'
      case 'eth_call': {
        const { to = null, data } = first as { to?: Address; data: Hex }
        return this.contracts.call(to, data, this.doneUpTo(second))
      }
      case 'eth_getCode':
        return this.codeAt(first as Address, this.doneUpTo(second))
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
      case 'eth_getLogs':
        return this.logs(first as Filter)
    }
    throw new Error(`The fake network has no ${method}`)
  }

  /** Where a transaction puts what it creates. */
  addressOf({ nonce }: FakeTransaction): Address {
    return getContractAddress({ from: this.account, nonce: BigInt(nonce) })
  }

  private codeAt(address: Address, done: readonly FakeTransaction[]): Hex {
    const isDeployed = done.some((one) => one.to === null && isSame(this.addressOf(one), address))
    return isDeployed ? '0x60' : this.contracts.codeAt(address, done)
  }

  private nextNonce(): number {
    return this.transactions.filter(({ state }) => state !== 'gone').length
  }

  private minedUpTo(block: unknown): readonly FakeTransaction[] {
    const isNewest = block === 'latest' || block === undefined
    const last = isNewest ? this.block : BigInt(String(block))
    return this.transactions.filter((one) => one.state === 'mined' && one.block <= last)
  }

  private doneUpTo(block: unknown): readonly FakeTransaction[] {
    return this.minedUpTo(block).filter(({ fate }) => fate === 'works')
  }

  private asTransaction({ hash, nonce, to, input, state, block }: FakeTransaction) {
    const blockNumber = state === 'mined' ? numberToHex(block) : null
    const about = { value: '0x0', gas: '0x1', gasPrice: '0x1', type: '0x0', blockHash: null }
    return { ...about, hash, nonce: numberToHex(nonce), from: this.account, to, input, blockNumber }
  }

  private asReceipt(transaction: FakeTransaction) {
    const { hash, to, block, fate } = transaction
    const status = fate === 'reverts' ? '0x0' : '0x1'
    const contractAddress = to === null && fate === 'works' ? this.addressOf(transaction) : null
    const about = { transactionHash: hash, from: this.account, to, contractAddress, status }
    return {
      ...about,
      logs: this.logsIn(transaction),
      blockNumber: numberToHex(block),
      type: '0x0',
    }
  }

  private logsIn(transaction: FakeTransaction) {
    if (transaction.fate !== 'works') return []
    return this.contracts.logsOf(transaction).map((log, index) => ({
      ...log,
      blockNumber: numberToHex(transaction.block),
      transactionHash: transaction.hash,
      logIndex: numberToHex(index),
      removed: false,
    }))
  }

  private logs({ fromBlock, toBlock, address, topics }: Filter) {
    const addresses = [address].flat()
    return this.minedUpTo(toBlock)
      .filter(({ block }) => block >= BigInt(fromBlock))
      .flatMap((one) => this.logsIn(one))
      .filter(
        (log) =>
          addresses.some((one) => isSame(one, log.address)) &&
          topics.every((any, index) => {
            const topic = log.topics[index]
            const choice = any === null ? [] : [any].flat()
            return choice.length === 0 || (topic !== undefined && choice.includes(topic))
          }),
      )
  }
}

interface Filter {
  readonly fromBlock: Hex
  readonly toBlock: Hex
  readonly address: Address | Address[]
  readonly topics: readonly (Hex | Hex[] | null)[]
}

function isSame(a: Address, b: Address): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
