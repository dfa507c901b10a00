import { createClient, webSocket } from 'viem'
import { watchBlockNumber } from 'viem/actions'

const RECONNECT_PAUSE_MS = 5_000

/**
 * Listens for new blocks on a WebSocket RPC, and connects again on its own when the connection is lost.
 *
 * @returns Ends the listening
 */
export function watchBlocks(wsUrl: string, onBlock: () => void): () => void {
  const transport = webSocket(wsUrl, {
    reconnect: { attempts: Number.POSITIVE_INFINITY, delay: RECONNECT_PAUSE_MS },
  })
  const client = createClient({ transport })
  return watchBlockNumber(client, {
    poll: false,
    onBlockNumber: onBlock,
    // Polling goes on meanwhile, at its slower pace.
    onError: () => undefined,
  })
}
