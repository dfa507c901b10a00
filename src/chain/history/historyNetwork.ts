/** What to assume of a chain when reading a pool's past. */
export interface HistoryLimits {
  /** The factory's own block: no pool is older. */
  readonly firstBlock: bigint
  /** This many of the newest blocks may still change, and are read again at each refresh. */
  readonly confirmations: bigint
}

const KNOWN_LIMITS: Readonly<Record<number, HistoryLimits>> = {
  42161: { firstBlock: 13_387_522n, confirmations: 64n },
}

/** A chain that is not known is read from its beginning, and trusted after a few blocks. */
const OTHER_LIMITS: HistoryLimits = { firstBlock: 0n, confirmations: 5n }

export function historyLimits(chainId: number): HistoryLimits {
  return KNOWN_LIMITS[chainId] ?? OTHER_LIMITS
}
