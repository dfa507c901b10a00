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
import { requestBody } from './requestBody'

interface Limits {
  /** The longest silence: before an answer begins, and between two parts of it. */
  readonly timeoutMs?: number
  readonly maxBytes?: number
}

const MAX_BYTES = 10 * 2 ** 20
/** Of an answer that is something else, characters. */
const MOST_QUOTED = 80
/** So many times the longest silence a whole answer may take. */
const MOST_TIMEOUTS = 6

/**
 * JSON-RPC over HTTP, one try a request. viem's `http` writes each request down three times, to have it at hand for an error:
 * with 200 pools these texts were a quarter of what a refresh left to the garbage collector, and the part that cost it most.
 * Here it is written once, as bytes, and no error holds it. The errors are viem's own, and an answer that stops in the middle
 * is none, too, where viem would wait for ever.
 *
 * @param url Absolute; a user name and a password in it are sent as basic authorization
 */
export function rpcTransport(url: string, limits: Limits = {}): Transport<'http'> {
  const { timeoutMs = RPC_TIMEOUT_MS, maxBytes = MAX_BYTES } = limits
  const endpoint = endpointOf(url)
  let lastId = 0
  const request = async ({ method, params }: { method: string; params?: unknown }) => {
    const about = { url: endpoint.url, body: { method } }
    const patience = createPatience(timeoutMs)
    try {
      const response = await fetch(endpoint.url, {
        method: 'POST',
        headers: endpoint.headers,
        body: requestBody({ jsonrpc: '2.0', id: ++lastId, method, params }),
        signal: patience.signal,
      })
      return resultOf(response, await readText(response, maxBytes, patience.renew), about)
    } catch (error) {
      if (error instanceof BaseError) throw error
      if (patience.signal.aborted) throw new TimeoutError(about)
      throw new HttpRequestError({ ...about, cause: error as Error })
    } finally {
      patience.end()
    }
  }
  const name = 'JSON-RPC over HTTP'
  return () => createTransport({ key: 'http', name, type: 'http', retryCount: 0, request } as never)
}

/** A signal that is given after a silence: a slow connection may take long for what it brings bit by bit, but not for ever. */
function createPatience(timeoutMs: number) {
  const controller = new AbortController()
  const endMs = performance.now() + MOST_TIMEOUTS * timeoutMs
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => clearTimeout(timer)
  const renew = () => {
    end()
    timer = setTimeout(() => controller.abort(), Math.min(timeoutMs, endMs - performance.now()))
  }
  renew()
  return { signal: controller.signal, renew, end }
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

/** @throws ResponseBodyTooLargeError as soon as it says, or turns out, to be longer than allowed */
async function readText(
  { body, headers }: Response,
  maxSize: number,
  onPart: () => void,
): Promise<string> {
  if (body === null) return ''
  const said = Number(headers.get('content-length') ?? 0)
  if (said > maxSize) {
    void body.cancel().catch(() => {})
    throw new ResponseBodyTooLargeError({ maxSize, size: said })
  }
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    onPart()
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
  const error = answer === undefined || answer.error === null ? undefined : answer.error
  if (error !== undefined && (ok || isRpcError(error)))
    throw new RpcRequestError({ ...about, error: asRpcError(error) })
  if (ok && answer !== undefined) return answer.result
  const said = error === undefined ? text : wordsOf(error)
  const details = ok ? `The answer is not JSON-RPC: ${text.slice(0, MOST_QUOTED)}` : said
  throw new HttpRequestError({ ...about, details: details || statusText, headers, status })
}

function parse(text: string): { result?: unknown; error?: unknown } | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null ? answer : undefined
  } catch {
    return undefined
  }
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
