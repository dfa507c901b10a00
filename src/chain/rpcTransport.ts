import { fallback, type Transport } from 'viem'
import { httpTogether } from './httpTogether'
import { RPC_TIMEOUT_MS } from './network'

/** viem's own time limit ends when an answer begins: one that stops in the middle would be waited for without end. */
const WHOLE_ANSWER_MS = 3 * RPC_TIMEOUT_MS

/** A transport that is made. */
export type OpenTransport = ReturnType<Transport>

/** What a client made with `rpcTransport` has at `transport`. */
export interface RpcSource {
  /** The configured RPCs. */
  readonly rpcs: OpenTransport
  readonly standIn: {
    /** Takes every request while it is set. */
    current?: OpenTransport | undefined
  }
}

/**
 * JSON-RPC over HTTP to the first of these addresses that answers, one try each: the next address is asked immediately, and
 * the caller retries. Something can stand in for all of them: see `RpcSource`.
 *
 * @param urls Absolute; a user name and a password in one are sent as basic authorization
 */
export function rpcTransport(urls: readonly string[]): Transport {
  const transports = urls.map((url) =>
    httpTogether(url, { timeout: RPC_TIMEOUT_MS, retryCount: 0, onFetchRequest: limitWholeAnswer }),
  )
  return (options) => {
    const rpcs = fallback(transports, { retryCount: 0 })(options)
    const source: RpcSource = { rpcs, standIn: {} }
    return {
      ...rpcs,
      request: (...asked) => (source.standIn.current ?? rpcs).request(...asked),
      value: { ...rpcs.value, ...source },
    }
  }
}

function limitWholeAnswer(_: Request, init: RequestInit): RequestInit {
  const limit = AbortSignal.timeout(WHOLE_ANSWER_MS)
  return { ...init, signal: init.signal ? AbortSignal.any([init.signal, limit]) : limit }
}
