import { describe, expect, it } from 'vitest'
import { parseStatedPrices, statedPriceOf, withStatedPrice } from './statedPrices'

const TOKEN = {
  chainId: 42_161,
  pool: '0x00000000000000000000000000000000000000A1',
  account: '0x00000000000000000000000000000000000000A2',
  side: 'long',
} as const

describe('prices that a person states', () => {
  it('are of one token, side and account', () => {
    const prices = withStatedPrice(new Map(), TOKEN, 1_050_000n)
    expect(statedPriceOf(prices, TOKEN)).toBe(1_050_000n)
    expect(statedPriceOf(prices, { ...TOKEN, side: 'short' })).toBeUndefined()
    expect(statedPriceOf(prices, { ...TOKEN, chainId: 1 })).toBeUndefined()
    expect(withStatedPrice(prices, TOKEN, undefined).size).toBe(0)
  })

  it('are bounded: the oldest goes', () => {
    let prices = withStatedPrice(new Map(), TOKEN, 7n)
    for (let chainId = 0; chainId < 200; chainId++)
      prices = withStatedPrice(prices, { ...TOKEN, chainId }, 1n)
    expect(prices.size).toBe(200)
    expect(statedPriceOf(prices, TOKEN)).toBeUndefined()
  })

  it.each([
    '',
    'null',
    '[]',
    '{"a":1}',
    '{"a":"-1"}',
    '{"a":"1.5"}',
    '{',
    `{"a":"${'9'.repeat(41)}"}`,
  ])('are none where the storage holds %s', (text) => {
    expect(parseStatedPrices(text).size).toBe(0)
  })
})
