import { describe, expect, it } from 'vitest'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { NO_USER } from '../../protocol/userBalance'
import { amountProblem } from './describeOrder'
import { DEFAULT_FORM } from './orderForm'
import { readOrder } from './readOrder'

const token = (symbol: string) => ({ symbol, decimals: 6 })
const POOL = {
  facts: {
    name: '1-ETH/USD+USDC',
    settlementToken: token('USDC'),
    longToken: token('1L'),
    shortToken: token('1S'),
  },
  snapshot: SAMPLE_POOL,
  account: {
    settlementBalance: 50_000_000_000n,
    longBalance: 0n,
    shortBalance: 0n,
    escrow: { settlementTokens: 0n, longTokens: 0n, shortTokens: 0n },
    user: NO_USER,
  },
} as PoolAtBlock

const problemOf = (amount: string) =>
  amountProblem(readOrder(POOL, { ...DEFAULT_FORM, amount }, SAMPLE_POOL.updateIntervalId), true)

describe('an amount that cannot be sent', () => {
  it.each<[text: string, says: RegExp]>([
    ['', /^Enter an amount\.$/],
    ['0', /above zero/],
    ['.', /Enter a number, for example/],
    ['1e5', /Enter a number, for example/],
    ['1.5,000', /Enter a number, for example/],
    ['1,000', /^1,000 is ambiguous\. Enter 1 or 1000\.$/],
    [',', /Enter a number, for example/],
    ['0,0', /above zero/],
    ['-1', /positive amount/],
    ['1.0000001', /USDC has at most 6 decimals/],
    ['999999999', /Your wallet holds/],
    [(2n ** 128n).toString(), /A single commit is limited to/],
    ['9'.repeat(200), /A single commit is limited to/],
  ])('%j is told in a sentence', (text, says) => {
    expect(problemOf(text)).toMatch(says)
  })

  it('is told from one that can', () => {
    expect(problemOf('1.5')).toBeUndefined()
    expect(problemOf('1,5')).toBeUndefined()
  })
})
