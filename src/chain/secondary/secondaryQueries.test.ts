import { expect, it } from 'vitest'
import type { Secondary } from './getSecondary'
import { newerOf } from './secondaryQueries'

const at = (number: bigint, timestampSec: bigint): Secondary => ({
  block: { number, timestampSec },
  pools: [],
  farms: [],
  failed: [],
})

it('a late node’s answer replaces no newer one', () => {
  const known = at(10n, 100n)
  expect(newerOf(known, at(9n, 99n))).toBe(known)
  const next = at(11n, 101n)
  expect(newerOf(known, next)).toBe(next)
  expect(newerOf(undefined, next)).toBe(next)
})

it('that of a chain that has started again does', () => {
  const fresh = at(3n, 200n)
  expect(newerOf(at(10n, 100n), fresh)).toBe(fresh)
})
