import { describe, expect, it } from 'vitest'
import { EMPTY_LEDGER, type PoolLedger } from '../../analytics/profit/ledgerState'
import type { Lot } from '../../analytics/profit/lots'
import { NO_HISTORY } from '../../chain/history/poolHistoryState'
import { ONE } from '../../protocol/quad'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { indexMoveWad, profitOf, splitLedger } from './profitOf'

/** Everything is worth a tenth more than it was at a price of one. */
const POOL = { snapshot: { ...SAMPLE_POOL, longBalance: (SAMPLE_POOL.longBalance * 11n) / 10n } }

const lot = (tokens: bigint, cost: bigint | undefined, mintedIn = 90n): Lot => ({
  side: 'long',
  tokens,
  cost,
  mintingFee: 0n,
  mintedIn: cost === undefined ? undefined : mintedIn,
  mintPrice: cost === undefined ? undefined : ONE,
})

const NO_LP = () => undefined

const LEDGER: PoolLedger = {
  open: [lot(1_000n, 1_000n), lot(500n, undefined)],
  queuedMints: [],
  queuedBurns: [],
  closed: [],
  sent: [],
  putIn: 1_000n,
  takenOut: 0n,
  flipped: 0n,
  liquidity: EMPTY_LEDGER.liquidity,
  staked: [],
}

describe('the profit of a ledger', () => {
  it('is what it is worth less what it cost; what nobody knows the cost of stands apart', () => {
    expect(profitOf(LEDGER, POOL, NO_LP)).toMatchObject({
      cost: 1_000n,
      // Cut, as a quad is.
      worth: 1_099n,
      unrealised: 99n,
      realised: 0n,
      unknown: { long: { tokens: 500n, worth: 549n }, short: { tokens: 0n, worth: 0n } },
      single: { side: 'long', tokens: 1_000n },
      oldestId: 90n,
    })
  })

  it('counts what waits to be minted or burned, and what was sold', () => {
    const sold = { ...lot(100n, 100n, 80n), burnedIn: 95n, burnPrice: ONE, burningFee: 0n }
    const ledger: PoolLedger = {
      ...LEDGER,
      open: [],
      queuedMints: [{ side: 'short', updateIntervalId: 101n, amount: 200n, recorded: 198n }],
      queuedBurns: [{ updateIntervalId: 101n, commitType: 3, lots: [lot(1_000n, 1_000n)] }],
      closed: [{ ...sold, proceeds: 130n }],
    }
    expect(profitOf(ledger, POOL, NO_LP)).toMatchObject({
      cost: 1_200n,
      worth: 1_297n,
      everPutIn: 1_300n,
      realised: 30n,
      single: undefined,
      oldestId: 80n,
    })
  })

  it('says what left at cost, which is neither sold nor held', () => {
    const lp = { lp: '0xb', tokens: 5n, cost: 40n, openedSec: 1n }
    const liquidity = { ...EMPTY_LEDGER.liquidity, sent: [lp] }
    const sent = [lot(100n, 100n), lot(3n, undefined)]
    const ledger: PoolLedger = { ...LEDGER, sent, liquidity, putIn: 1_140n }
    const profit = profitOf(ledger, POOL, NO_LP)
    expect(profit).toMatchObject({ paidIn: 1_140n, cost: 1_000n, realised: 0n, movedOut: 140n })
  })

  it('counts what a flip has moved once: 2,500 that became 2,800 are 12%', () => {
    const flippedAway = {
      ...lot(2_500n, 2_500n, 80n),
      burnedIn: 95n,
      burnPrice: ONE,
      burningFee: 0n,
    }
    const ledger: PoolLedger = {
      ...LEDGER,
      open: [{ ...lot(2_800n, 2_800n, 95n), side: 'short' }],
      closed: [{ ...flippedAway, proceeds: 2_800n }],
      putIn: 5_300n,
      takenOut: 2_800n,
      flipped: 2_800n,
    }
    expect(profitOf(ledger, POOL, NO_LP)).toMatchObject({
      paidIn: 2_500n,
      paidOut: 0n,
      everPutIn: 2_500n,
      realised: 300n,
    })
  })

  it('is not taken apart before the pool’s past is read', () => {
    expect(splitLedger(LEDGER, POOL, NO_HISTORY, 9, 0n).next()).toEqual({
      done: true,
      value: undefined,
    })
    expect(indexMoveWad(POOL, NO_HISTORY, 90n)).toBeUndefined()
  })

  it('of nothing but a queued mint is its fee', () => {
    const queuedMints = [
      { side: 'long' as const, updateIntervalId: 101n, amount: 200n, recorded: 198n },
    ]
    const ledger = { ...LEDGER, open: [], queuedMints }
    expect(splitLedger(ledger, POOL, NO_HISTORY, 9, 0n).next().value).toMatchObject({
      parts: { ownFees: -2n, rounding: 0n },
      points: [],
    })
  })
})
