import {
  type BatchCall,
  DELEGATION,
  EXECUTOR_ADDRESS,
  EXECUTOR_CODE,
  encodeBatch,
} from './batchExecutor'
import { WalletError } from './walletError'
import type { WalletMemory } from './walletMemory'

/** Of the estimate, as wallets send it along: until its block comes a transaction can have become more expensive. */
const GAS_PERCENT = 150n

type Ask = (method: string, params: readonly unknown[]) => Promise<unknown>

interface Batch {
  readonly id: string
  readonly chainId: string
  readonly hash: string
}

interface SendCalls {
  readonly id?: string
  readonly chainId: string
  readonly calls: readonly BatchCall[]
}

/**
 * The batches of a wallet (EIP-5792): each is one transaction of an account that acts as a smart wallet.
 *
 * @param ask Asks the node, which must have the account unlocked
 */
export function createBatches(ask: Ask, memory: WalletMemory) {
  /** None for what would revert: it may be sent anyway. */
  const gasFor = async (transaction: object) => {
    const estimate = await ask('eth_estimateGas', [transaction]).catch(() => undefined)
    if (estimate === undefined) return {}
    return { gas: `0x${((BigInt(String(estimate)) * GAS_PERCENT) / 100n).toString(16)}` }
  }
  const batches = () => JSON.parse(memory.get('batches') ?? '[]') as readonly Batch[]

  return {
    /** `wallet_sendCalls`. */
    async send(account: string, { id = `0x${Date.now()}`, chainId, calls }: SendCalls) {
      if (batches().some((batch) => batch.id === id))
        throw new WalletError(5720, 'There is a batch with this id.')
      await ask('anvil_setCode', [EXECUTOR_ADDRESS, EXECUTOR_CODE])
      await ask('anvil_setCode', [account, DELEGATION])
      const transaction = { from: account, to: account, data: encodeBatch(calls), value: '0x0' }
      const gas = await gasFor(transaction)
      const hash = String(await ask('eth_sendTransaction', [{ ...transaction, ...gas }]))
      memory.set('batches', JSON.stringify([...batches(), { id, chainId, hash }]))
      return { id }
    },

    /** `wallet_getCallsStatus`. */
    async status(id: unknown) {
      const batch = batches().find((known) => known.id === id)
      if (batch === undefined) throw new WalletError(5730, 'No batch has this id.')
      const { chainId, hash } = batch
      const receipt = await ask('eth_getTransactionReceipt', [hash])
      const about = { version: '2.0.0', id, chainId, atomic: true }
      if (receipt === null) return { ...about, status: 100 }
      const hasSucceeded = (receipt as { status: string }).status === '0x1'
      return { ...about, status: hasSucceeded ? 200 : 500, receipts: [receipt] }
    },
  }
}
