import { type Address, zeroAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import type { FeeShare } from '../../chain/fees/getPaidFees'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { PoolFacts } from '../../chain/poolFacts'
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
    poolControllers: {
      keeper: STRANGER,
      feeController: STRANGER,
      oracleKeeper: undefined,
      oracleGovernance: undefined,
    },
    unverifiedComponents: [],
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
    expect(whose(zeroAddress, TREASURY)).toBe('noOne')
  })

  it('are a tenth of a millionth of both sides at the next rebalance', () => {
    const { next, sharePercent, yearlyFeeWad } = toFeeRow(aPool('0xa', STRANGER), undefined)
    expect(sharePercent).toBe(10n)
    // Two million on both sides.
    expect(next).toBe(2_000_000n * 10n ** 11n)
    expect(yearlyFeeWad).toBe((10n ** 12n * 31_556_952n) / 3_600n)
  })

  it('say whether the pool is verified', () => {
    const pool = aPool('0xa', STRANGER)
    const kept = {
      ...pool,
      unverifiedComponents: [{ kind: 'unchecked', address: TREASURY } as const],
    }
    expect(toFeeRow(pool, undefined).isVerified).toBe(true)
    expect(toFeeRow(kept, undefined).isVerified).toBe(false)
  })

  it('have no projection where no rebalance can come', () => {
    expect(toFeeRow(aPool('0xa', STRANGER, { paused: true }), undefined).next).toBeUndefined()
  })
})

describe('their totals', () => {
  const rows = [
    toFeeRow(aPool('0xa', TREASURY, { secondaryFees: 7n }), TREASURY),
    toFeeRow(aPool('0xb', TREASURY, { secondaryFees: 5n, token: BAL }), TREASURY),
    toFeeRow(aPool('0xc', STRANGER, { secondaryFees: 4n }), TREASURY),
  ]
  const known = (address: string, owed: FeeShare, ...paid: FeeShare[]) =>
    [address as Address, { paid, owed }] as const
  const to = (receiver: Address, amount: bigint): FeeShare => ({ receiver, amount })
  const next = rows[0]?.next ?? 0n
  const byPool = new Map([
    // It paid a stranger before it paid the treasury.
    known('0xa', to(TREASURY, 7n), to(STRANGER, 100n), to(TREASURY, 10n)),
    known('0xb', to(TREASURY, 5n), to(STRANGER, 20n)),
    // It paid the treasury before it paid a stranger.
    known('0xc', to(STRANGER, 4n), to(TREASURY.toLowerCase() as Address, 30n), to(STRANGER, 1n)),
  ])

  it('for the treasury hold what was paid to it, and what a claim would pay it now', () => {
    expect(toFeeTotals(rows, byPool, TREASURY)).toEqual([
      { token: USDC, claimable: 7n, next, soFar: { paid: 40n, accrued: 47n } },
      { token: BAL, claimable: 5n, next, soFar: { paid: 0n, accrued: 5n } },
    ])
  })

  it('for everybody are counted apart for each settlement token', () => {
    expect(toFeeTotals(rows, byPool)).toEqual([
      { token: USDC, claimable: 11n, next: 2n * next, soFar: { paid: 141n, accrued: 152n } },
      { token: BAL, claimable: 5n, next, soFar: { paid: 20n, accrued: 25n } },
    ])
  })

  it('are zero, and not missing, where no pool pays the treasury', () => {
    const others = [toFeeRow(aPool('0xc', STRANGER, { secondaryFees: 4n }), TREASURY)]
    const paid = new Map([known('0xc', to(STRANGER, 4n), to(STRANGER, 1n))])
    const nothing = { claimable: 0n, next: 0n, soFar: { paid: 0n, accrued: 0n } }
    expect(toFeeTotals(others, paid, TREASURY)).toEqual([{ token: USDC, ...nothing }])
  })

  it('hold nothing to claim where nobody is named to be paid', () => {
    const nobodys = [toFeeRow(aPool('0xd', zeroAddress, { secondaryFees: 4n }), undefined)]
    expect(toFeeTotals(nobodys, undefined)).toMatchObject([{ claimable: 0n }])
  })

  it('say nothing of the past where one pool’s is not known', () => {
    const partly = new Map([...byPool].slice(0, 2))
    expect(toFeeTotals(rows, partly).map(({ soFar }) => soFar?.paid)).toEqual([undefined, 20n])
    expect(toFeeTotals(rows, undefined).every(({ soFar }) => soFar === undefined)).toBe(true)
  })
})
