import { useMemo } from 'react'
import { useAccount } from 'wagmi'
import { isVerified, type PoolAtBlock } from '../chain/poolAtBlock'
import type { UnverifiedComponent } from '../chain/unverifiedComponent'
import { namedTokens, verifiedComponents } from '../chain/verification/verifiedComponents'
import { findLookalike } from '../format/findLookalike'
import type { Named } from '../format/named'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'

/** A component that is not known, and the known one that it is easily taken for by its name. */
export interface LookalikeComponent extends UnverifiedComponent {
  readonly likeness: Named | undefined
  /** It is the connected account. */
  readonly isOwn: boolean
}

/** What of a market is not known, empty for a verified one, with what is easily confused with it: told by what a name looks like. */
export function useUnverifiedComponents(pool: PoolAtBlock): readonly LookalikeComponent[] {
  const network = useNetwork()
  const pools = useSnapshot().snapshot?.pools
  const { address: connected } = useAccount()
  const { facts, unverifiedComponents } = pool
  return useMemo(() => {
    const verified = unverifiedComponents.length === 0 ? [] : (pools ?? []).filter(isVerified)
    const likenessOf = ({ kind, address }: UnverifiedComponent) => {
      if (kind === 'settlementToken') {
        const used = verified.map(({ facts: { settlementToken } }) => settlementToken)
        const tokens = used.map(({ symbol, ...token }) => ({ ...token, name: symbol }))
        const name = facts.settlementToken.symbol
        return findLookalike({ address, name }, [
          ...namedTokens(verifiedComponents(network).tokens),
          ...tokens,
        ])
      }
      return undefined
    }
    return unverifiedComponents.map((component) => ({
      ...component,
      likeness: likenessOf(component),
      isOwn: component.address === connected,
    }))
  }, [facts, unverifiedComponents, pools, network, connected])
}

/** The verified market that an unverified one is easily taken for by its name. */
export function useMarketLookalike({
  facts,
  unverifiedComponents,
}: PoolAtBlock): Named | undefined {
  const pools = useSnapshot().snapshot?.pools
  const { address, name } = facts
  const isUnverified = unverifiedComponents.length > 0
  return useMemo(
    () =>
      isUnverified
        ? findLookalike(
            { address, name },
            (pools ?? []).filter(isVerified).map((pool) => pool.facts),
          )
        : undefined,
    [isUnverified, address, name, pools],
  )
}
