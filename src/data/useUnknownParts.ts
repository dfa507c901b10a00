import { useMemo } from 'react'
import { useAccount } from 'wagmi'
import { isVerified, type PoolAtBlock } from '../chain/poolAtBlock'
import type { UnknownPart } from '../chain/unknownPart'
import { knownParts, namedTokens } from '../chain/verification/knownParts'
import { findLikeness } from '../format/findLikeness'
import type { Named } from '../format/named'
import { useNetwork } from './NetworkContext'
import { useSnapshot } from './SnapshotProvider'

/** A part that is not known, and the known one that it is easily taken for by its name. */
export interface LikenedPart extends UnknownPart {
  readonly likeness: Named | undefined
  /** It is the connected account. */
  readonly isOwn: boolean
}

/** What of a market is not known, empty for a verified one, with what is easily confused with it: told by what a name looks like. */
export function useUnknownParts(pool: PoolAtBlock): readonly LikenedPart[] {
  const network = useNetwork()
  const pools = useSnapshot().snapshot?.pools
  const { address: connected } = useAccount()
  const { facts, unknownParts } = pool
  return useMemo(() => {
    const verified = unknownParts.length === 0 ? [] : (pools ?? []).filter(isVerified)
    const likenessOf = ({ kind, address }: UnknownPart) => {
      if (kind === 'settlementToken') {
        const used = verified.map(({ facts: { settlementToken } }) => settlementToken)
        const tokens = used.map(({ symbol, ...token }) => ({ ...token, name: symbol }))
        const name = facts.settlementToken.symbol
        return findLikeness({ address, name }, [
          ...namedTokens(knownParts(network).tokens),
          ...tokens,
        ])
      }
      return undefined
    }
    return unknownParts.map((part) => ({
      ...part,
      likeness: likenessOf(part),
      isOwn: part.address === connected,
    }))
  }, [facts, unknownParts, pools, network, connected])
}

/** The verified market that an unverified one is easily taken for by its name. */
export function useMarketLikeness({ facts, unknownParts }: PoolAtBlock): Named | undefined {
  const pools = useSnapshot().snapshot?.pools
  const { address, name } = facts
  const isStranger = unknownParts.length > 0
  return useMemo(
    () =>
      isStranger
        ? findLikeness(
            { address, name },
            (pools ?? []).filter(isVerified).map((pool) => pool.facts),
          )
        : undefined,
    [isStranger, address, name, pools],
  )
}
