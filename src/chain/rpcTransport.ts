import { type FallbackTransport, fallback, http } from 'viem'
import { RPC_TIMEOUT_MS } from './network'

/** viem's own time limit ends when an answer begins: one that stops in the middle would be waited for without end. */
const WHOLE_ANSWER_MS = 3 * RPC_TIMEOUT_MS

/**
 * JSON-RPC over HTTP to the first of these addresses that answers, one try each: the next address is asked immediately, and
 * the caller retries.
 *
 * @param urls Absolute; a user name and a password in one are sent as basic authorization
 */
export function rpcTransport(urls: readonly string[]): FallbackTransport {
  const transports = urls.map((url) =>
    http(url, { timeout: RPC_TIMEOUT_MS, retryCount: 0, onFetchRequest: limitWholeAnswer }),
  )
  return fallback(transports, { retryCount: 0 })
}

function limitWholeAnswer(_: Request, init: RequestInit): RequestInit {
  const limit = AbortSignal.timeout(WHOLE_ANSWER_MS)
  return { ...init, signal: init.signal ? AbortSignal.any([init.signal, limit]) : limit }
}
