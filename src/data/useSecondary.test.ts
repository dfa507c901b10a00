import { expect, it } from 'vitest'
import { isDue } from './useSecondary'

const at = (number: bigint, timestampSec: bigint) => ({ number, timestampSec })

it('farms are read again when the snapshot has a newer block, and not by their own answer', () => {
  expect(isDue(at(11n, 101n), at(10n, 100n), 0)).toBe(true)
  expect(isDue(at(10n, 100n), at(10n, 100n), 0)).toBe(false)
  // Read after the snapshot, they can be ahead of it.
  expect(isDue(at(10n, 100n), at(11n, 101n), 0)).toBe(false)
  // Two blocks of one second.
  expect(isDue(at(11n, 100n), at(10n, 100n), 0)).toBe(true)
})

it('where they are a side matter only after a while', () => {
  expect(isDue(at(11n, 159n), at(10n, 100n), 60_000)).toBe(false)
  expect(isDue(at(60n, 160n), at(10n, 100n), 60_000)).toBe(true)
})

it('and from the first block of a chain that has started again', () => {
  expect(isDue(at(2n, 300n), at(10n, 100n), 0)).toBe(true)
})
