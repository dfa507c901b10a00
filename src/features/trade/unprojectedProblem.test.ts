import { expect, it } from 'vitest'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { NO_USER } from '../../protocol/userBalance'
import { WAD } from '../../protocol/wad'
import { DEFAULT_FORM, type OrderForm, ownUnit } from './orderForm'
import { parseOrderForm } from './parseOrderForm'
import { unprojectedProblem } from './unprojectedProblem'
import { attemptOutlook } from './useOrder'

const TOKEN = { symbol: 'T', decimals: 18 }
const POOL = {
  facts: { settlementToken: TOKEN, longToken: TOKEN, shortToken: TOKEN },
  account: {
    settlementBalance: 10n ** 20n,
    longBalance: 10n ** 20n,
    shortBalance: 10n ** 20n,
    escrow: { settlementTokens: 0n, longTokens: 0n, shortTokens: 0n },
    user: NO_USER,
  },
  snapshot: SAMPLE_POOL,
} as PoolAtBlock
/** A settlement token of so many decimals has no amount for a keeper's reward. */
const keeper = {
  gasPriceWei: 10n ** 8n,
  settlementEthPriceWad: 2_000n * WAD,
  settlementTokenDecimals: 40n,
}
const UNPROJECTED = { ...POOL, snapshot: { ...SAMPLE_POOL, keeper } }

function problemOf(pool: PoolAtBlock, action: OrderForm['action'], ahead = 0n) {
  const intervalId = pool.snapshot.updateIntervalId + ahead
  const form = { ...DEFAULT_FORM, action, unit: ownUnit(action), amount: '1' }
  const order = parseOrderForm(pool, form, intervalId)
  expect(order.legs.length).toBeGreaterThan(0)
  return unprojectedProblem({ form, outlook: attemptOutlook(pool, order.legs, intervalId) })
}

it.each(['mint', 'flip', 'straddle'] as const)('a %s goes out with a projection only', (action) => {
  expect(problemOf(POOL, action)).toBeUndefined()
  expect(problemOf(UNPROJECTED, action)).toMatch(/Only burns are available/)
})

it('a burn goes out all the same', () => {
  expect(problemOf(UNPROJECTED, 'burn')).toBeUndefined()
})

it('so does an order that is only too far ahead, with its interval and fees as its projection', () => {
  expect(problemOf(POOL, 'mint', 100n)).toBeUndefined()
})
