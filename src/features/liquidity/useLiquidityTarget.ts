import { useEffect, useMemo } from 'react'
import { getAddress, isAddress } from 'viem'
import { resolveBalancer } from '../../chain/balancer/resolveBalancer'
import type { Secondary } from '../../chain/secondary/getSecondary'
import { useNetwork } from '../../data/NetworkContext'
import { useSnapshot } from '../../data/SnapshotProvider'
import { useSecondary } from '../../data/useSecondary'
import { findLiquidity, isPoolLink, type LiquidityTarget } from './liquidityTarget'

type SoughtTarget =
  | { readonly state: 'noBalancer' | 'malformed' | 'loading' }
  | { readonly state: 'failed'; readonly reason: Error | null }
  | {
      readonly state: 'known'
      readonly target: LiquidityTarget
      readonly secondary: Secondary
      /** Why a newer reading failed; null while all is well. */
      readonly trouble: Error | null
      /** Known pools that were not read. */
      readonly unread: number
    }

/** The pool that a link names; its market is read if it is not yet. */
export function useLiquidityTarget(link: string): SoughtTarget {
  const network = useNetwork()
  const balancer = resolveBalancer(network)
  const { snapshot, failures, failureReason, openPool, missingPool } = useSnapshot()
  const { secondary, trouble } = useSecondary()
  const markets = snapshot?.pools
  const target = useMemo(
    () =>
      secondary === undefined || markets === undefined || !isPoolLink(link)
        ? undefined
        : findLiquidity(link, secondary, markets),
    [link, secondary, markets],
  )
  // It may be a market that is not read with every refresh.
  const isSought = target?.kind === 'unknown' && isAddress(link, { strict: false })
  useEffect(() => {
    if (isSought) openPool(getAddress(link))
  }, [isSought, link, openPool])
  if (balancer === undefined) return { state: 'noBalancer' }
  if (!isPoolLink(link)) return { state: 'malformed' }
  if (target === undefined || secondary === undefined) {
    const isFailing = failures > 1 || (trouble !== null && secondary === undefined)
    return isFailing ? { state: 'failed', reason: failureReason ?? trouble } : { state: 'loading' }
  }
  if (isSought && missingPool(link) === 'loading') return { state: 'loading' }
  const unread = balancer.pools.filter((pool) => secondary.failed.includes(pool)).length
  return { state: 'known', target, secondary, trouble, unread }
}
