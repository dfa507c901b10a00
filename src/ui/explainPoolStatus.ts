import { formatDuration } from '../format/formatTime'
import { GROUP_MEANINGS, type Status } from './describePoolStatus'

/** What a pool's status means for a holder; undefined where all is well. Not in the first load. */
export function explainPoolStatus(status: Status): string | undefined {
  switch (status.kind) {
    case 'live':
    case 'due':
      return undefined
    case 'unverified':
    case 'deprecated':
      return GROUP_MEANINGS[status.kind]
    case 'paused':
      return 'Commits, claims and rebalances are disabled until governance unpauses this pool.'
    case 'committerPaused':
      return 'Claims are disabled until governance unpauses this pool’s committer, and this app offers no commits until then. The pool still rebalances, and queued commits execute.'
    case 'noPrice':
      return 'The price oracle isn’t responding, so this pool can’t rebalance and nothing can be projected. You can still claim from escrow. Burns can be queued and execute once the oracle responds.'
    case 'refused':
      return `The ${status.side} side has tokens but no balance. Rebalances fail, and queued commits don’t execute, until the index moves in its favor.`
    case 'late':
      return `The rebalance is ${formatDuration(status.bySec)} overdue. Queued commits don’t execute until someone performs it.`
    case 'oracleStale':
      return status.what === 'feed'
        ? `The price feed hasn’t updated for ${formatDuration(status.forSec)}. Rebalances use the old price until it does, and the next update may be a jump.`
        : `The SMA oracle hasn’t taken a sample for ${formatDuration(status.forSec)}, so its average lags the index more than usual.`
    case 'oneSideEmpty':
      return status.emptySide === 'both'
        ? 'Both sides of this pool are empty.'
        : `The ${status.emptySide} side is empty. The other side can’t gain, but still loses when the index moves against it.`
  }
}
