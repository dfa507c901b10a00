import { Notice } from './Notice'

/** All that viem says where there was no answer: no more than the sentence above it. */
const NO_ANSWER = 'HTTP request failed.'

/** Shown while there is no data because the network isn’t responding. */
export function DataUnavailable({ reason }: { reason?: Error | null }) {
  const said = reason?.message.split('\n')[0]
  return (
    <Notice tone="warn">
      Can’t load data from the network. Retrying automatically.
      {said !== undefined && said !== NO_ANSWER && (
        <span className="mt-1 block text-xs text-muted">{said}</span>
      )}
    </Notice>
  )
}
