import { expect, it } from 'vitest'
import { parseAvailableAmount } from '../../format/parseAvailableAmount'
import { describeAmountProblem } from './describeAmountProblem'
import type { FarmRow } from './farmRow'

import { aFarm } from './testing/aFarm'

it('takes an exact amount up to what there is', () => {
  expect(parseAvailableAmount('12.3', 6, 12_300_000n)).toEqual({ ok: true, value: 12_300_000n })
  expect(parseAvailableAmount('12.300001', 6, 12_300_000n)).toEqual({
    ok: false,
    code: 'NOT_ENOUGH',
  })
  expect(parseAvailableAmount('1', 6, 0n)).toEqual({ ok: false, code: 'NOTHING' })
})

it.each([
  ['', 'EMPTY'],
  ['0', 'ZERO'],
  ['-1', 'NEGATIVE'],
  ['1e3', 'NOT_A_NUMBER'],
  ['1,000', 'AMBIGUOUS'],
  ['1.0000001', 'TOO_MANY_DECIMALS'],
  ['9'.repeat(60), 'NOT_ENOUGH'],
] as const)('and says what is wrong with “%s”', (text, code) => {
  expect(parseAvailableAmount(text, 6, 5_000_000_000n)).toEqual({ ok: false, code })
  const farm = aFarm(1)
  const row: FarmRow = {
    farm,
    token: { kind: 'long', pool: undefined, lp: undefined },
    name: 'a farm',
    state: 'running',
    staked: 7n * 10n ** 18n,
    earned: 0n,
  }
  const withdraw = describeAmountProblem(code, text, row, 'withdraw')
  expect(withdraw).not.toMatch(/commit/)
  if (code === 'NOT_ENOUGH') {
    expect(withdraw).toBe('Too much. You’ve staked 7 long tokens.')
    expect(describeAmountProblem(code, text, row, 'stake')).toBe(
      'Not enough. Your wallet holds 0 long tokens.',
    )
  }
})
