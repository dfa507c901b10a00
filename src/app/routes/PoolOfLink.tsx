import { type ReactNode, useEffect } from 'react'
import { useParams } from 'react-router'
import { getAddress, isAddress } from 'viem'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useWatchedAccount } from '../../data/useWatchedAccount'
import { PoolMissing } from '../../features/pool/PoolMissing'
import { PoolSkeleton } from '../../features/pool/PoolSkeleton'
import { formatAddress } from '../../format/formatAddress'
import { Notice } from '../../ui/Notice'
import { watching } from './content'

/** The pool that a link names, read if it is not yet, and the account that it watches; where there is no such pool, why. */
export function PoolOfLink({ children }: { children: (pool: PoolAtBlock) => ReactNode }) {
  const address = useParams().address ?? ''
  useWatchedAccount()
  const {
    snapshot,
    account: shownAccount,
    isWatched,
    failures,
    openPool,
    missingPool,
  } = useSnapshot()
  const pool = snapshot?.pools.find(
    ({ facts }) => facts.address.toLowerCase() === address.toLowerCase(),
  )
  const isMissing = snapshot !== undefined && pool === undefined
  useEffect(() => {
    if (isMissing && isAddress(address, { strict: false })) openPool(getAddress(address))
  }, [isMissing, address, openPool])
  if (!isAddress(address, { strict: false }))
    return <PoolMissing address={address} reason="malformed" />
  if (pool !== undefined)
    return (
      <>
        {isWatched && shownAccount !== undefined && (
          <div className="mb-4">
            <Notice standing>{watching(formatAddress(shownAccount))}</Notice>
          </div>
        )}
        {children(pool)}
      </>
    )
  const state = snapshot === undefined ? 'loading' : missingPool(address)
  if (state === 'loading') return <PoolSkeleton address={address} isFailing={failures > 1} />
  return <PoolMissing address={address} reason={state === 'foreign' ? 'notOfFactory' : state} />
}
