import { expect, it } from 'vitest'
import { computeEach } from './computeEach'

it('one pool that cannot be computed costs the others nothing', () => {
  const halve = (value: bigint) => 100n / value
  expect(computeEach([2n, 0n, 5n], halve)).toEqual([50n, 20n])
})
