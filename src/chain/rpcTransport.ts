import {
  BaseError,
  createTransport,
  HttpRequestError,
  ResponseBodyTooLargeError,
  RpcRequestError,
  TimeoutError,
  type Transport,
} from 'viem'
import { RPC_TIMEOUT_MS } from './network'

interface Limits {
  /** Until the whole answer has come. */
  readonly timeoutMs?: number
  readonly maxBytes?: number
}

const MAX_BYTES = 10 * 2 ** 20

/**
 * JSON-RPC over HTTP, one try a request. It throws what viem's `http` throws, which writes each request down three times to
 * have it at hand for an error: with 200 pools these texts were a quarter of what a refresh left to the garbage collector,
 * and the part that cost it most. Here it is written once, and no error holds it. An answer that begins and does not end
 * counts as none after the timeout, too.
 *
 * @param url Absolute; a user name and a password in it are sent as basic authorization
 */
export function rpcTransport(url: string, limits: Limits = {}): Transport<'http'> {
  const { timeoutMs = RPC_TIMEOUT_MS, maxBytes = MAX_BYTES } = limits
  const endpoint = endpointOf(url)
  let lastId = 0
  const request = async ({ method, params }: { method: string; params?: unknown }) => {
    const about = { url: endpoint.url, body: { method } }
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const response = await fetch(endpoint.url, {
        method: 'POST',
        headers: endpoint.headers,
        body: JSON.stringify({ jsonrpc: '2.0', id: ++lastId, method, params }),
        signal,
      })
      return resultOf(response, await readText(response, maxBytes), about)
    } catch (error) {
      if (error instanceof BaseError) throw error
      if (signal.aborted) throw new TimeoutError(about)
      throw new HttpRequestError({ ...about, cause: error as Error })
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
    headers.Authorization = `Basic ${btoa(credentials)}`
    endpoint.username = ''
    endpoint.password = ''
  }
  return { url: endpoint.href, headers }
}

/** @throws ResponseBodyTooLargeError as soon as it is longer than allowed */
async function readText({ body }: Response, maxSize: number): Promise<string> {
  if (body === null) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > maxSize) {
      void reader.cancel().catch(() => {})
      throw new ResponseBodyTooLargeError({ maxSize, size })
    }
    text += decoder.decode(value, { stream: true })
  }
}

/** @throws What the node says instead of a result, also where it says so beside an HTTP status of failure */
function resultOf(
  { ok, status, statusText, headers }: Response,
  text: string,
  about: { readonly url: string; readonly body: { readonly method: string } },
): unknown {
  const answer = parse(text)
  const error = answer?.error ?? undefined
  if (isRpcError(error) && (ok || typeof error.code === 'number'))
    throw new RpcRequestError({ ...about, error })
  if (ok && answer !== undefined && error === undefined) return answer.result
  const said =
    error === undefined ? text : typeof error === 'string' ? error : JSON.stringify(error)
  const details = ok && error === undefined ? 'the answer is not JSON-RPC' : said || statusText
  throw new HttpRequestError({ ...about, details, headers, status })
}

function parse(text: string): { result?: unknown; error?: unknown } | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null ? answer : undefined
  } catch {
    return undefined
  }
}

function isRpcError(error: unknown): error is { code: number; message: string; data?: unknown } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'message' in error &&
    typeof error.message === 'string'
  )
}
