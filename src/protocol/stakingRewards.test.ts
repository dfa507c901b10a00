import { describe, expect, it } from 'vitest'
import { PanicError } from './protocolError'
import { earned, lastTimeRewardApplicable, rewardPerToken } from './stakingRewards'
import { WAD } from './wad'

const STATE = {
  rewardRate: 7n,
  periodFinishSec: 2_000n,
  lastUpdateSec: 1_000n,
  rewardPerTokenStored: 3n * WAD,
  totalSupply: 100n,
}
const ACCOUNT = { staked: 5n, userRewardPerTokenPaid: WAD, rewards: 11n }

describe('a farm’s arithmetic', () => {
  it('counts up to the end of rewards, and no further', () => {
    expect(lastTimeRewardApplicable(STATE, 1_999n)).toBe(1_999n)
    expect(lastTimeRewardApplicable(STATE, 9_000n)).toBe(2_000n)
    expect(rewardPerToken(STATE, 9_000n)).toBe(rewardPerToken(STATE, 2_000n))
  })

  it('pays 5 of 100 staked tokens 5% of what is paid', () => {
    // Of 10 s at 7 a second, 5% are 3.5; before that 2 for each token, and 11.
    expect(earned(STATE, ACCOUNT, 1_010n)).toBe(3n + 10n + 11n)
    expect(earned(STATE, ACCOUNT, 1_000n)).toBe(21n)
  })

  it('leaves what is stored where nothing is staked', () => {
    expect(rewardPerToken({ ...STATE, totalSupply: 0n }, 1_500n)).toBe(3n * WAD)
  })

  it('fails where the contract reverts', () => {
    expect(() => rewardPerToken(STATE, 999n)).toThrow(PanicError)
    const paid = { ...ACCOUNT, userRewardPerTokenPaid: 9n * WAD }
    expect(() => earned(STATE, paid, 1_000n)).toThrow(PanicError)
    const rate = { ...STATE, rewardRate: 2n ** 250n }
    expect(() => rewardPerToken(rate, 1_500n)).toThrow(PanicError)
  })
})
