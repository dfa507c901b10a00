import type { CommitIntent } from '../../flows/kinds/commit'
import { Segmented } from '../../ui/Segmented'
import { LazyDetails } from './LazyDetails'

const APPROVALS = [
  { value: 'exact', label: 'Exactly this order' },
  { value: 'unlimited', label: 'Unlimited' },
] as const

/** Seldom needed: how much the pool may take from the wallet. */
export function MoreOptions({
  approval,
  onChange,
}: {
  approval: CommitIntent['approval']
  onChange: (approval: CommitIntent['approval']) => void
}) {
  return (
    <LazyDetails title="More options">
      {() => (
        <>
          <Segmented label="Approval" options={APPROVALS} value={approval} onChange={onChange} />
          <p className="mt-1 text-xs text-muted">
            {approval === 'exact'
              ? 'The pool may take this order’s amount and nothing later. Each mint asks for an approval.'
              : 'Later mints ask for no approval. In return the pool’s contract may take any amount from your wallet, now and later, until you take the approval back.'}
          </p>
        </>
      )}
    </LazyDetails>
  )
}
