import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as bounds from './bounds'

/** The lenses are Solidity, and repeat what they need. */
const REPEATED = {
  MAX_POOLS: bounds.MAX_POOLS,
  MAX_TEXT_BYTES: bounds.MAX_TEXT_BYTES,
  MAX_DECIMALS: bounds.MAX_SHOWN_DECIMALS,
  MAX_QUEUE: bounds.MAX_QUEUE,
  MAX_AHEAD: bounds.MAX_AHEAD,
  MAX_OWN_COMMITMENTS: bounds.MAX_OWN_COMMITMENTS,
  MAX_SAMPLES: Number(bounds.MAX_PERIODS),
}

const IN_SECONDARY_LENS = {
  MAX_POOL_TOKENS: bounds.MAX_POOL_TOKENS,
  MAX_TEXT_BYTES: bounds.MAX_TEXT_BYTES,
  MAX_DECIMALS: bounds.MAX_SHOWN_DECIMALS,
}

it.each([
  ['src/chain/lens/PoolLens.sol', REPEATED],
  ['src/chain/secondary/SecondaryLens.sol', IN_SECONDARY_LENS],
])('are the same in %s, each of them', (file, repeated) => {
  const source = readFileSync(file, 'utf8')
  const found = source.matchAll(/uint256 private constant (MAX_\w+) = ([\d_]+);/g)
  const inLens = Array.from(found, ([, name, value = '']) => [
    name,
    Number(value.replaceAll('_', '')),
  ])
  expect(Object.fromEntries(inLens)).toEqual(repeated)
})

it('let the lens search as far as upkeeps are projected', () => {
  expect(bounds.MAX_QUEUE).toBeGreaterThanOrEqual(bounds.MAX_UPKEEPS * bounds.MAX_ITERATIONS)
  expect(2 * bounds.MAX_AHEAD).toBeLessThanOrEqual(bounds.MAX_QUEUE)
})
