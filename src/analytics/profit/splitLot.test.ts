import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CommitType } from '../../protocol/commitType'
import { fromUInt } from '../../protocol/quad'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { WAD } from '../../protocol/wad'
import type { Lot } from './lots'
import { toPoolLedger } from './poolLedger'
import { splitLot } from './splitLot'
import { createPoolWorld, type PoolWorld } from './testing/poolWorld'

const START = SAMPLE_POOL.executionPriceWad
const MILLION = 1_000_000n * 10n ** 6n
/** Six decimals, as USDC; no fees. */
const POOL: PoolSnapshot = {
  ...SAMPLE_POOL,
  longBalance: MILLION,
  shortBalance: MILLION,
  longTokenSupply: MILLION,
  shortTokenSupply: MILLION,
}
/** Settlement units of 100, or of any other amount. */
const units = (amount: number) => BigInt(Math.round(amount * 1e6))

/** The first account mints, and its commit is executed at the start price. */
function mint(world: PoolWorld, amount: bigint, commitType: CommitType = CommitType.LongMint) {
  world.order(0, { commitType, amount, fromAggregateBalance: false })
  world.upkeep(START, 0n)
}

const orderOf = (who: number) => (world: PoolWorld, commitType: CommitType, amount: bigint) =>
  world.order(who, { commitType, amount, fromAggregateBalance: false })

function onlyLot(world: PoolWorld, who = 0): Lot {
  const { open, closed } = toPoolLedger(world.eventsOf(who))
  const [lot, ...others] = [...open, ...closed]
  if (lot === undefined || others.length > 0) throw new Error('not one lot')
  return lot
}

const splitOf = (world: PoolWorld, who = 0) => {
  const lot = onlyLot(world, who)
  return splitLot(lot, world.history(lot.side))
}

describe('by hand: 100 long in a 3x pool of a million on each side, so small that the sides stay even', () => {
  // tanh(3 · (1 − 1 / 1.1)) = tanh(0.272727…) = 0.266165…: up by 10% the longs gain that part of 100.
  const SHARE = Math.tanh(3 * (1 - 1 / 1.1))
  const UP = (START * 110n) / 100n

  it('a rise of 10% is direction alone', () => {
    const world = createPoolWorld(POOL, 1)
    mint(world, units(100))
    world.upkeep(UP, 0n)
    const { parts, value } = splitOf(world)
    expect(Number(parts.direction)).toBeCloseTo(1e8 * SHARE, -1)
    expect(parts.path).toBe(0n)
    // The lot itself makes the long side larger by a ten-thousandth, which the shorts’ payment is shared among.
    expect(Number(parts.skew)).toBeCloseTo(-1e8 * SHARE * (100 / 1_000_100), -1)
    expect(Number(value)).toBeCloseTo(1e8 * (1 + (SHARE * 1_000_000) / 1_000_100), -1)
  })

  it('there and back is path alone: 100 · (1 + s) · (1 − s) leaves 100 · (1 − s²)', () => {
    const world = createPoolWorld(POOL, 1)
    mint(world, units(100))
    world.upkeep(UP, 0n)
    world.upkeep(START, 0n)
    const { parts } = splitOf(world)
    expect(parts.direction).toBe(0n)
    expect(Number(parts.path + parts.skew)).toBeCloseTo(-1e8 * SHARE ** 2, -5)
    expect([parts.managementFee, parts.keepers, parts.ownFees]).toEqual([0n, 0n, 0n])
  })

  it('the own minting and burning fee are 2% of 100 and 1% of what is burned', () => {
    const fees = { mintingFee: fromUInt(WAD / 50n), burningFee: fromUInt(WAD / 100n) }
    const world = createPoolWorld({ ...POOL, ...fees }, 1)
    mint(world, units(100))
    world.claim(0)
    const tokens = world.residents[0]?.wallet.long ?? 0n
    orderOf(0)(world, CommitType.LongBurn, tokens)
    world.upkeep(START, 0n)
    const { parts, value } = splitOf(world)
    expect(Number(parts.ownFees)).toBeCloseTo(-2e6 - 0.98e6, -1)
    expect(Number(value)).toBeCloseTo(98e6 * 0.99, -2)
    expect([parts.direction, parts.path, parts.skew]).toEqual([0n, 0n, 0n])
  })

  it('a keeper’s reward of 1,000 costs the lot its part, and a stranger’s minting fee brings it one', () => {
    const world = createPoolWorld({ ...POOL, mintingFee: fromUInt(WAD / 50n) }, 2)
    mint(world, units(100))
    world.upkeep(START, units(1_000))
    const rewarded = splitOf(world).parts
    expect(Number(rewarded.keepers)).toBeCloseTo((-1e9 * 98) / 2_000_098, -2)
    // 2% of 50,000 is shared by the million and the 98.
    orderOf(1)(world, CommitType.LongMint, units(50_000))
    const { parts } = splitOf(world)
    expect(Number(parts.others - rewarded.others)).toBeCloseTo((1e9 * 98) / 1_000_098, -2)
    expect(parts.keepers).toBe(rewarded.keepers)
  })

  it('a fee of a thousandth for each interval is management fee', () => {
    const world = createPoolWorld({ ...POOL, fee: fromUInt(WAD / 1_000n) }, 1)
    mint(world, units(100))
    world.upkeep(START, 0n)
    world.upkeep(START, 0n)
    const { parts } = splitOf(world)
    expect(Number(parts.managementFee)).toBeCloseTo(-1e5 - 0.999e5, -1)
    expect([parts.direction, parts.path, parts.skew, parts.keepers]).toEqual([0n, 0n, 0n, 0n])
  })

  it('the first mint into a side without tokens meets what was left there', () => {
    const left = units(3)
    const world = createPoolWorld({ ...POOL, longBalance: left, longTokenSupply: 0n }, 1)
    mint(world, units(100))
    const { parts, value } = splitOf(world)
    expect(parts.others).toBe(left)
    expect(Number(value)).toBeCloseTo(103e6, -1)
  })
})

const moves = fc.array(fc.bigInt({ min: -25n, max: 30n }), { minLength: 1, maxLength: 12 })
const sides = fc.constantFrom(CommitType.LongMint, CommitType.ShortMint)
const amounts = fc.bigInt({ min: 1n, max: MILLION })

const walk = (world: PoolWorld, steps: readonly bigint[]) => {
  let price = START
  for (const step of steps) {
    price = (price * (100n + step)) / 100n
    world.upkeep(price, 0n)
  }
}

const most = (value: bigint) => (value < 0n ? -value : value)

describe('over random moves', () => {
  it('an index that is back where it was has given nothing by direction', () => {
    fc.assert(
      fc.property(moves, sides, amounts, (steps, commitType, amount) => {
        const world = createPoolWorld(POOL, 1)
        mint(world, amount, commitType)
        walk(world, steps)
        world.upkeep(START, 0n)
        expect(splitOf(world).parts.direction).toBe(0n)
      }),
      { numRuns: 200 },
    )
  })

  it('sides that are made equal before each upkeep leave no skew, but for what is cut to the unit', () => {
    fc.assert(
      fc.property(moves, sides, amounts, (steps, commitType, amount) => {
        const world = createPoolWorld(POOL, 1)
        mint(world, amount, commitType)
        const lot = onlyLot(world)
        const { side, upkeeps, ...rest } = world.history(lot.side)
        // The world’s own upkeep that minted, then a pool whose sides someone evens out each time.
        let { balance, supply } = upkeeps.at(-1)?.after ?? { balance: 0n, supply: 0n }
        let price = START
        const even = steps.map((step) => {
          const next = (price * (100n + step)) / 100n
          const pool = { ...POOL, longBalance: balance, shortBalance: balance }
          const one = createPoolWorld({ ...pool, executionPriceWad: price }, 0)
          one.upkeep(next, 0n)
          const [done] = one.history(side).upkeeps
          if (done === undefined) throw new Error('no upkeep')
          const before = { balance, supply }
          balance += done.balanceChange
          price = next
          return { ...done, executedIds: [], before, after: { balance, supply } }
        })
        const history = { ...rest, side, upkeeps: [...upkeeps, ...even], now: { balance, supply } }
        const { parts } = splitLot(lot, history)
        expect(most(parts.skew)).toBeLessThanOrEqual(2n * BigInt(steps.length))
        expect(most(parts.others)).toBeLessThanOrEqual(2n)
      }),
      { numRuns: 200 },
    )
  })

  it('somebody alone in a pool without fees gets nothing from fees', () => {
    fc.assert(
      fc.property(moves, sides, amounts, (steps, commitType, amount) => {
        const world = createPoolWorld(POOL, 1)
        mint(world, amount, commitType)
        walk(world, steps)
        const { parts } = splitOf(world)
        const { managementFee, keepers, others, ownFees, rounding } = parts
        expect([managementFee, keepers, ownFees]).toEqual([0n, 0n, 0n])
        expect(most(others)).toBeLessThanOrEqual(2n)
        expect(most(rounding)).toBeLessThanOrEqual(2n)
      }),
      { numRuns: 200 },
    )
  })
})

it('a lot whose cost or past is not known is not taken apart', () => {
  const world = createPoolWorld(POOL, 2)
  mint(world, units(100))
  world.claim(0)
  world.send(0, 1, 'long', units(40))
  const [received] = toPoolLedger(world.eventsOf(1)).open
  if (received === undefined) throw new Error('nothing came')
  expect(() => splitLot(received, world.history('long'))).toThrow(RangeError)
  const lot = onlyLot(world)
  expect(() => splitLot(lot, { ...world.history('long'), upkeeps: [] })).toThrow(
    /not in the history/,
  )
  expect(lot.cost).toBe(units(60))
})
