import { expect, it } from 'vitest'
import { skewEdges } from '../../analytics/skewFarm'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { bestCandidate } from './bestCandidate'

const withLong = (longBalance: bigint) => ({ edges: skewEdges({ ...SAMPLE_POOL, longBalance }) })
const { shortBalance } = SAMPLE_POOL

it('is the side that is paid best', () => {
  const [much, little] = [withLong(shortBalance / 4n), withLong(shortBalance / 2n)]
  const best = bestCandidate([little, much, withLong(shortBalance)])
  expect(best?.row).toBe(much)
  expect(best?.edge.side).toBe('long')
})

it('is nobody where nobody is paid', () => {
  expect(bestCandidate([withLong(shortBalance), { edges: undefined }])).toBeUndefined()
})

it.each([1n, 10n ** 12n])('is not a side with next to nothing in it (%i units)', (dust) => {
  const honest = withLong(shortBalance / 2n)
  expect(bestCandidate([withLong(dust), honest])?.row).toBe(honest)
})
