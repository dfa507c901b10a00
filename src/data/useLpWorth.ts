import { useMemo } from 'react'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { computeStakeValue } from './stakedToken'
import { useSecondary } from './useSecondary'

/**
 * What LP tokens are worth at the Vault's balances and the pool's token prices, settlement units. Undefined while that is not
 * read, and where there is another token in it, whose price is not known.
 *
 * @param lp Address, in lower case
 */
export type LpWorth = (pool: PoolAtBlock, lp: string, tokens: bigint) => bigint | undefined

/** A market's page reads the Vault no more often where the account has no LP tokens. */
const UNUSED_AGE_MS = 60_000

/** @param isUsed Whether there are LP tokens whose worth is shown */
export function useLpWorth(isUsed: boolean): LpWorth {
  const { secondary } = useSecondary(isUsed ? 0 : UNUSED_AGE_MS)
  const pools = secondary?.pools
  return useMemo(
    () => (pool, address, tokens) => {
      const lp = pools?.find((one) => one.address.toLowerCase() === address)
      if (lp === undefined) return undefined
      const value = computeStakeValue({ kind: 'lp', pool, lp }, tokens)
      return value === undefined || value.unpriced.length > 0 ? undefined : value.worth
    },
    [pools],
  )
}
