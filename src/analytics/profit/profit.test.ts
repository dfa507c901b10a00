import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CommitType } from '../../protocol/commitType'
import { fromUInt } from '../../protocol/quad'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { WAD } from '../../protocol/wad'
import type { Side } from '../poolFigures'
import { type ClosedLot, isKnown, type Lot } from './lots'
import { toPoolLedger } from './poolLedger'
import { addParts, NO_PARTS, type ProfitParts, sumParts } from './profitParts'
import { splitLot } from './splitLot'
import { splitPosition } from './splitPosition'
import { createPoolWorld, type PoolWorld } from './testing/poolWorld'

const ACCOUNTS = 3
const START = SAMPLE_POOL.executionPriceWad

const pools = fc
  .record({
    longBalance: fc.bigInt({ min: 10n ** 9n, max: 10n ** 13n }),
    shortBalance: fc.bigInt({ min: 10n ** 9n, max: 10n ** 13n }),
    fee: fc.bigInt({ min: 0n, max: WAD / 1_000n }).map(fromUInt),
    mintingFee: fc.bigInt({ min: 0n, max: WAD / 50n }).map(fromUInt),
    burningFee: fc.bigInt({ min: 0n, max: WAD / 50n }).map(fromUInt),
    changeInterval: fc.bigInt({ min: 0n, max: WAD / 1_000n }).map(fromUInt),
    leverageAmount: fc.constantFrom(1n, 3n, 10n).map(fromUInt),
  })
  .map(
    (some): PoolSnapshot => ({
      ...SAMPLE_POOL,
      ...some,
      longTokenSupply: some.longBalance,
      shortTokenSupply: some.shortBalance,
    }),
  )

const who = fc.nat(ACCOUNTS - 1)
const side = fc.constantFrom<Side[]>('long', 'short')
const percent = fc.bigInt({ min: 1n, max: 100n })
/** Settlement units for a hundred tokens, or tokens for a hundred units. */
const price = fc.bigInt({ min: 50n, max: 200n })
const actions = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('order' as const),
        who,
        commitType: fc.constantFrom(...Object.values(CommitType)),
        fromAggregateBalance: fc.boolean(),
        percent,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('upkeep' as const),
        move: fc.bigInt({ min: -30n, max: 40n }),
        reward: fc.bigInt({ min: 0n, max: 10n ** 6n }),
        intervals: fc.constantFrom(1n, 1n, 1n, 3n),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('claim' as const), who }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('send' as const), who, to: who, side, percent }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('buy', 'sell', 'change'),
        who,
        side,
        percent,
        price,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constantFrom('stake', 'unstake'), who, side, percent }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('join', 'exit'), who, percent, price }),
    },
  ),
  { minLength: 60, maxLength: 150 },
)
type Action = ReturnType<typeof actions.generate>['value'][number]

function live(world: PoolWorld, done: readonly Action[]): void {
  let price = START
  for (const action of done)
    switch (action.kind) {
      case 'order': {
        const { commitType, fromAggregateBalance, who: at } = action
        const resident = world.residents[at]
        const escrow = world.escrowOf(at)
        const isMint = commitType === CommitType.LongMint || commitType === CommitType.ShortMint
        const isLong =
          commitType === CommitType.LongBurn || commitType === CommitType.LongBurnShortMint
        const has = isMint
          ? fromAggregateBalance
            ? escrow.settlementTokens
            : 10n ** 10n
          : fromAggregateBalance
            ? escrow[isLong ? 'longTokens' : 'shortTokens']
            : (resident?.wallet[isLong ? 'long' : 'short'] ?? 0n)
        world.order(at, {
          commitType,
          fromAggregateBalance,
          amount: (has * action.percent) / 100n,
        })
        break
      }
      case 'upkeep': {
        const next = (price * (100n + action.move)) / 100n
        if (world.upkeep(next, action.reward, action.intervals)) price = next
        break
      }
      case 'claim':
        world.claim(action.who)
        break
      case 'send': {
        const tokens = (world.residents[action.who]?.wallet[action.side] ?? 0n) * action.percent
        if (action.to !== action.who && tokens >= 100n)
          world.send(action.who, action.to, action.side, tokens / 100n)
        break
      }
      default:
        trade(world, action)
    }
}

/** What is done with the tokens outside of the pool. */
function trade(world: PoolWorld, action: Extract<Action, { readonly percent: bigint }>): void {
  const { kind, who: at, percent: part } = action
  const resident = world.residents[at]
  if (resident === undefined) return
  const { wallet } = resident
  const partOf = (amount: bigint) => (amount * part) / 100n
  if (kind === 'buy') {
    const paid = part * 10n ** 7n
    const tokens = (paid * action.price) / 100n
    world.swap(at, { of: 'settlement', amount: paid }, { of: action.side, amount: tokens })
  } else if (kind === 'sell' || kind === 'change') {
    const tokens = partOf(wallet[action.side])
    const to = kind === 'sell' ? 'settlement' : action.side === 'long' ? 'short' : 'long'
    const received = { of: to, amount: (tokens * action.price) / 100n } as const
    if (tokens > 0n) world.swap(at, { of: action.side, amount: tokens }, received)
  } else if (kind === 'stake') {
    const tokens = partOf(wallet[action.side])
    if (tokens > 0n) world.stake(at, action.side, tokens)
  } else if (kind === 'unstake') world.unstake(at, action.side)
  else if (kind === 'join') {
    const parts = { long: partOf(wallet.long), short: partOf(wallet.short), settlement: part }
    world.liquidity(at, kind, part * 10n ** 18n, parts)
  } else if (kind === 'exit') {
    const out = part * action.price * 10n ** 5n
    const parts = { long: out, short: out / 2n, settlement: out }
    if (resident.lp > 0n) world.liquidity(at, kind, partOf(resident.lp), parts)
  }
}

/** A token is worth as much as so many settlement units. */
const unitOf = (world: PoolWorld, at: Side) => {
  const highest = world
    .history(at)
    .upkeeps.flatMap(({ before, after }) => [before, after])
    .reduce((most, { balance, supply }) => {
      const price = supply === 0n ? 1n : balance / supply + 1n
      return price > most ? price : most
    }, 1n)
  return highest
}

describe('over random histories of several accounts', () => {
  it('all tokens and all money are in the ledger, and the parts of each lot add up to the unit', () => {
    let [count, traded, plain] = [0, 0, 0]
    fc.assert(
      fc.property(pools, actions, (pool, done) => {
        const world = createPoolWorld(pool, ACCOUNTS)
        live(world, done)
        world.residents.forEach((resident, at) => {
          const ledger = toPoolLedger(world.eventsOf(at))
          const escrow = world.escrowOf(at)
          for (const side of ['long', 'short'] as const)
            expect(
              sum(ledger.open.filter((lot) => lot.side === side).map((lot) => lot.tokens)),
            ).toBe(
              resident.wallet[side] +
                resident.staked[side] +
                escrow[side === 'long' ? 'longTokens' : 'shortTokens'],
            )
          // What came out of burns and was not put into flips or mints from escrow again is in escrow or in the wallet.
          const unknown = sum(
            ledger.closed.filter((lot) => !isKnown(lot)).map((lot) => lot.proceeds),
          )
          const { liquidity } = ledger
          expect(sum(liquidity.open.map((lot) => lot.tokens))).toBe(resident.lp)
          expect(sum(ledger.staked.map((stake) => stake.tokens))).toBe(
            resident.staked.long + resident.staked.short,
          )
          const lots = [...ledger.closed, ...ledger.open, ...liquidity.open, ...liquidity.closed]
          const isPlain = lots.every(isKnown)
          if (isPlain) {
            expect(unknown).toBe(0n)
            expect(ledger.takenOut - ledger.putIn).toBe(
              resident.received + escrow.settlementTokens - resident.paid,
            )
          }
          const waiting = ledger.queuedBurns.flatMap((burn) => burn.lots)
          const mine: (Lot | ClosedLot)[] = [...ledger.open, ...waiting, ...ledger.closed]
          const known = mine.filter(isKnown)
          let total = NO_PARTS
          let change = 0n
          plain += isPlain ? 1 : 0
          for (const lot of known) {
            const { parts, value } = splitLot(lot, world.history(lot.side))
            count++
            traded += lot.opened === undefined && !('closed' in lot) ? 0 : 1
            expect(sumParts(parts)).toBe(value - (lot.cost ?? 0n))
            // One for the mint, one for the burn, and one each for what their interval shares out.
            const most = 4n * unitOf(world, lot.side)
            expect(parts.rounding <= most && parts.rounding >= -most).toBe(true)
            total = addParts(total, parts)
            change += value - (lot.cost ?? 0n)
          }
          expect(sumParts(total)).toBe(change)
          checkOverTime(world, known, total)
          // Realised and unrealised are what came out, less what went in, plus what it is worth.
          const queued = ledger.queuedMints
          const sentCost = sum(ledger.sent.filter(isKnown).map(({ cost = 0n }) => cost))
          const worth = sum(
            [...ledger.open, ...waiting]
              .filter(isKnown)
              .map((lot) => splitLot(lot, world.history(lot.side)).value),
          )
          // LP tokens are worth what anyone says: here, a unit for each whole one.
          const lpWorthOf = (tokens: bigint) => tokens / 10n ** 18n
          const lpWorth = sum(liquidity.open.filter(isKnown).map((lot) => lpWorthOf(lot.tokens)))
          const lpCost = sum(liquidity.open.map(({ cost = 0n }) => cost))
          const removed = liquidity.closed.filter(isKnown)
          const lpChange =
            lpWorth - lpCost + sum(removed.map(({ proceeds, cost = 0n }) => proceeds - cost))
          const gain =
            change + lpChange + sum(queued.map(({ recorded, amount }) => recorded - amount))
          expect(gain).toBe(
            ledger.takenOut -
              ledger.putIn +
              worth +
              lpWorth +
              sum(queued.map((mint) => mint.recorded)) +
              sentCost,
          )
        })
      }),
      { numRuns: 150 },
    )
    expect(count).toBeGreaterThan(1_000)
    expect(traded).toBeGreaterThan(300)
    expect(plain).toBeGreaterThan(50)
  })
})

/** Each point is what the lots were worth or had brought after its upkeep, less their cost. */
function checkOverTime(world: PoolWorld, lots: readonly (Lot | ClosedLot)[], total: ProfitParts) {
  const histories = { long: world.history('long'), short: world.history('short') }
  const steps = splitPosition(lots, histories, 1_000)
  let next = steps.next()
  while (!next.done) next = steps.next()
  const { parts, points } = next.value
  expect(parts).toEqual(total)
  const { upkeeps } = histories.long
  expect(points.map(({ timestampSec }) => timestampSec)).toEqual(
    upkeeps.map(({ timestampSec }) => timestampSec),
  )
  const placeOf = (id: bigint) => upkeeps.findIndex(({ executedIds }) => executedIds.includes(id))
  points.forEach((point, place) => {
    const gains = lots
      // What was traded after an upkeep is what it is from the next one on.
      .filter(({ mintedIn = 0n, opened }) => placeOf(mintedIn) + (opened ? 1 : 0) <= place)
      .map((lot) => {
        if ('burnedIn' in lot && placeOf(lot.burnedIn) + (lot.closed ? 1 : 0) <= place)
          return lot.proceeds - (lot.cost ?? 0n)
        const after = histories[lot.side].upkeeps[place]?.after
        const { balance = 0n, supply = 0n } = after ?? {}
        return (supply === 0n ? lot.tokens : (lot.tokens * balance) / supply) - (lot.cost ?? 0n)
      })
    expect(sumParts(point.parts)).toBe(sum(gains))
  })
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}
