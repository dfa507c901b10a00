import { Notice } from '../../ui/Notice'

/** The contract keeps a short list of each account's queued intervals, and can lose one beyond its end. */
export function QueueRoom({ room }: { room: 'free' | 'last' | 'full' }) {
  if (room === 'free') return null
  return (
    <Notice tone="warn">
      {room === 'full'
        ? 'You have commits in 15 intervals of this pool, and the contract can lose tokens of a sixteenth. Wait for a rebalance, claim, and commit then. Nothing can be sent before.'
        : 'This takes the last of 15 intervals that you can safely have queued in this pool. Claim after the next rebalance, before you commit again.'}
    </Notice>
  )
}
