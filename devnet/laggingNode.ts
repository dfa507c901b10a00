import { numberToHex } from 'viem'

interface Asked {
  readonly method: string
  readonly params?: readonly unknown[] | undefined
}

/**
 * A node that answers as the chain was some blocks ago: calls see that block, newer blocks and their logs are not there.
 *
 * @param ask Asks the devnet
 * @param lag How many blocks it is behind; asked for with each request
 */
export function laggingNode(
  ask: (asked: Asked) => Promise<unknown>,
  lag: () => bigint,
): (asked: Asked) => Promise<unknown> {
  return async ({ method, params = [] }) => {
    const newest = BigInt((await ask({ method: 'eth_blockNumber' })) as string) - lag()
    if (method === 'eth_blockNumber') return numberToHex(newest)
    if (method === 'eth_call') {
      const [call, block, ...overrides] = params
      const at = block === undefined || block === 'latest' ? numberToHex(newest) : block
      return ask({ method, params: [call, at, ...overrides] })
    }
    if (method === 'eth_getBlockByNumber' && BigInt(params[0] as string) > newest) return null
    const answer = await ask({ method, params })
    if (method !== 'eth_getLogs') return answer
    return (answer as { blockNumber: string }[]).filter((log) => BigInt(log.blockNumber) <= newest)
  }
}
