import { expect, it } from 'vitest'
import { decayCsv, realDecayCsv } from './decayCsv'

const DECAY = { perYear: 0.7947123456789, standardError: 0.00125 }

it('a curve is exported in full precision', () => {
  const lines = decayCsv([{ at: 3_600, simulated: DECAY, formula: 0.80213, dailyFund: 0.9 }])
  expect(lines.split(/\r?\n/)[1]).toBe('3600,0.7947123456789,0.00125,0.80213,0.9')
})

it('a period that is too short has no decay, and its volatility', () => {
  const lines = realDecayCsv([
    {
      startSec: 1_700_000_000,
      endSec: 1_700_036_000,
      year: undefined,
      volatility: { value: 0.1015, standardError: 0.0428 },
      real: undefined,
      model: DECAY,
    },
  ])
  expect(lines.split(/\r?\n/)[1]).toBe(
    ',1700000000,1700036000,0.1015,0.0428,,,,0.7947123456789,0.00125',
  )
})
