import { useExplorerUrl } from '../../data/useExplorerUrl'
import type { Step } from '../../flows/step'
import { TransactionLink } from '../../ui/TransactionLink'

/** A step's transactions. */
export function StepHashes({ hashes }: Pick<Step, 'hashes'>) {
  const explorerUrl = useExplorerUrl()
  return hashes.map((hash) => (
    <span key={hash} className="mr-2 inline-block text-xs text-muted">
      <TransactionLink hash={hash} explorerUrl={explorerUrl} />
    </span>
  ))
}
