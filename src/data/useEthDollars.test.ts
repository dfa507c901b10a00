import { expect, it } from 'vitest'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { ethPriceOf } from './useEthDollars'

const poolOf = (base: string, more: object = {}) =>
  ({
    facts: { base, quote: 'USD' },
    market: { spotPriceWad: 3n, feedUpdatedAtSec: 9n },
    unverifiedComponents: [],
    ...more,
  }) as unknown as PoolAtBlock

it('takes the price of ETH from a verified market on it, and from no other', () => {
  const strange = poolOf('ETH', { unverifiedComponents: [{ kind: 'oracle' }] })
  const silent = poolOf('ETH', { market: { spotPriceWad: undefined, feedUpdatedAtSec: 9n } })
  expect(ethPriceOf([poolOf('BTC'), strange, silent])).toBeUndefined()
  expect(ethPriceOf([strange, poolOf('ETH')])).toEqual({ priceWad: 3n, updatedAtSec: 9n })
})
