import { formatClock } from '../format/formatTime'

interface Waiting {
  readonly kind: 'late' | 'noPrice' | 'refused'
  readonly isDue: boolean
  /** Not before, Unix seconds. */
  readonly sec: number
}

const EXECUTES_WITH = {
  next: 'next rebalance',
  late: 'overdue rebalance',
  lateFrom: (clock: string) => `${clock} or later`,
  noPrice: 'once there is a price',
  refused: 'once the pool can rebalance',
  unknown: 'unknown until the network responds',
} as const

const EXECUTES = {
  late: 'Executes when the overdue rebalance is performed',
  lateFrom: (clock: string) => `Executes at the first rebalance at or after ${clock}`,
  noPrice: 'Executes once there is a price',
  refused: 'Executes once the pool can rebalance',
} as const

/**
 * What takes the place of an earliest execution's clock time where there is none; undefined where the clock time holds.
 *
 * @param nowSec The chain's time, Unix seconds
 */
export function describeEarliest(
  time: Waiting | { readonly kind: 'at' | 'next' | 'unknown' },
  nowSec: number,
): string | undefined {
  if (time.kind === 'at') return undefined
  return time.kind === 'late' && !time.isDue
    ? EXECUTES_WITH.lateFrom(formatClock(time.sec, nowSec))
    : EXECUTES_WITH[time.kind]
}

/** The same as a sentence without its full stop, of an order that can’t be told a time: one wording wherever it stands. */
export function describeWaiting(time: Waiting, nowSec: number): string {
  return time.kind === 'late' && !time.isDue
    ? EXECUTES.lateFrom(formatClock(time.sec, nowSec))
    : EXECUTES[time.kind]
}
