import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_BALANCE } from '../protocol/balances'
import { CommitType } from '../protocol/commitType'
import { projectOrder } from '../protocol/projection'
import { fromUInt } from '../protocol/quad'
import type { PoolSnapshot } from '../protocol/snapshot'
import { SAMPLE_POOL, sampleCommitment } from '../protocol/testing/samplePool'
import { earliestExecutionSec } from '../protocol/updateInterval'
import { NO_USER } from '../protocol/userBalance'
import { WAD } from '../protocol/wad'
import { cutOffSec } from './cutOff'
import { legsOutlook } from './legsOutlook'
import { constantPricePath, OutlookError } from './outlook'
import { commitSlot } from './poolFigures'

const POOL: PoolSnapshot = {
  ...SAMPLE_POOL,
  mintingFee: fromUInt(WAD / 1_000n),
  burningFee: fromUInt(WAD / 500n),
  fee: fromUInt(WAD / 10_000n),
  oracle: { kind: 'spot', priceWad: 1_515n * WAD },
}
const ID = POOL.updateIntervalId

describe('an order of one commit', () => {
  it.each(Object.entries(CommitType))('%s comes to what the engine says', (_, commitType) => {
    const order = { commitType, amount: 12_345n * WAD + 678n, fromAggregateBalance: false }
    const expected = projectOrder(POOL, NO_USER, order, constantPricePath(POOL, 1_515n * WAD, 1))
    const outlook = legsOutlook(POOL, undefined, [order], ID)
    expect(outlook.adds).toEqual(expected.balances.at(-1))
    expect(outlook.standing).toEqual(expected.standing)
    expect(outlook.executesAtSec).toBe(expected.order.executesAtSec)
  })

  it('says a flip’s two fees apart', () => {
    const leg = { commitType: CommitType.LongBurnShortMint, amount: 1_000n * WAD }
    const { mintingFee, burningFee, prices } = legsOutlook(POOL, undefined, [leg], ID)
    const burned = legsOutlook(POOL, undefined, [{ ...leg, commitType: CommitType.LongBurn }], ID)
    expect(burningFee).toBe(burned.burningFee)
    const left = burned.adds.settlementTokens
    expect(mintingFee).toBe(left / 1_000n)
    expect(prices).toEqual(burned.prices)
  })

  it('charges burned tokens their part of the management fee, and a mint none', () => {
    const all = POOL.longTokenSupply
    const [part, mint] = [CommitType.LongBurn, CommitType.LongMint].map((commitType) =>
      legsOutlook(POOL, undefined, [{ commitType, amount: all / 4n }], ID),
    )
    expect(part?.managementFee).toBe(POOL.longBalance / 10_000n / 4n)
    expect(mint?.managementFee).toBe(0n)
  })

  it('is refused with the contract’s reason', () => {
    const leg = { commitType: CommitType.LongBurn, amount: POOL.longTokenSupply + 1n }
    expect(() => legsOutlook(POOL, undefined, [leg], ID)).toThrow(OutlookError)
    expect(() => legsOutlook({ ...POOL, paused: true }, undefined, [leg], ID)).toThrow(/paused/)
  })
})

describe('an order of several commits', () => {
  it('split in two comes to the same, but for the fee’s rounding', () => {
    const mint = (amount: bigint) => ({ commitType: CommitType.ShortMint, amount })
    const whole = legsOutlook(POOL, undefined, [mint(3_000n * WAD)], ID)
    const split = legsOutlook(POOL, undefined, [mint(1_000n * WAD), mint(2_000n * WAD)], ID)
    expect(split.adds).toEqual(whole.adds)
    expect(split.mintingFee).toBe(whole.mintingFee)
  })

  it('says what each of them adds to those before it, with the fees of all', () => {
    const legs = [
      { commitType: CommitType.LongMint, amount: 10_000n * WAD },
      { commitType: CommitType.ShortMint, amount: 10_000n * WAD },
    ]
    const { byLeg, adds } = legsOutlook(POOL, undefined, legs, ID)
    const { longTokens, shortTokens } = adds
    expect(byLeg).toEqual([
      { longTokens, shortTokens: 0n, settlementTokens: 0n },
      { longTokens: 0n, shortTokens, settlementTokens: 0n },
    ])
    expect(legsOutlook(POOL, undefined, [], ID)).toMatchObject({ byLeg: [], adds: NO_BALANCE })
  })

  it('counts only what it adds itself, where the interval holds some of the account already', () => {
    const queued = sampleCommitment(ID, { longMintSettlement: 7n })
    const pool = { ...POOL, pendingMintSettlementAmount: 7n, totalPoolCommitments: [queued] }
    const user = { ...NO_USER, unAggregatedCommitments: [ID], userCommitments: [queued] }
    const legs = [{ commitType: CommitType.LongMint, amount: 1_000n }]
    const { adds } = legsOutlook(pool, user, legs, ID)
    const alone = legsOutlook(pool, undefined, legs, ID)
    const difference = adds.longTokens - alone.adds.longTokens
    expect(difference === 0n || difference === 1n).toBe(true)
  })
})

describe('the cut-off', () => {
  it('is the first second that goes into a later interval', () => {
    fc.assert(
      fc.property(
        fc.bigInt(60n, 7_200n),
        fc.bigInt(1n, 40_000n),
        fc.bigInt(0n, 7_199n),
        (updateIntervalSec, frontRunningIntervalSec, passed) => {
          const pool = { ...POOL, updateIntervalSec, frontRunningIntervalSec }
          const now = pool.lastPriceTimestampSec + passed
          const { updateIntervalId } = commitSlot(pool, now)
          const cutOff = cutOffSec(pool, updateIntervalId)
          expect(cutOff).toBeGreaterThan(now)
          if (cutOff > pool.lastPriceTimestampSec)
            expect(commitSlot(pool, cutOff - 1n).updateIntervalId).toBe(updateIntervalId)
          expect(commitSlot(pool, cutOff).updateIntervalId).toBe(updateIntervalId + 1n)
        },
      ),
    )
  })

  it('has the earliest execution of its interval while an upkeep is due', () => {
    const dueSec = POOL.lastPriceTimestampSec + POOL.updateIntervalSec
    const due = { ...POOL, timestampSec: dueSec + 40n }
    const leg = { commitType: CommitType.LongMint, amount: WAD }
    const { executesAtSec } = legsOutlook(due, undefined, [leg], ID + 1n)
    expect(executesAtSec).toBe(earliestExecutionSec(due, ID + 1n))
    expect(executesAtSec).toBe(dueSec + POOL.updateIntervalSec)
  })

  it('passed, an order executes later, by an upkeep on time', () => {
    const leg = { commitType: CommitType.LongMint, amount: WAD }
    // A front-running interval that is no multiple of the interval: the next one opens after an upkeep.
    const pool = { ...POOL, updateIntervalSec: 60n, frontRunningIntervalSec: 90n }
    const soon = { ...pool, timestampSec: pool.lastPriceTimestampSec + 50n }
    const { updateIntervalId: id } = commitSlot(soon, soon.timestampSec)
    const [now, later] = [id, id + 1n].map((interval) =>
      legsOutlook(soon, undefined, [leg], interval),
    )
    expect(now?.executesAtSec).toBe(pool.lastPriceTimestampSec + 60n * (id - ID + 1n))
    expect(later?.executesAtSec).toBe((now?.executesAtSec ?? 0n) + 60n)
  })
})
