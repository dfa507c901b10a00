import { expect, it } from 'vitest'
import { divergenceTerms, labLink } from './divergenceTerms'
import { aPool, WETH } from './testing/aPool'

const termsOf = (pool: ReturnType<typeof aPool>, change: object = {}) =>
  pool.market &&
  divergenceTerms(pool, {
    ...pool.market,
    snapshot: { ...pool.market.snapshot, ...change },
  })

it('a pool’s mix is its weights; the settlement token stands still, another is taken to move', () => {
  const still = termsOf(aPool())
  expect(still?.mixes[0]).toEqual({
    weights: { long: 0.33, short: 0.33, other: 0.34 },
    otherExposure: 0,
  })
  expect(still?.mixes[1].weights).toEqual({ long: 1 / 6, short: 1 / 3, other: 1 / 2 })
  expect(termsOf(aPool(WETH))).toMatchObject({ isStill: false, mixes: [{ otherExposure: 1 }, {}] })
})

it('nothing is computed for a market with an empty side', () => {
  expect(termsOf(aPool(), { longBalance: 0n })).toBeUndefined()
})

it('the lab opens with the pool’s market, weights and swap fee', () => {
  const pool = aPool()
  const link = pool.market && labLink(pool, pool.market, true)
  expect(link).toBe(
    `/lab/strategies?strategy=liquidity&pool=${pool.market?.facts.address}&weightLong=33&weightShort=33&exposure=0&swapFee=0.3`,
  )
})
