import { expect, it } from 'vitest'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { StakeValue } from '../../data/stakedToken'
import type { PoolHolding } from './poolHolding'
import { sumOf, totalsOf } from './totalsOf'

const BAL = { address: '0x000000000000000000000000000000000000000b', symbol: 'BAL', decimals: 18 }
const USDC = { address: '0x000000000000000000000000000000000000000a', symbol: 'USDC', decimals: 6 }
const FALSE = { ...BAL, address: '0x00000000000000000000000000000000000000fa' }
const USUAL = BAL.address as `0x${string}`

function poolIn(
  settlementToken: typeof BAL,
  settlementBalance: bigint | undefined,
  unverifiedComponents: readonly string[] = [],
): PoolAtBlock {
  const account = settlementBalance === undefined ? undefined : { settlementBalance }
  return { facts: { settlementToken }, account, unverifiedComponents } as unknown as PoolAtBlock
}

function heldIn(pool: PoolAtBlock, wallet: bigint): PoolHolding {
  return { pool, holding: { worth: { wallet, escrow: 2n, queued: 1n } } } as PoolHolding
}

const NONE = { staked: [], liquidity: [] }

const usdc = poolIn(USDC, 50n)
const bal = poolIn(BAL, 20_000n)

it('adds up what is in pools of one token, and counts the wallet once', () => {
  const rows = totalsOf([usdc], [heldIn(usdc, 7n), heldIn(usdc, 3n)], NONE, undefined)
  expect(rows).toEqual([
    {
      token: USDC,
      isInVerified: true,
      free: 50n,
      wallet: 10n,
      escrow: 4n,
      queued: 2n,
      staked: 0n,
      liquidity: 0n,
    },
  ])
})

it('counts free money in the edition’s token also where none is in a pool, and puts it first', () => {
  const rows = totalsOf([usdc, bal], [heldIn(usdc, 7n)], NONE, USUAL)
  expect(rows.map(({ token, free, wallet }) => [token, free, wallet])).toEqual([
    [BAL, 20_000n, 0n],
    [USDC, 50n, 7n],
  ])
  expect(totalsOf([bal], [heldIn(bal, 7n)], NONE, USUAL)).toEqual([
    {
      token: BAL,
      isInVerified: true,
      free: 20_000n,
      wallet: 7n,
      escrow: 2n,
      queued: 1n,
      staked: 0n,
      liquidity: 0n,
    },
  ])
})

it('counts free money in every token that a verified market settles in, after the others', () => {
  const rows = totalsOf([bal, usdc], [], NONE, USDC.address as `0x${string}`)
  expect(rows.map(({ token, free }) => [token, free])).toEqual([
    [USDC, 50n],
    [BAL, 20_000n],
  ])
})

it('leaves it out where there is none, where it could not be read, and where a token only calls itself so', () => {
  expect(totalsOf([poolIn(BAL, 0n)], [], NONE, USUAL)).toEqual([])
  expect(totalsOf([poolIn(BAL, undefined)], [], NONE, USUAL)).toEqual([])
  const stranger = poolIn(FALSE, 9n, ['settlementToken'])
  expect(totalsOf([stranger], [], NONE, USUAL)).toEqual([])
  // What is in its pool counts, as a holding.
  expect(totalsOf([stranger], [heldIn(stranger, 7n)], NONE, USUAL)).toHaveLength(1)
  expect(totalsOf([poolIn(BAL, undefined), bal], [], NONE, USUAL)[0]?.free).toBe(20_000n)
})

it('keeps what lies in unverified markets apart, last, and counts the wallet with the verified ones', () => {
  const stranger = poolIn(USDC, 50n, ['oracle'])
  const held = [heldIn(stranger, 7n), heldIn(usdc, 3n), heldIn(bal, 4n)]
  const rows = totalsOf([stranger, usdc, bal], held, NONE, undefined)
  expect(rows.map((row) => [row.token, row.isInVerified, row.free, sumOf(row)])).toEqual([
    [USDC, true, 50n, 56n],
    [BAL, true, 20_000n, 20_007n],
    [USDC, false, 0n, 10n],
  ])
})

it('adds what is staked, and LP tokens, to their settlement token, also where nothing else is in that', () => {
  const valueIn = (pool: PoolAtBlock, worth: bigint) =>
    ({ pool, worth, unpriced: [] }) as unknown as StakeValue
  const outside = {
    staked: [valueIn(usdc, 11n), valueIn(usdc, 4n)],
    liquidity: [valueIn(usdc, 9n)],
  }
  const [row] = totalsOf([usdc], [heldIn(usdc, 7n)], outside, undefined)
  const parts = { free: 50n, wallet: 7n, escrow: 2n, queued: 1n, staked: 15n, liquidity: 9n }
  expect(row).toEqual({ token: USDC, isInVerified: true, ...parts })
  expect(row && sumOf(row)).toBe(84n)
  const unread = poolIn(USDC, undefined)
  const alone = { staked: [], liquidity: [valueIn(unread, 11n)] }
  expect(totalsOf([unread], [], alone, undefined)).toEqual([
    {
      token: USDC,
      isInVerified: true,
      free: 0n,
      wallet: 0n,
      escrow: 0n,
      queued: 0n,
      staked: 0n,
      liquidity: 11n,
    },
  ])
})
