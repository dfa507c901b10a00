import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { type Address, type Client, isAddressEqual } from 'viem'
import { initialPoolSelection, type PoolRegistry, type PoolSelection } from '../chain/poolRegistry'
import { heldPoolsQueryOptions, poolRegistryKey } from '../chain/queries'
import { POOLS_PER_PAGE } from '../protocol/bounds'
import { useNetwork } from './NetworkContext'
import { splitHeldPools } from './splitHeldPools'

/** Which of the pools beside the known ones are read, and how to change it. */
interface SelectedPools {
  readonly selection: PoolSelection
  readonly choice: PoolsChoice
}

/** What of them is not read, and how to have it read. */
export interface PoolsChoice {
  /** Why the pools in which the account has something could not be looked for so far; null where they could. */
  readonly holdingsFailure: Error | null
  /** How many more pools the account has something in, which are not read: see `showMoreHeld`. */
  readonly otherHeld: number
  /** Reads the next of them as well. */
  readonly showMoreHeld: () => void
  /** Reads a pool that someone looks at, until the page is left for good. */
  readonly openPool: (pool: Address) => void
  /** Reads the next of the factories' pools as well. */
  readonly showMorePools: () => void
  /** Reads them no longer. */
  readonly hideMorePools: () => void
}

/**
 * Anyone can add pools to a factory, and each that is read costs every refresh: beside the known ones those are read that are
 * looked at, a page of those that the account has something in, and all where they are few.
 */
export function useSelectedPools(client: Client, account: Address | undefined): SelectedPools {
  const network = useNetwork()
  const queries = useQueryClient()
  const [opened, setOpened] = useState<readonly Address[]>([])
  const [more, setMore] = useState(0)
  // Not observed here: the caller observes it.
  const registry = queries.getQueryData<PoolRegistry>(poolRegistryKey(network))
  const known = network.knownPools.length
  const count = registry && countShown(registry, known, more)
  const hasOthers = registry !== undefined && count !== undefined && count < registry.numAllPools
  const { data: held, failureReason: holdingsFailure } = useQuery(
    heldPoolsQueryOptions(client, network, hasOthers ? account : undefined, registry?.numAllPools),
  )
  const [heldPages, setHeldPages] = useState(1)
  const showMoreHeld = useCallback(() => setHeldPages((pages) => pages + 1), [])
  const { read: heldPools, left: otherHeld } = useMemo(
    () =>
      splitHeldPools(
        held ?? [],
        [...network.knownPools, ...opened, ...(registry?.listed.slice(0, count) ?? [])],
        heldPages,
      ),
    [held, network, opened, registry, count, heldPages],
  )
  const openPool = useCallback((pool: Address) => {
    setOpened((pools) =>
      pools.some((other) => isAddressEqual(other, pool)) ? pools : [...pools, pool],
    )
  }, [])
  const showMorePools = useCallback(() => setMore((pages) => pages + 1), [])
  const hideMorePools = useCallback(() => setMore(0), [])
  const selection = useMemo(
    () => ({
      ...initialPoolSelection(network),
      pools: [...opened, ...heldPools],
      ...(count === undefined ? {} : { count, isOnlyAll: false }),
    }),
    [network, opened, heldPools, count],
  )
  const choice = useMemo(
    () => ({ holdingsFailure, otherHeld, showMoreHeld, openPool, showMorePools, hideMorePools }),
    [holdingsFailure, otherHeld, showMoreHeld, openPool, showMorePools, hideMorePools],
  )
  return { selection, choice }
}

/** How many of the factories' pools are read, counted from the first. */
function countShown({ numAllPools }: PoolRegistry, known: number, pages: number): number {
  if (numAllPools <= known + POOLS_PER_PAGE) return numAllPools
  return (known === 0 ? POOLS_PER_PAGE : 0) + pages * POOLS_PER_PAGE
}
