import { useMemo, useState } from 'react'
import type { Address } from 'viem'
import type { Network } from '../chain/network'
import { isVerified } from '../chain/poolAtBlock'
import { isKnown, type UnreadablePool } from '../chain/poolRegistry'
import type { Snapshot } from '../chain/snapshot'

/** A market that couldn't be loaded. */
export interface UnreadPool {
  readonly address: Address
  /** Neither known by its address nor verified when it was last read: most likely a stranger's. */
  readonly isUnverified: boolean
}

/** The markets that couldn't be loaded, with whether one that is verified is missing: only then does the list lack what it should have. */
export function useUnreadPools(
  network: Network,
  unreadable: readonly UnreadablePool[],
  snapshot: Snapshot | undefined,
): readonly UnreadPool[] {
  const [verified, setVerified] = useState<ReadonlySet<Address>>(new Set())
  const found = (snapshot?.pools ?? []).filter(
    (pool) => !verified.has(pool.facts.address) && isVerified(pool),
  )
  if (found.length > 0)
    setVerified(new Set([...verified, ...found.map(({ facts }) => facts.address)]))
  return useMemo(() => {
    const unread = [
      ...unreadable,
      ...(snapshot?.failedPools ?? []).map((address) => ({ address, isUnchecked: false })),
    ]
    return unread.map(({ address, isUnchecked = false }) => ({
      address,
      isUnverified: !isUnchecked && !verified.has(address) && !isKnown(network, address),
    }))
  }, [network, unreadable, snapshot, verified])
}
