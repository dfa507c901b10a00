import { Notice } from './Notice'

/** Shown while there is no data because the network isn’t responding. */
export function DataUnavailable({ reason }: { reason?: Error | null }) {
  return (
    <Notice tone="warn">
      Can’t load data from the network. Retrying automatically.
      {reason && (
        <span className="mt-1 block text-xs text-muted">{reason.message.split('\n')[0]}</span>
      )}
    </Notice>
  )
}
