import { type Address, zeroAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import type { PoolFacts } from '../../chain/poolRegistry'
import type { PoolAtBlock } from '../../chain/snapshot'
import { fromUInt } from '../../protocol/quad'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { toFeeRow, toFeeTotals } from './feeRows'

const TREASURY: Address = '0x00000000000000000000000000000000000000aB'
const STRANGER: Address = '0x00000000000000000000000000000000000000a2'
const USDC = { address: '0x00000000000000000000000000000000000000c1', symbol: 'USDC', decimals: 6 }
const BAL = { address: '0x00000000000000000000000000000000000000c2', symbol: 'BAL', decimals: 18 }

/** A fee of a millionth for each hour. */
const FEE = fromUInt(10n ** 12n)

function aPool(
  address: string,
  receiver: Address,
  { token = USDC, secondaryFees = 0n, paused = false } = {},
): PoolAtBlock {
  return {
    facts: { address, settlementToken: token, fee: FEE, updateIntervalSec: 3_600n } as PoolFacts,
    snapshot: { ...SAMPLE_POOL, fee: FEE, secondaryFees, paused },
    market: {
      spotPriceWad: 1n,
      oraclePriceWad: 1n,
      feedUpdatedAtSec: undefined,
      secondaryFeeAddress: receiver,
    },
    account: undefined,
  }
}

describe('a pool’s secondary fees', () => {
  it('are the treasury’s, somebody else’s or nobody’s, in whatever case the address is written', () => {
    const whose = (receiver: Address, treasury?: Address) =>
      toFeeRow(aPool('0xa', receiver), treasury).whose
    expect(whose(TREASURY.toLowerCase() as Address, TREASURY)).toBe('treasury')
    expect(whose(STRANGER, TREASURY)).toBe('other')
    expect(whose(TREASURY)).toBe('other')
    expect(whose(zeroAddress, TREASURY)).toBe('nobody')
  })

  it('are a tenth of a millionth of both sides at the next rebalance', () => {
    const { next, sharePercent, yearlyFeeWad } = toFeeRow(aPool('0xa', STRANGER), undefined)
    expect(sharePercent).toBe(10n)
    // Two million on both sides.
    expect(next).toBe(2_000_000n * 10n ** 11n)
    expect(yearlyFeeWad).toBe((10n ** 12n * 31_556_952n) / 3_600n)
  })

  it('have no projection where no rebalance can come', () => {
    expect(toFeeRow(aPool('0xa', STRANGER, { paused: true }), undefined).next).toBeUndefined()
  })
})

describe('their totals', () => {
  const rows = [
    toFeeRow(aPool('0xa', TREASURY, { secondaryFees: 7n }), TREASURY),
    toFeeRow(aPool('0xb', TREASURY, { secondaryFees: 5n, token: BAL }), TREASURY),
    toFeeRow(aPool('0xc', TREASURY, { secondaryFees: 4n }), TREASURY),
  ]
  const known = (address: string, paid: bigint) =>
    [address as Address, { paid, accrued: paid + 1n }] as const

  it('are counted apart for each settlement token', () => {
    const byPool = new Map([known('0xa', 10n), known('0xb', 20n), known('0xc', 30n)])
    expect(toFeeTotals(rows, byPool)).toMatchObject([
      { token: USDC, claimable: 11n, soFar: { paid: 40n, accrued: 42n } },
      { token: BAL, claimable: 5n, soFar: { paid: 20n, accrued: 21n } },
    ])
  })

  it('say nothing of the past where one pool’s is not known', () => {
    const byPool = new Map([known('0xa', 10n), known('0xb', 20n)])
    expect(toFeeTotals(rows, byPool).map(({ soFar }) => soFar?.paid)).toEqual([undefined, 20n])
    expect(toFeeTotals(rows, undefined).every(({ soFar }) => soFar === undefined)).toBe(true)
  })
})
