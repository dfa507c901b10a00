import { expect, it } from 'vitest'
import { WAD } from '../protocol/wad'
import { dollarValueWad } from './dollarValue'

const PRICE = { priceWad: (123n * WAD) / 100n, updatedAtSec: 1_700_000_000n }
const HOUR = 3_600n

it('counts in the token’s own decimals', () => {
  expect(dollarValueWad(2n * WAD, 18, PRICE, PRICE.updatedAtSec)).toBe((246n * WAD) / 100n)
  expect(dollarValueWad(2_000_000n, 6, PRICE, PRICE.updatedAtSec)).toBe((246n * WAD) / 100n)
  expect(dollarValueWad(2n, 0, PRICE, PRICE.updatedAtSec)).toBe((246n * WAD) / 100n)
})

it('takes a feed’s word for a day and an hour, and no longer', () => {
  const at = (ageSec: bigint) => dollarValueWad(WAD, 18, PRICE, PRICE.updatedAtSec + ageSec)
  expect(at(25n * HOUR)).toBe(PRICE.priceWad)
  expect(at(25n * HOUR + 1n)).toBeUndefined()
  // A round that has not been written yet.
  expect(dollarValueWad(WAD, 18, { ...PRICE, updatedAtSec: 0n }, 1_700_000_000n)).toBeUndefined()
})
