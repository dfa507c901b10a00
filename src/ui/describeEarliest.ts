const EXECUTES_WITH = {
  next: 'next rebalance',
  late: 'overdue rebalance',
  lateOrLater: 'overdue rebalance or later',
  noPrice: 'once there is a price',
  refused: 'once the pool can rebalance',
  unknown: 'unknown until the network responds',
} as const

/** What takes the place of an earliest execution's clock time where there is none; undefined where the clock time holds. */
export function describeEarliest(
  time:
    | { readonly kind: 'at' | 'next' | 'unknown' }
    | { readonly kind: 'late' | 'noPrice' | 'refused'; readonly isDue: boolean },
): string | undefined {
  if (time.kind === 'at') return undefined
  return time.kind === 'late' && !time.isDue ? EXECUTES_WITH.lateOrLater : EXECUTES_WITH[time.kind]
}
