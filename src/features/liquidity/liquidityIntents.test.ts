import { expect, it } from 'vitest'
import { liquidityIntent } from './liquidityIntents'
import { aPool } from './testing/aPool'

const VAULT = '0x00000000000000000000000000000000000000c1'
const POOL = aPool()
const about = {
  pool: POOL.market?.facts.address,
  vault: VAULT,
  poolId: POOL.lp.id,
  tokens: POOL.tokens.map(({ address }) => address),
}

it('adding asks for the quoted LP tokens less the slippage, rounded up', () => {
  const request = { kind: 'add', amountsIn: [1_500_000n, 0n, 2_000_000n] } as const
  expect(liquidityIntent({ request, received: [1_001n], pool: POOL }, VAULT, 50)).toEqual({
    kind: 'joinPool',
    title: 'Add 1.5 long and 2 short to liquidity of 3-BTC',
    ...about,
    amountsIn: request.amountsIn,
    quotedLp: 1_001n,
    minLpOut: 996n,
  })
})

it('removing asks for each quoted amount less the slippage; a token that is not taken for nothing', () => {
  const request = { kind: 'remove', lpIn: 2n * 10n ** 18n, onlyToken: 1 } as const
  expect(liquidityIntent({ request, received: [0n, 1_000n, 0n], pool: POOL }, VAULT, 100)).toEqual({
    kind: 'exitPool',
    title: 'Remove 2.00 LP tokens from liquidity of 3-BTC',
    ...about,
    lpIn: request.lpIn,
    onlyToken: 1,
    quotedAmounts: [0n, 1_000n, 0n],
    minAmountsOut: [0n, 990n, 0n],
  })
})

it('a pool whose market was not read is named by its tokens', () => {
  const request = { kind: 'remove', lpIn: 1n, onlyToken: undefined } as const
  const pool = { ...POOL, market: undefined, name: 'A / B' }
  const intent = liquidityIntent({ request, received: [1n, 1n, 1n], pool }, VAULT, 0)
  expect(intent.pool).toBeUndefined()
  expect(intent.title).toBe('Remove <0.000001 LP tokens from liquidity of A / B')
})
