import {
  createTransport,
  HttpRequestError,
  ResponseBodyTooLargeError,
  RpcRequestError,
  TimeoutError,
  type Transport,
} from 'viem'
import { RPC_TIMEOUT_MS } from './network'
import { requestBody } from './requestBody'
import type { NodeAnswer } from './rpcExchange'
import { exchangeBeside } from './rpcThread'

interface Limits {
  /** The longest silence: before an answer begins, and between two parts of it. */
  readonly timeoutMs?: number
  readonly maxBytes?: number
}

const MAX_BYTES = 10 * 2 ** 20
/** Of an answer that is something else, characters. */
const MOST_QUOTED = 80

/** What an error says of the request: never its parameters. */
interface About {
  readonly url: string
  readonly body: { readonly method: string }
}

/**
 * JSON-RPC over HTTP, one try a request, beside the page's thread where that can be had. viem's `http` writes each request
 * down three times, to have it at hand for an error: with 200 pools these texts were a quarter of what a refresh left to the
 * garbage collector, and the part that cost it most. Here it is written once, as bytes, and no error holds it. The errors are
 * viem's own, and an answer that stops in the middle is none, too, where viem would wait for ever.
 *
 * @param url Absolute; a user name and a password in it are sent as basic authorization
 */
export function rpcTransport(url: string, limits: Limits = {}): Transport<'http'> {
  const { timeoutMs = RPC_TIMEOUT_MS, maxBytes = MAX_BYTES } = limits
  const endpoint = endpointOf(url)
  let lastId = 0
  const request = async ({ method, params }: { method: string; params?: unknown }) => {
    const about: About = { url: endpoint.url, body: { method } }
    const body = requestBody({ jsonrpc: '2.0', id: ++lastId, method, params })
    const outcome = await exchangeBeside({ ...endpoint, body, timeoutMs, maxBytes })
    switch (outcome.kind) {
      case 'answered':
        return resultOf(outcome, about)
      case 'timedOut':
        throw new TimeoutError(about)
      case 'tooLarge':
        throw new ResponseBodyTooLargeError({ maxSize: maxBytes, size: outcome.size })
      case 'failed':
        throw new HttpRequestError({ ...about, cause: outcome.reason })
    }
  }
  const name = 'JSON-RPC over HTTP'
  return () => createTransport({ key: 'http', name, type: 'http', retryCount: 0, request } as never)
}

/** `fetch` itself refuses an address with a user name. */
function endpointOf(url: string) {
  const endpoint = new URL(url)
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  const { username, password } = endpoint
  if (username !== '') {
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
    const bytes = new TextEncoder().encode(credentials)
    headers.Authorization = `Basic ${btoa(String.fromCharCode(...bytes))}`
    endpoint.username = ''
    endpoint.password = ''
  }
  return { url: endpoint.href, headers }
}

/** @throws What the node says instead of a result, also where it says so beside an HTTP status of failure */
function resultOf(answer: NodeAnswer, about: About): unknown {
  const { ok, status, statusText, said, text } = answer
  const error = said === undefined || said.error === null ? undefined : said.error
  if (error !== undefined && (ok || isRpcError(error)))
    throw new RpcRequestError({ ...about, error: asRpcError(error) })
  if (ok && said !== undefined) return said.result
  const words = error === undefined ? text : wordsOf(error)
  const details = ok ? `The answer is not JSON-RPC: ${text.slice(0, MOST_QUOTED)}` : words
  const headers = new Headers(answer.headers)
  throw new HttpRequestError({ ...about, details: details || statusText, headers, status })
}

interface RpcError {
  readonly code: number
  readonly message: string
  readonly data?: unknown
}

function isRpcError(error: unknown): error is RpcError {
  const { code, message } = (error ?? {}) as Partial<RpcError>
  return typeof code === 'number' && typeof message === 'string'
}

/** Some nodes say what is wrong in a form of their own; a code that they do not give stays away. */
function asRpcError(error: unknown): RpcError {
  if (isRpcError(error)) return error
  const part = typeof error === 'object' ? error : {}
  return { ...(part as RpcError), message: wordsOf(error) }
}

function wordsOf(error: unknown): string {
  if (typeof error === 'string') return error
  const { message } = error as { message?: unknown }
  return typeof message === 'string' ? message : JSON.stringify(error)
}
