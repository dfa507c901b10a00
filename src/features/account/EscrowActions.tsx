import { Link } from 'react-router'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useFlowActions } from '../../data/FlowsProvider'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useBusyPools } from '../../data/useBusyPools'
import { useReadyWallet } from '../../data/useReadyWallet'
import { claimIntent } from '../../flows/kinds/claim'
import { formatName } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { SwitchTrouble } from '../../ui/SwitchTrouble'

/** What can be done with what is in escrow: claim it, or order with it without claiming. */
export function EscrowActions({
  pool,
  claimLabel = 'Claim',
  emptyLabel,
  isBrief = false,
}: {
  pool: PoolAtBlock
  claimLabel?: string
  /** What the button says when there is nothing; without it there is none then. */
  emptyLabel?: string
  /** The button alone, where the page has said the rest already. */
  isBrief?: boolean
}) {
  const { isWatched } = useSnapshot()
  const escrow = pool.account?.escrow
  if (escrow === undefined || isWatched) return null
  const hasEscrow = escrow.longTokens + escrow.shortTokens + escrow.settlementTokens > 0n
  if (!hasEscrow)
    return emptyLabel === undefined ? null : (
      <Button className="mt-3 w-full" disabled>
        {emptyLabel}
      </Button>
    )
  return (
    <div className="mt-3">
      <ClaimButton pool={pool} label={claimLabel} />
      {isPaused(pool) ? (
        <p className="mt-2 text-xs text-muted">
          The pool is paused: what is in escrow stays yours, and can be claimed or ordered with once
          governance lets the pool go on.
        </p>
      ) : (
        !pool.facts.deprecated &&
        !isBrief && (
          <p className="mt-2 text-xs text-muted">
            It need not be claimed to be used:{' '}
            <Link
              to={`/pool/${pool.facts.address}?from=escrow`}
              className="underline underline-offset-2 hover:text-ink"
            >
              order from escrow
            </Link>
            .
          </p>
        )
      )}
    </div>
  )
}

function isPaused({ snapshot }: PoolAtBlock): boolean {
  return snapshot.paused || snapshot.committerPaused
}

function ClaimButton({ pool, label }: { pool: PoolAtBlock; label: string }) {
  const { facts } = pool
  const wallet = useReadyWallet()
  const { start } = useFlowActions()
  const account = wallet.isReady ? wallet.account : undefined
  const isClaiming = useBusyPools((flow) => flow.account === account).has(facts.address)
  if (!wallet.isReady)
    return (
      <>
        <SwitchTrouble text={wallet.trouble} />
        <Button className="w-full" {...wallet.button}>
          {wallet.label} to claim
        </Button>
      </>
    )
  return (
    <Button
      look="primary"
      className="w-full"
      disabled={isClaiming || isPaused(pool)}
      onClick={() => start(wallet.account, claimIntent(facts, formatName(facts.name)), false)}
    >
      {label}
    </Button>
  )
}
