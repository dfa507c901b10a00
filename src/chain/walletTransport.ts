import {
  BaseError,
  createTransport,
  type EIP1193RequestFn,
  MethodNotSupportedRpcError,
  TimeoutError,
} from 'viem'
import { POOLS_WITHOUT_OVERRIDES } from '../protocol/bounds'
import type { NodeLimits } from './lens/nodeLimits'
import { RPC_TIMEOUT_MS } from './network'
import type { OpenTransport } from './rpcTransport'

/** What is asked of a wallet here. It reads; what a person has to confirm in the wallet goes by the wallet's own client. */
const READS: ReadonlySet<string> = new Set([
  'eth_blockNumber',
  'eth_call',
  'eth_chainId',
  'eth_estimateGas',
  'eth_feeHistory',
  'eth_gasPrice',
  'eth_getBalance',
  'eth_getBlockByHash',
  'eth_getBlockByNumber',
  'eth_getCode',
  'eth_getLogs',
  'eth_getStorageAt',
  'eth_getTransactionByHash',
  'eth_getTransactionCount',
  'eth_getTransactionReceipt',
  'eth_maxPriorityFeePerGas',
])

/** What a wallet's provider is asked through (EIP-1193). */
export interface ReadingProvider {
  request(asked: { readonly method: string; readonly params?: unknown }): Promise<unknown>
}

/** Reads through a wallet, until it is ended. */
export interface WalletTransport {
  readonly transport: OpenTransport
  /** From then on every request fails, also those under way. */
  readonly end: () => void
}

/** The wallet is on another chain than the pools, so that its answer is about something else. */
class WrongChainError extends BaseError {
  override readonly name = 'WrongChainError'

  constructor() {
    super('Your wallet is on another network.')
  }
}

/**
 * Reads the chain through a wallet's provider, which is a stranger: each request has a time limit, only reads are passed on,
 * and an answer counts only if the wallet says after it that it is on this chain. The lens runs deployless, as wallets need
 * not pass on state overrides.
 *
 * @param chainId The pools' chain
 * @param onWrongChain Called when the wallet is found on another chain
 */
export function walletTransport(
  provider: ReadingProvider,
  chainId: number,
  onWrongChain: () => void,
): WalletTransport {
  let isOver = false
  const ask = async (asked: { readonly method: string; readonly params?: unknown }) => {
    const answer = await provider.request(asked)
    const chain: unknown = await provider.request({ method: 'eth_chainId' })
    if (isOver) throw new BaseError('Reading through the wallet has ended.')
    if (Number(chain) === chainId) return answer
    onWrongChain()
    throw new WrongChainError()
  }
  const request = async (asked: { readonly method: string; readonly params?: unknown }) => {
    const { method, params } = asked
    if (!READS.has(method))
      throw new MethodNotSupportedRpcError(new Error('only reads go through the wallet'), {
        method,
      })
    return inTime(
      ask(params === undefined ? { method } : { method, params }),
      () => new TimeoutError({ body: { method }, url: 'wallet' }),
    )
  }
  const limits: NodeLimits = {
    isDeployless: true,
    mostPools: POOLS_WITHOUT_OVERRIDES,
    gas: 'default',
  }
  const transport = createTransport(
    {
      key: 'wallet',
      name: 'Wallet',
      type: 'wallet',
      retryCount: 0,
      request: request as EIP1193RequestFn,
    },
    { limits },
  )
  return {
    transport,
    end: () => {
      isOver = true
    },
  }
}

/** A wallet may wait for a person, or forget the request. */
async function inTime<T>(answer: Promise<T>, toError: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(toError()), RPC_TIMEOUT_MS)
  })
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}
