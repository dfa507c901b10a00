import { expect, it } from 'vitest'
import { WAD } from '../../protocol/wad'
import { fundedUntilSec } from './fundedUntil'
import { aFarm } from './testing/aFarm'

it('says until when a farm can pay, where that is before its rewards end', () => {
  // 0.01 a second: one token lasts 100 seconds.
  expect(fundedUntilSec(aFarm(1, { rewardBalance: WAD }), 1_000n)).toBe(1_100n)
  expect(fundedUntilSec(aFarm(1, { rewardBalance: 10n * WAD }), 1_000n)).toBeUndefined()
  expect(fundedUntilSec(aFarm(1, { rewardBalance: 0n }), 2_000n)).toBeUndefined()
})
