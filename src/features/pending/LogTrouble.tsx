import type { LiveAccountLog } from '../../data/useAccountLog'
import { Button } from '../../ui/Button'

/** Why single commits are not shown: they are being read, or cannot be. */
export function LogTrouble({ live }: { live: LiveAccountLog }) {
  const { log, trouble, isGivenUp, retry } = live
  if (trouble === null)
    return (
      <p className="text-xs text-muted" role="status">
        {log === undefined
          ? 'Reading the single commits from the chain’s events…'
          : 'The RPC does not give the events of all these commits: shown are the sums that the contract holds.'}
      </p>
    )
  return (
    <p className="text-xs text-warn" role="status">
      The single commits cannot be read {isGivenUp ? 'from this RPC' : 'at the moment'}: shown are
      the sums that the contract holds.
      {isGivenUp ? (
        <Button look="quiet" onClick={retry}>
          Try again
        </Button>
      ) : (
        ' It is tried again by itself.'
      )}
    </p>
  )
}
