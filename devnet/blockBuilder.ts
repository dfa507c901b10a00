import { type Address, type Hex, numberToHex } from 'viem'
import { type RpcCall, rpcBatch } from './rpcBatch'

export interface QueuedTransaction {
  readonly from: Address
  /** Absent for a deployment. */
  readonly to?: Address
  readonly data: Hex
  readonly valueWei?: bigint
  /** Fixed, since estimating costs a request and is too low for upkeeps. Default 1,000,000. */
  readonly gas?: bigint
}

/** Fills blocks with transactions of unlocked accounts and seals each at a time of our choice. */
export interface BlockBuilder {
  add(transaction: QueuedTransaction): void
  /**
   * Mines what was added as one block.
   *
   * @param timestampSec Time of the block, Unix seconds; must be after the last block's
   * @returns Transaction hashes in the order they were added
   * @throws Error when a transaction is refused or the timestamp is
   */
  seal(timestampSec: number): Promise<readonly Hex[]>
}

const DEFAULT_GAS = 1_000_000n
const GAS_PRICE_WEI = 100_000_000n

/**
 * A block builder on an anvil that does not mine on its own (`--no-mining`).
 * Two HTTP requests per block: all transactions as one JSON-RPC batch, then the sealing.
 */
export function createBlockBuilder(rpcUrl: string): BlockBuilder {
  const nonces = new Map<Address, number>()
  let queue: QueuedTransaction[] = []

  const nextNonce = async (from: Address) => {
    const known = nonces.get(from)
    const nonce =
      known ??
      Number(
        (
          await rpcBatch(rpcUrl, [{ method: 'eth_getTransactionCount', params: [from, 'latest'] }])
        )[0],
      )
    nonces.set(from, nonce + 1)
    return nonce
  }

  return {
    add(transaction) {
      queue.push(transaction)
    },
    async seal(timestampSec) {
      const transactions = queue
      queue = []
      const calls: RpcCall[] = []
      for (const transaction of transactions) {
        const nonce = await nextNonce(transaction.from)
        calls.push({ method: 'eth_sendTransaction', params: [toRpc(transaction, nonce)] })
      }
      const hashes = calls.length === 0 ? [] : await rpcBatch(rpcUrl, calls)
      // Not in the same batch: anvil works on the calls of a batch side by side.
      await rpcBatch(rpcUrl, [{ method: 'evm_mine', params: [numberToHex(timestampSec)] }])
      return hashes as Hex[]
    },
  }
}

function toRpc(transaction: QueuedTransaction, nonce: number) {
  const { from, to, data, valueWei, gas = DEFAULT_GAS } = transaction
  return {
    from,
    to,
    data,
    value: valueWei === undefined ? undefined : numberToHex(valueWei),
    gas: numberToHex(gas),
    gasPrice: numberToHex(GAS_PRICE_WEI),
    nonce: numberToHex(nonce),
  }
}
