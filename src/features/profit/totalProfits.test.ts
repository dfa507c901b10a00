import { expect, it } from 'vitest'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { PoolProfit } from './profitOf'
import { totalProfits } from './totalProfits'

const USDC = { address: '0x000000000000000000000000000000000000000a', symbol: 'USDC', decimals: 6 }

function poolIn(unverifiedComponents: readonly string[] = []): PoolAtBlock {
  return { facts: { settlementToken: USDC }, unverifiedComponents } as unknown as PoolAtBlock
}

function profitOf(more: Partial<PoolProfit>): PoolProfit {
  const none = { tokens: 0n, worth: 0n }
  const unknown = { long: none, short: none }
  const sums = { realised: 0n, unrealised: 0n, everPutIn: 0n, unknownLp: 0n }
  return { ...sums, unknown, ...more } as PoolProfit
}

const held = {
  pool: poolIn(),
  profit: profitOf({ unrealised: 3n, everPutIn: 100n }),
  isClosed: false,
}
const left = {
  pool: poolIn(),
  profit: profitOf({ realised: -16n, everPutIn: 50n }),
  isClosed: true,
}

it('counts markets that the account has left, and says how much of the gain they have brought', () => {
  const [total, ...others] = totalProfits([held, left])
  expect(others).toEqual([])
  expect(total).toMatchObject({
    realised: -16n,
    unrealised: 3n,
    everPutIn: 150n,
    closedGain: -16n,
    closed: [left.pool],
  })
})

it('names no market as closed where nothing was put in', () => {
  const paid = { pool: poolIn(), profit: profitOf({}), isClosed: true }
  expect(totalProfits([held, paid])[0]?.closed).toEqual([])
  expect(totalProfits([paid])).toEqual([])
})

it('keeps unverified markets apart, last', () => {
  const stranger = { ...left, pool: poolIn(['oracle']) }
  const totals = totalProfits([stranger, held])
  expect(totals.map(({ isInVerified, everPutIn }) => [isInVerified, everPutIn])).toEqual([
    [true, 100n],
    [false, 50n],
  ])
})

it('adds up what is of unknown cost, also where nothing else is there', () => {
  const unknown = { long: { tokens: 2n, worth: 7n }, short: { tokens: 1n, worth: 4n } }
  const received = { pool: poolIn(), profit: profitOf({ unknown }), isClosed: false }
  expect(totalProfits([received])[0]).toMatchObject({ unknownWorth: 11n, everPutIn: 0n })
})
