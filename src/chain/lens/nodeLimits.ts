/** What an RPC has turned out to take in one request. */
export interface NodeLimits {
  /** Whether it refuses state overrides. */
  isDeployless: boolean
  /** The most pools in one request. */
  mostPools: number
  /** Whether its default gas is enough, more has to be asked for, or it refuses to be asked. */
  gas: 'default' | 'more' | 'refused'
}

/** Behind an address may soon be another node. */
const FORGET_AFTER_MS = 5 * 60_000

const known = new Map<string, { readonly limits: NodeLimits; readonly untilMs: number }>()

/**
 * The limits of the RPC at a URL, to be written to when it refuses something. Forgotten after five minutes.
 *
 * @param nowMs Milliseconds
 */
export function nodeLimits(url: string, nowMs: number = Date.now()): NodeLimits {
  const entry = known.get(url)
  if (entry !== undefined && nowMs < entry.untilMs) return entry.limits
  const limits: NodeLimits = {
    isDeployless: false,
    mostPools: Number.POSITIVE_INFINITY,
    gas: 'default',
  }
  known.set(url, { limits, untilMs: nowMs + FORGET_AFTER_MS })
  return limits
}
