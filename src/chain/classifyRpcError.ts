import { MalformedResponseError } from './errors'

/**
 * Why an RPC did not answer, and so what to do:
 * `tooLarge` ask for less, `rateLimited` wait, `timeout` ask for less or wait, `behind` wait for it to catch up,
 * `transient` try again, `permanent` trying again cannot help.
 */
export interface RpcErrorClass {
  readonly kind: 'tooLarge' | 'rateLimited' | 'timeout' | 'behind' | 'transient' | 'permanent'
  /** How long the RPC says to wait, milliseconds. */
  readonly retryAfterMs?: number
}

const RATE =
  /rate.?limit|too many requests|requests? (rate|limit)|rate exceeded|throttl|compute units|per (second|minute|day)|quota|capacity/i
const BEHIND =
  /header not found|unknown block|block (\S+ )?(is )?(not found|not available|out of range|not yet)|(beyond|greater than|higher than|ahead of|after|past) (the )?(current |last |latest )?(accepted )?(head|latest|block)\b/i
const TOO_LARGE =
  /range|too (many|large|big|wide)|more than [\d,.]+k? |(response|result|payload|body|entity|size|length|log|query).{0,40}(exceed|limit|too|max)|(exceed|limit|max).{0,40}(size|result|log|block|response|defined)|at most [\d,.]+k? block|out ?of ?gas|gas required exceeds/i
const TIMEOUT = /time.?d? ?out|took too long|deadline exceeded|canceling statement/i
const PRUNED = /prun(ed|ing)|archive|missing historical|historical state|missing trie node/i

/** Finds out what an error of a read, log or block request means. Works on viem's errors and on plain ones. */
export function classifyRpcError(error: unknown): RpcErrorClass {
  const { codes, statuses, names, retryAfterSec, ...said } = inspectRpcError(error)
  const text = said.texts.join('\n')
  const has = (pattern: RegExp) => pattern.test(text)
  if (statuses.has(429) || codes.has(429) || codes.has(-32097) || has(RATE))
    return {
      kind: 'rateLimited',
      ...(retryAfterSec === undefined ? {} : { retryAfterMs: retryAfterSec * 1_000 }),
    }
  if (names.has('ResponseBodyTooLargeError') || statuses.has(413)) return { kind: 'tooLarge' }
  if (names.has('BlockNotFoundError') || has(BEHIND)) return { kind: 'behind' }
  if (has(PRUNED) || codes.has(4444)) return { kind: 'permanent' }
  if (names.has('TimeoutError') || statuses.has(408) || statuses.has(504) || has(TIMEOUT))
    return { kind: 'timeout' }
  if (codes.has(-32005) || has(TOO_LARGE)) return { kind: 'tooLarge' }
  if ([401, 403].some((status) => statuses.has(status)) || codes.has(-32601))
    return { kind: 'permanent' }
  return { kind: 'transient' }
}

/** Whether asking for less may help. An answer that cannot be decoded speaks of sizes too, and is no refusal. */
export function isTooLarge(error: unknown): boolean {
  return !(error instanceof MalformedResponseError) && classifyRpcError(error).kind === 'tooLarge'
}

/** What an error and its causes say. viem's own message is left out: it repeats the request. */
export function inspectRpcError(error: unknown) {
  const texts: string[] = []
  const codes = new Set<number>()
  const statuses = new Set<number>()
  const names = new Set<string>()
  let retryAfterSec: number | undefined
  const seen = new Set<unknown>()
  let current = error
  while (typeof current === 'object' && current !== null && !seen.has(current)) {
    seen.add(current)
    const { name, code, status, details, message, data, headers, cause } = current as Record<
      string,
      unknown
    >
    if (typeof name === 'string') names.add(name)
    if (typeof code === 'number') codes.add(code)
    if (typeof status === 'number') statuses.add(status)
    if (typeof details === 'string') texts.push(details)
    else if (typeof message === 'string') texts.push(message)
    if (typeof data === 'string') texts.push(data)
    if (headers instanceof Headers) {
      const seconds = Number(headers.get('retry-after') ?? Number.NaN)
      if (seconds > 0) retryAfterSec = seconds
    }
    current = cause
  }
  return { texts, codes, statuses, names, retryAfterSec }
}
