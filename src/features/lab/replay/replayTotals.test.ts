import { expect, it } from 'vitest'
import { presetPath } from '../../../analytics/lab/prices/presetPath'
import { compareReplay } from '../../../analytics/lab/replay/compareReplay'
import { replay, replayStart } from '../../../analytics/lab/replay/replay'
import { DEFAULT_LAB } from '../form/labForm'
import { parseMadeUpPool } from '../form/parsePool'
import { REPLAY_LINES, replayRows, replayValues } from './replayRows'
import { addStep, NO_TOTALS } from './replayTotals'

const UPKEEPS = 500

it('adds up every rebalance, those that are not drawn included', () => {
  const made = parseMadeUpPool(DEFAULT_LAB, 0)
  if (!made.ok) throw new Error('The default pool is not one')
  const { snapshot, priceWad } = made.pool
  const times = { startSec: 0, stepSec: Number(snapshot.updateIntervalSec), upkeeps: UPKEEPS }
  const path = presetPath('spike', { ...times, startPriceWad: priceWad, seed: 1 })
  const input = { pool: snapshot, path, flows: { kind: 'none' as const } }
  const start = replayStart(input)
  const compare = compareReplay(start, priceWad, { maintenanceMargin: 0.005, funding: 0 })
  const steps = [...replay(input)]
  const points = steps.map(compare)
  const valuesOf = replayValues(start)
  const values = steps.map((step, index) => valuesOf(step, points[index] as (typeof points)[0]))
  const totals = steps.reduce(
    (sum, step, index) => addStep(sum, step, values[index] as (typeof values)[0]),
    NO_TOTALS,
  )

  const toLong = steps.filter(({ transfer }) => transfer.to === 'long')
  expect(totals.movedToLong).toBe(toLong.reduce((sum, { transfer }) => sum + transfer.amount, 0n))
  expect(totals.movedToLong).toBeGreaterThan(0n)
  expect(totals.movedToShort).toBeGreaterThan(0n)
  expect(totals.managementFees).toBeGreaterThan(0n)
  expect(totals.keeperRewards).toBe(0n)
  const rows = replayRows(start, steps, points)
  expect(rows.length).toBeLessThan(UPKEEPS)
  for (const line of REPLAY_LINES) {
    expect(totals.last[line]).toBe(values.at(-1)?.[line])
    expect(totals.last[line]).toBe(rows.at(-1)?.y[line])
    expect(totals.lowest[line]).toBe(Math.min(100, ...values.map((each) => each[line])))
  }
})
