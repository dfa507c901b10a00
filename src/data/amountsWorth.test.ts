import { expect, it } from 'vitest'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { SAMPLE_POOL } from '../protocol/testing/samplePool'
import { computeAmountsWorth } from './amountsWorth'

const token = (place: string) =>
  ({ address: `0x${place.padStart(40, '0')}`, symbol: place, decimals: 6 }) as const
const [USDC, LONG, SHORT, WETH] = [token('c1'), token('c2'), token('c3'), token('c4')]
const market = {
  facts: { settlementToken: USDC, longToken: LONG, shortToken: SHORT },
  // Two USDC for each long token, half a one for each short one.
  snapshot: {
    ...SAMPLE_POOL,
    ...{ longBalance: 2_000n, longTokenSupply: 800n, pendingLongBurnPoolTokens: 200n },
    ...{ shortBalance: 500n, shortTokenSupply: 1_000n, pendingShortBurnPoolTokens: 0n },
  },
} as unknown as PoolAtBlock

it('pool tokens count at their prices, the settlement token as itself, and others not at all', () => {
  const parts = [
    { token: LONG, amount: 20n },
    { token: WETH, amount: 9n },
    { token: SHORT, amount: 40n },
    { token: USDC, amount: 25n },
  ]
  expect(computeAmountsWorth(market, parts)).toEqual({ worth: 85n, unpriced: [parts[1]] })
  expect(computeAmountsWorth(market, [])).toEqual({ worth: 0n, unpriced: [] })
})
