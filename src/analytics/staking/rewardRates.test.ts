import { describe, expect, it } from 'vitest'
import { WAD } from '../../protocol/wad'
import { computeEarned } from './computeEarned'
import { computeRewardAprWad, computeRewardRates, splitWeeklyRewards } from './rewardRates'

const STATE = {
  rewardRate: WAD / 100n,
  periodFinishSec: 10_000n,
  lastUpdateSec: 0n,
  rewardPerTokenStored: 0n,
  totalSupply: 100n * WAD,
}

describe('what a farm pays', () => {
  it('gives 5 of 100 staked tokens 5% of each hour', () => {
    const rates = computeRewardRates(STATE, 5n * WAD, 0n)
    expect(rates.shareWad).toBe(WAD / 20n)
    expect(rates.perHour).toBe(36n * WAD)
    expect(rates.ownPerHour * 20n).toBe(rates.perHour)
    expect(rates.perWeek).toBe(rates.perHour * 168n)
  })

  it('is nothing once rewards have ended, and for no stake', () => {
    expect(computeRewardRates(STATE, WAD, 10_000n)).toMatchObject({ perWeek: 0n, ownPerHour: 0n })
    expect(computeRewardRates({ ...STATE, totalSupply: 0n }, 0n, 0n)).toMatchObject({
      shareWad: 0n,
      ownPerHour: 0n,
    })
    expect(computeRewardAprWad(STATE, 10_000n, undefined, undefined)).toBe(0n)
  })

  it('is a rate a year only where both prices are known', () => {
    const reward = { priceWad: WAD / 10n, decimals: 18 }
    const stake = { priceWad: 2n * WAD, decimals: 18 }
    // 0.01 × 31,536,000 × 0.1 dollars a year on 200.
    expect(computeRewardAprWad(STATE, 0n, reward, stake)).toBe((WAD * 31_536n) / 200n)
    expect(computeRewardAprWad(STATE, 0n, undefined, stake)).toBeUndefined()
    expect(computeRewardAprWad(STATE, 0n, reward, undefined)).toBeUndefined()
    expect(computeRewardAprWad({ ...STATE, totalSupply: 0n }, 0n, reward, stake)).toBeUndefined()
    const usdc = { priceWad: 2n * WAD, decimals: 6 }
    const state = { ...STATE, totalSupply: 100_000_000n }
    expect(computeRewardAprWad(state, 0n, reward, usdc)).toBe((WAD * 31_536n) / 200n)
  })
})

describe('what an account has earned', () => {
  it('is nothing without an account, and unknown where the contract reverts', () => {
    expect(computeEarned({ state: STATE, account: undefined }, 5n)).toBe(0n)
    const account = { staked: WAD, userRewardPerTokenPaid: WAD ** 2n, rewards: 0n }
    expect(computeEarned({ state: STATE, account }, 5n)).toBeUndefined()
    const honest = { ...account, userRewardPerTokenPaid: 0n }
    expect(computeEarned({ state: STATE, account: honest }, 100n)).toBe(WAD / 100n)
  })
})

describe('the split of a week’s rewards', () => {
  it('is by share, then in equal parts, with nothing lost', () => {
    expect(splitWeeklyRewards(8_000_000n, 4_000n, 8, 4)).toEqual({
      perTokenFarm: 400_000n,
      perLpFarm: 1_200_000n,
      leftOver: 0n,
    })
    expect(splitWeeklyRewards(100n, 3_000n, 4, 3)).toEqual({
      perTokenFarm: 7n,
      perLpFarm: 23n,
      leftOver: 3n,
    })
    expect(splitWeeklyRewards(100n, 3_000n, 0, 1)).toMatchObject({ leftOver: 30n })
    expect(() => splitWeeklyRewards(1n, 10_001n, 1, 1)).toThrow(RangeError)
  })
})
