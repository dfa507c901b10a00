import { expect, it } from 'vitest'
import { CommitType } from '../../protocol/commitType'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { toPoolLedger } from './poolLedger'
import { splitPosition } from './splitPosition'
import { createPoolWorld } from './testing/poolWorld'

const START = SAMPLE_POOL.executionPriceWad

it('tells as many upkeeps as are wanted, evenly spread, and always the newest', () => {
  const world = createPoolWorld(SAMPLE_POOL, 1)
  world.order(0, {
    commitType: CommitType.LongMint,
    amount: 10n ** 8n,
    fromAggregateBalance: false,
  })
  for (let count = 0n; count < 11n; count++) world.upkeep(START + count * (START / 100n), 0n)
  const history = world.history('long')
  const steps = splitPosition(toPoolLedger(world.eventsOf(0)).open, { long: history }, 4)
  let count = 0
  let next = steps.next()
  for (; !next.done; next = steps.next()) count++
  expect(count).toBe(11)
  expect(next.value.points.map(({ timestampSec }) => timestampSec)).toEqual(
    [1, 4, 7, 10].map((index) => history.upkeeps[index]?.timestampSec),
  )
})

it('says which side’s history is missing', () => {
  const world = createPoolWorld(SAMPLE_POOL, 1)
  world.order(0, {
    commitType: CommitType.LongMint,
    amount: 10n ** 8n,
    fromAggregateBalance: false,
  })
  world.upkeep(START, 0n)
  const { open } = toPoolLedger(world.eventsOf(0))
  expect(() => splitPosition(open, {}, 4).next()).toThrow('the long side has no history')
})
