import { describe, expect, it } from 'vitest'
import { div, fromUInt, ONE } from '../../protocol/quad'
import type { AccountEvent } from './accountEvent'
import { EMPTY_LEDGER, type PoolLedger } from './ledgerState'
import type { Lot } from './lots'
import { toPoolLedger } from './poolLedger'

/** A long token is worth two, a short one a half. */
const VALUE = {
  updateIntervalId: 9n,
  longPrice: fromUInt(2n),
  shortPrice: div(ONE, fromUInt(2n)),
  timestampSec: 100n,
} as const
const money = (amount: bigint) => ({ of: 'settlement', amount }) as const
const long = (amount: bigint) => ({ of: 'long', amount }) as const
const short = (amount: bigint) => ({ of: 'short', amount }) as const
const buy: AccountEvent = { kind: 'swap', ...VALUE, given: money(230n), received: long(100n) }
const lots = ({ open }: PoolLedger) =>
  open.map(({ side, tokens, cost }) => ({ side, tokens, cost }))

describe('by hand', () => {
  it('100 long for 230, of which 40 for 90: the lot keeps 138 of its cost', () => {
    const sale: AccountEvent = { kind: 'swap', ...VALUE, given: long(40n), received: money(90n) }
    const ledger = toPoolLedger([buy, sale])
    expect(lots(ledger)).toEqual([{ side: 'long', tokens: 60n, cost: 138n }])
    expect(ledger.closed).toMatchObject([{ tokens: 40n, cost: 92n, proceeds: 90n, burnedIn: 9n }])
    expect([ledger.putIn, ledger.takenOut, ledger.flipped]).toEqual([230n, 90n, 0n])
  })

  it('from side to side lots close at pool value, which the new lot has cost', () => {
    const change: AccountEvent = { kind: 'swap', ...VALUE, given: long(50n), received: short(190n) }
    const ledger = toPoolLedger([buy, change])
    expect(lots(ledger)).toEqual([
      { side: 'long', tokens: 50n, cost: 115n },
      { side: 'short', tokens: 190n, cost: 100n },
    ])
    expect([ledger.putIn, ledger.takenOut, ledger.flipped]).toEqual([330n, 100n, 100n])
  })

  it('liquidity costs what is put in, and gives back tokens at pool value', () => {
    const parts = { long: 100n, short: 0n, settlement: 50n }
    const join: AccountEvent = { kind: 'join', ...VALUE, lp: 'lp', lpTokens: 1_000n, ...parts }
    const out = { long: 40n, short: 20n, settlement: 10n }
    const exit: AccountEvent = { kind: 'exit', ...VALUE, lp: 'lp', lpTokens: 500n, ...out }
    const pooled = toPoolLedger([buy, join])
    expect(pooled.open).toEqual([])
    expect(pooled.closed).toMatchObject([{ proceeds: 200n, cost: 230n }])
    expect(pooled.liquidity.open).toMatchObject([{ tokens: 1_000n, cost: 250n }])
    const half = toPoolLedger([buy, join, exit])
    expect(half.liquidity.open).toMatchObject([{ tokens: 500n, cost: 125n }])
    expect(half.liquidity.closed).toMatchObject([{ cost: 125n, proceeds: 100n }])
    expect(lots(half)).toEqual([
      { side: 'long', tokens: 40n, cost: 80n },
      { side: 'short', tokens: 20n, cost: 10n },
    ])
  })

  it('of tokens without a known cost, liquidity has none for its part', () => {
    const received: AccountEvent = { kind: 'received', side: 'short', tokens: 100n }
    const parts = { long: 100n, short: 100n, settlement: 0n }
    const join: AccountEvent = { kind: 'join', ...VALUE, lp: 'lp', lpTokens: 1_000n, ...parts }
    // 200 of known cost, 50 of none.
    expect(toPoolLedger([buy, received, join]).liquidity.open).toMatchObject([
      { tokens: 800n, cost: 200n },
      { tokens: 200n, cost: undefined },
    ])
  })
})

describe('stakes', () => {
  const stake = (kind: 'stake' | 'unstake', tokens: bigint): AccountEvent => ({
    kind,
    farm: 'farm',
    of: 'long',
    tokens,
  })

  it('change no lot', () => {
    const bought = toPoolLedger([buy])
    const staked = toPoolLedger([buy, stake('stake', 70n)])
    expect({ ...staked, staked: [] }).toEqual(bought)
    expect(staked.staked).toEqual([{ farm: 'farm', of: 'long', tokens: 70n }])
    expect(toPoolLedger([buy, stake('stake', 70n), stake('unstake', 70n)])).toEqual(bought)
  })

  it('that are older than what was read bring tokens of unknown cost, before all others', () => {
    const older: Partial<Lot> = { tokens: 30n, cost: undefined }
    expect(toPoolLedger([buy, stake('unstake', 30n)]).open).toMatchObject([older, { cost: 230n }])
    // 100 were bought and staked: the 20 that are sent came before.
    const sent: AccountEvent = { kind: 'sent', side: 'long', tokens: 20n }
    const ledger = toPoolLedger([buy, stake('stake', 100n), sent])
    expect(ledger.open).toMatchObject([{ tokens: 100n, cost: 230n }])
    expect(ledger.sent).toMatchObject([{ tokens: 20n, cost: undefined }])
  })

  it('of nothing known are of unknown cost', () => {
    const ledger = toPoolLedger([stake('stake', 5n)])
    expect(ledger).toMatchObject({ ...EMPTY_LEDGER, open: [{ tokens: 5n }], staked: [{}] })
  })
})
