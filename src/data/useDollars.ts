import { useCallback } from 'react'
import { isAddressEqual } from 'viem'
import { dollarValueWad } from '../analytics/dollarValue'
import type { TokenFacts } from '../chain/poolFacts'
import { useSnapshot } from './SnapshotProvider'

/** What amounts of settlement tokens are worth in dollars, a wad; undefined for none, and without a feed that is up to date. */
export function useDollars(): (value: bigint, token: TokenFacts) => bigint | undefined {
  const { snapshot } = useSnapshot()
  return useCallback(
    (value, { address, decimals }) => {
      const price = snapshot?.dollarPrices.find(({ token }) => isAddressEqual(token, address))
      if (snapshot === undefined || price === undefined || value === 0n) return undefined
      return dollarValueWad(value, decimals, price, snapshot.block.timestampSec)
    },
    [snapshot],
  )
}
