import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { ClaimButton } from './ClaimButton'
import { EscrowNote } from './EscrowNote'
import { hasEscrow } from './hasEscrow'

/** What can be done with what is in escrow: claim it, or order with it without claiming. Nothing where nothing is there. */
export function EscrowActions({
  pool,
  look,
}: {
  pool: PoolAtBlock
  look: 'primary' | 'secondary'
}) {
  const { isWatched } = useSnapshot()
  if (isWatched || !hasEscrow(pool.account)) return null
  return (
    <div className="mt-3">
      <ClaimButton pool={pool} look={look} className="w-full" />
      <EscrowNote pool={pool} />
    </div>
  )
}
