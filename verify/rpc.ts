import { postJson } from '../devnet/postJson'

/** One JSON-RPC answer: a result, or the error with whatever revert data came along. */
export interface RpcReply {
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown }
}

interface Waiting {
  readonly method: string
  readonly params: readonly unknown[]
  readonly resolve: (reply: RpcReply) => void
  readonly reject: (error: unknown) => void
}

/** Plain JSON-RPC over HTTP, with batches: viem's own batching is too slow for 100,000 calls. */
export class Rpc {
  readonly url: string
  private readonly waiting: Waiting[] = []

  constructor(url: string) {
    this.url = url
  }

  /** Sends one request, together with all others made in the same turn. */
  request(method: string, params: readonly unknown[] = []): Promise<RpcReply> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => void this.flush())
      this.waiting.push({ method, params, resolve, reject })
    })
  }

  private async flush(): Promise<void> {
    const batch = this.waiting.splice(0)
    try {
      const replies = await this.batch(batch.map(({ method, params }) => ({ method, params })))
      batch.forEach(({ resolve }, i) => {
        resolve(replies[i] as RpcReply)
      })
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  /** Sends one request. @throws Error with the node's message */
  async send<T>(method: string, params: readonly unknown[] = []): Promise<T> {
    const reply = await this.request(method, params)
    if (reply.error !== undefined) {
      const data = reply.error.data === undefined ? '' : ` (${String(reply.error.data)})`
      throw new Error(`${method}: ${reply.error.message}${data}`)
    }
    return reply.result as T
  }

  /** The receipt of a transaction, as soon as there is one. @throws Error after five seconds */
  async receipt<T>(hash: string): Promise<T> {
    for (let attempt = 0; attempt < 5_000; attempt++) {
      const receipt = await this.send<T | null>('eth_getTransactionReceipt', [hash])
      if (receipt !== null) return receipt
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    throw new Error(`No receipt for ${hash}`)
  }

  /** Sends many requests in one HTTP request; the replies come in the order of the requests. */
  async batch(
    requests: readonly { readonly method: string; readonly params: readonly unknown[] }[],
  ): Promise<RpcReply[]> {
    if (requests.length === 0) return []
    const body = requests.map((request, id) => ({ jsonrpc: '2.0', id, ...request }))
    const text = await postJson(this.url, JSON.stringify(body))
    const replies = JSON.parse(text) as (RpcReply & { id: number })[]
    return [...replies].sort((a, b) => a.id - b.id)
  }

  /** Many `eth_call`s to one contract, in batches. */
  async calls(to: string, calldata: readonly string[], batchSize = 250): Promise<RpcReply[]> {
    const replies: RpcReply[] = []
    for (let i = 0; i < calldata.length; i += batchSize) {
      const batch = calldata
        .slice(i, i + batchSize)
        .map((data) => ({ method: 'eth_call', params: [{ to, data }, 'latest'] }))
      replies.push(...(await this.batch(batch)))
    }
    return replies
  }
}
