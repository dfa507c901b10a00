import { Notice } from './Notice'

/** Said while there is nothing to show because the network does not answer. */
export function NoAnswer({ reason }: { reason?: Error | null }) {
  return (
    <Notice tone="warn">
      The network gives no usable answer. The page tries again by itself, with growing pauses.
      {reason && (
        <span className="mt-1 block text-xs text-muted">{reason.message.split('\n')[0]}</span>
      )}
    </Notice>
  )
}
