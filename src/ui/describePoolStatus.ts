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
        meaning:
          'Anyone can create a market under any name. Its page says what of it is not known.',
      }
    case 'live':
      return { tone: 'good', label: 'Live', meaning: undefined }
    case 'due':
      return { tone: 'neutral', label: 'Rebalance due', meaning: undefined }
    case 'paused':
      return {
        tone: 'bad',
        label: 'Paused',
        meaning:
          'This pool is paused. It takes no commits, pays no claims and does not rebalance until governance unpauses it.',
      }
    case 'committerPaused':
      return {
        tone: 'bad',
        label: 'Claims paused',
        meaning:
          'The committer of this pool is paused: it pays no claims until governance unpauses it, and this page offers no commits meanwhile. The pool still rebalances: value goes on moving between its sides, and what is queued executes.',
      }
    case 'deprecated':
      return {
        tone: 'warn',
        label: 'Deprecated',
        meaning:
          'Made by an earlier version of the protocol, since replaced. Take your money out: burning and claiming still work, and minting is not offered.',
      }
    case 'noPrice':
      return {
        tone: 'bad',
        label: 'No price',
        meaning:
          'The price oracle of this pool does not answer, so the pool cannot rebalance and this page shows no projection. What is in escrow can still be claimed. Burns can be queued, and execute once the oracle answers again.',
      }
    case 'refused':
      return {
        tone: 'bad',
        label: 'Cannot rebalance',
        meaning: `There are ${status.side} tokens and no money on their side. The contract refuses a rebalance, and with it everything that is queued, until the index has moved their way.`,
      }
    case 'late':
      return {
        tone: 'warn',
        label: `Keeper late ${formatDuration(status.bySec)}`,
        meaning: `No keeper has come for ${formatDuration(status.bySec)} since the rebalance was due. Nothing that is queued executes until somebody performs it.`,
      }
    case 'oracleStale':
      return {
        tone: 'warn',
        label: 'Oracle stale',
        meaning:
          status.what === 'feed'
            ? `The price feed has not been written for ${formatDuration(status.forSec)}. Until it is, rebalances use this old price, and a jump may come with the first new one.`
            : `The averaging oracle has taken no sample for ${formatDuration(status.forSec)}. Its average lags behind the index further than it should.`,
      }
    case 'oneSideEmpty':
      return {
        tone: 'warn',
        label: status.emptySide === 'both' ? 'Empty' : `No ${status.emptySide}s`,
        meaning:
          status.emptySide === 'both'
            ? 'Nobody holds either side of this pool yet.'
            : `Nobody is ${status.emptySide} in this pool. The other side has nobody to gain from, and still pays the empty side when the index moves against it.`,
      }
  }
}
