import { formatDuration } from '../format/formatTime'
import type { StatusTone } from './StatusBadge'

interface PoolStatusText {
  readonly tone: StatusTone
  readonly label: string
  /** What it means for a holder; nothing to say when all is well. */
  readonly meaning: string | undefined
}

type Status =
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

/** A pool's status in words: short for a table, and as a sentence. */
export function describePoolStatus(status: Status): PoolStatusText & Pick<Status, 'kind'> {
  return { kind: status.kind, ...inWords(status) }
}

function inWords(status: Status): PoolStatusText {
  switch (status.kind) {
    case 'unverified':
      return {
        tone: 'bad',
        label: 'Unverified',
        meaning: 'Anyone can create a market under any name. Its page shows what’s unverified.',
      }
    case 'live':
      return { tone: 'good', label: 'Live', meaning: undefined }
    case 'due':
      return { tone: 'neutral', label: 'Rebalance due', meaning: undefined }
    case 'paused':
      return {
        tone: 'bad',
        label: 'Paused',
        meaning: 'Commits, claims and rebalances are disabled until governance unpauses this pool.',
      }
    case 'committerPaused':
      return {
        tone: 'bad',
        label: 'Claims paused',
        meaning:
          'Claims are disabled until governance unpauses this pool’s committer, and this app offers no commits until then. The pool still rebalances, and queued commits execute.',
      }
    case 'deprecated':
      return {
        tone: 'warn',
        label: 'Deprecated',
        meaning:
          'This pool belongs to an earlier version of the protocol. Withdraw your funds: you can burn and claim. This app doesn’t offer minting here.',
      }
    case 'noPrice':
      return {
        tone: 'bad',
        label: 'No price',
        meaning:
          'The price oracle isn’t responding, so this pool can’t rebalance and nothing can be projected. You can still claim from escrow. Burns can be queued and execute once the oracle responds.',
      }
    case 'refused':
      return {
        tone: 'bad',
        label: 'Can’t rebalance',
        meaning: `The ${status.side} side has tokens but no balance. Rebalances fail, and queued commits don’t execute, until the index moves in its favor.`,
      }
    case 'late':
      return {
        tone: 'warn',
        label: `Keeper late ${formatDuration(status.bySec)}`,
        meaning: `The rebalance is ${formatDuration(status.bySec)} overdue. Queued commits don’t execute until someone performs it.`,
      }
    case 'oracleStale':
      return {
        tone: 'warn',
        label: 'Oracle stale',
        meaning:
          status.what === 'feed'
            ? `The price feed hasn’t updated for ${formatDuration(status.forSec)}. Rebalances use the old price until it does, and the next update may be a jump.`
            : `The SMA oracle hasn’t taken a sample for ${formatDuration(status.forSec)}, so its average lags the index more than usual.`,
      }
    case 'oneSideEmpty':
      return {
        tone: 'warn',
        label: status.emptySide === 'both' ? 'Empty' : `No ${status.emptySide}s`,
        meaning:
          status.emptySide === 'both'
            ? 'Both sides of this pool are empty.'
            : `The ${status.emptySide} side is empty. The other side can’t gain, but still loses when the index moves against it.`,
      }
  }
}
