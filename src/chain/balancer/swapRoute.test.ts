import type { Address, Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { buildSwap } from './buildSwap'
import { findRoutes, tokenInOf, tokenOutOf } from './swapRoute'

const token = (digit: string): Address => `0x${digit.repeat(40)}`
const [LONG, SHORT, WETH, USDC, WBTC] = ['1', '2', '3', '4', '5'].map(token) as [
  Address,
  Address,
  Address,
  Address,
  Address,
]
const pool = (id: Hex, ...tokens: readonly Address[]) => ({
  id,
  paused: false,
  tokens: tokens.map((address) => ({ address })),
})
const OWN = pool('0xa1', LONG, SHORT, WETH)
const HOP = pool('0xb2', WETH, WBTC, USDC)

describe('the ways from one token to another', () => {
  it('are direct where one pool has both, through a third token otherwise', () => {
    expect(findRoutes([OWN, HOP], LONG, SHORT)).toEqual([
      [{ poolId: '0xa1', tokenIn: LONG, tokenOut: SHORT }],
    ])
    const [route, ...others] = findRoutes([OWN, HOP], LONG, USDC)
    expect(others).toEqual([])
    expect(route).toEqual([
      { poolId: '0xa1', tokenIn: LONG, tokenOut: WETH },
      { poolId: '0xb2', tokenIn: WETH, tokenOut: USDC },
    ])
    if (route !== undefined) expect([tokenInOf(route), tokenOutOf(route)]).toEqual([LONG, USDC])
    expect(findRoutes([OWN, HOP], USDC, LONG)).toHaveLength(1)
  })

  it('are none without a pool, through a paused one, or to the same token', () => {
    expect(findRoutes([OWN], LONG, USDC)).toEqual([])
    expect(findRoutes([OWN, { ...HOP, paused: true }], LONG, USDC)).toEqual([])
    expect(findRoutes([OWN], LONG, LONG)).toEqual([])
  })

  it('never come back to where they began', () => {
    const other = pool('0xc3', LONG, USDC)
    for (const route of findRoutes([OWN, HOP, other], LONG, USDC))
      expect(route.slice(1).some(({ tokenOut }) => tokenOut === LONG)).toBe(false)
  })
})

describe('a swap over two hops', () => {
  it('limits what goes in and what comes out, and leaves nothing in between', () => {
    const [route] = findRoutes([OWN, HOP], LONG, USDC)
    if (route === undefined) throw new Error('no route')
    const order = { vault: WBTC, route, amountIn: 70n, minOut: 9n, deadlineSec: 5n }
    const { functionName, args } = buildSwap(order, SHORT)
    expect(functionName).toBe('batchSwap')
    expect(args[4]).toEqual([70n, 0n, -9n])
    expect(args[5]).toBe(5n)
    expect(args[1]).toEqual([
      { poolId: '0xa1', assetInIndex: 0n, assetOutIndex: 1n, amount: 70n, userData: '0x' },
      { poolId: '0xb2', assetInIndex: 1n, assetOutIndex: 2n, amount: 0n, userData: '0x' },
    ])
  })
})
