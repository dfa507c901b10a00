import { formatDuration } from '../format/formatTime'
import type { StatusTone } from './StatusBadge'

interface PoolStatusText {
  readonly tone: StatusTone
  readonly label: string
}

/** What a badge says of a pool. */
export type Status =
  | {
      readonly kind:
        | 'unverified'
        | 'live'
        | 'paused'
        | 'committerPaused'
        | 'deprecated'
        | 'due'
        | 'noPrice'
    }
  | { readonly kind: 'refused'; readonly side: 'long' | 'short' }
  | { readonly kind: 'late'; readonly bySec: number }
  | { readonly kind: 'oracleStale'; readonly what: 'feed' | 'sma'; readonly forSec: number }
  | { readonly kind: 'oneSideEmpty'; readonly emptySide: 'long' | 'short' | 'both' }

/** What stands under the names of these groups from the first paint on. */
export const GROUP_MEANINGS = {
  unverified: 'Anyone can create a market under any name. Its page shows what’s unverified.',
  deprecated:
    'This pool belongs to an earlier version of the protocol. Withdraw your funds: you can burn and claim. This app doesn’t offer minting here.',
}

/** A pool's status in a word or two. @see explainPoolStatus */
export function describePoolStatus(status: Status): PoolStatusText & Pick<Status, 'kind'> {
  return { kind: status.kind, ...inWords(status) }
}

function inWords(status: Status): PoolStatusText {
  switch (status.kind) {
    case 'unverified':
      return {
        tone: 'bad',
        label: 'Unverified',
      }
    case 'live':
      return { tone: 'good', label: 'Live' }
    case 'due':
      return { tone: 'neutral', label: 'Rebalance due' }
    case 'paused':
      return {
        tone: 'bad',
        label: 'Paused',
      }
    case 'committerPaused':
      return {
        tone: 'bad',
        label: 'Claims paused',
      }
    case 'deprecated':
      return {
        tone: 'warn',
        label: 'Deprecated',
      }
    case 'noPrice':
      return {
        tone: 'bad',
        label: 'No price',
      }
    case 'refused':
      return {
        tone: 'bad',
        label: 'Can’t rebalance',
      }
    case 'late':
      return {
        tone: 'warn',
        label: `Keeper late ${formatDuration(status.bySec)}`,
      }
    case 'oracleStale':
      return {
        tone: 'warn',
        label: 'Oracle stale',
      }
    case 'oneSideEmpty':
      return {
        tone: 'warn',
        label: status.emptySide === 'both' ? 'Empty' : `No ${status.emptySide}s`,
      }
  }
}
