import { type ReactNode, useEffect } from 'react'
import { useParams } from 'react-router'
import { getAddress, isAddress } from 'viem'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { useSnapshot } from '../../data/SnapshotProvider'
import { PoolMissing } from '../../features/pool/PoolMissing'
import { PoolSkeleton } from '../../features/pool/PoolSkeleton'

/** The pool that a link names, read if it is not yet; where there is none, why. */
export function PoolOfLink({ children }: { children: (pool: PoolAtBlock) => ReactNode }) {
  const address = useParams().address ?? ''
  const { snapshot, failures, openPool, missingPool } = useSnapshot()
  const pool = snapshot?.pools.find(
    ({ facts }) => facts.address.toLowerCase() === address.toLowerCase(),
  )
  const isMissing = snapshot !== undefined && pool === undefined
  useEffect(() => {
    if (isMissing && isAddress(address, { strict: false })) openPool(getAddress(address))
  }, [isMissing, address, openPool])
  if (!isAddress(address, { strict: false }))
    return <PoolMissing address={address} reason="malformed" />
  if (pool !== undefined) return children(pool)
  const state = snapshot === undefined ? 'loading' : missingPool(address)
  if (state === 'loading') return <PoolSkeleton address={address} isFailing={failures > 1} />
  return <PoolMissing address={address} reason={state === 'foreign' ? 'notOfFactory' : state} />
}
