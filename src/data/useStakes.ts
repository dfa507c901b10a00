import { useMemo } from 'react'
import type { Address } from 'viem'
import { resolveFarms } from '../chain/staking/resolveFarms'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'
import { type Stake, stakesOf } from './stakedToken'
import { useSecondary } from './useSecondary'

const NONE: readonly Stake[] = []

/** Stakes of the account that is looked at. */
export interface LiveStakes {
  /** Empty until they are known. */
  readonly stakes: readonly Stake[]
  /** Farms that do not respond, or whose figures cannot be true. */
  readonly unread: readonly Address[]
  /** Why none could be read; null while all is well. */
  readonly trouble: Error | null
}

/**
 * Where the account has staked, and what it comes to.
 *
 * @param minAgeMs As for `useSecondary`
 */
export function useStakes(minAgeMs = 0): LiveStakes {
  const network = useNetwork()
  const { snapshot } = useSnapshot()
  const { secondary, trouble } = useSecondary(minAgeMs)
  const pools = snapshot?.pools
  return useMemo(() => {
    if (secondary === undefined || pools === undefined) return { stakes: NONE, unread: [], trouble }
    const farms = new Set(resolveFarms(network).map(({ address }) => address))
    const unread = secondary.failed.filter((address) => farms.has(address))
    return { stakes: stakesOf(secondary, pools), unread, trouble }
  }, [secondary, pools, network, trouble])
}
