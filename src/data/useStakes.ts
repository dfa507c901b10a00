import { useMemo } from 'react'
import type { Address } from 'viem'
import { resolveFarms } from '../chain/staking/resolveFarms'
import { type HeldLp, heldLpOf } from './heldLp'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'
import { type Stake, stakesOf } from './stakedToken'
import { useSecondary } from './useSecondary'

const NONE = { stakes: [], liquidity: [], unread: [], unreadPools: 0 } as const

/** Stakes and LP tokens of the account that is looked at. */
export interface LiveStakes {
  /** Empty until they are known. */
  readonly stakes: readonly Stake[]
  /** LP tokens in its wallet. */
  readonly liquidity: readonly HeldLp[]
  /** Farms that do not respond, or whose figures cannot be true. */
  readonly unread: readonly Address[]
  /** How many of Balancer's pools are the same. */
  readonly unreadPools: number
  /** Whether all of it is known, or this chain has none. */
  readonly isKnown: boolean
  /** Why none could be read; null while all is well. */
  readonly trouble: Error | null
}

/**
 * What the account has staked or put into Balancer's pools, and what it comes to.
 *
 * @param minAgeMs As for `useSecondary`
 * @param heldAgeMs As for `useSecondary`
 */
export function useStakes(minAgeMs = 0, heldAgeMs = minAgeMs): LiveStakes {
  const network = useNetwork()
  const { snapshot } = useSnapshot()
  const { secondary, isKnown, trouble } = useSecondary(minAgeMs, heldAgeMs)
  const pools = snapshot?.pools
  return useMemo(() => {
    if (secondary === undefined || pools === undefined) return { ...NONE, isKnown, trouble }
    const farms = new Set(resolveFarms(network).map(({ address }) => address))
    const unread = secondary.failed.filter((address) => farms.has(address))
    return {
      stakes: stakesOf(secondary, pools),
      liquidity: heldLpOf(secondary, pools),
      unread,
      unreadPools: secondary.failed.length - unread.length,
      isKnown,
      trouble,
    }
  }, [secondary, isKnown, pools, network, trouble])
}

/** A page that shows stakes as a side matter does not look with every block whether there are any. */
const SIDE_AGE_MS = 60_000

/** The same for pages where stakes are a side matter: looked for now and then, and read with each block where there are some. */
export function useSideStakes(): LiveStakes {
  return useStakes(SIDE_AGE_MS, 0)
}
