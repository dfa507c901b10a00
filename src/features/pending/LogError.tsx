import type { LiveAccountLog } from '../../data/useAccountLog'
import { Button } from '../../ui/Button'
import { pendingContent } from './content'

const content = pendingContent.log

/** Why single commits are not shown: they are being read, or cannot be. */
export function LogError({ live }: { live: LiveAccountLog }) {
  const { log, isReading, trouble, isGivenUp, retry } = live
  if (trouble === null)
    return (
      <p className="text-xs text-muted" role="status">
        {log === undefined || isReading ? content.loading : content.incomplete}
      </p>
    )
  return (
    <p className="text-xs text-warn" role="status">
      {content.failed(isGivenUp)}{' '}
      {isGivenUp ? (
        <Button look="quiet" onClick={retry}>
          {content.retry}
        </Button>
      ) : (
        content.retrying
      )}
    </p>
  )
}
