import { describe, expect, it } from 'vitest'
import { type OutboxWord, WITHDRAWAL_SEC, withdrawalProgress } from './withdrawalProgress'

const START = 1_700_000_000
const at = (passedSec: number, word?: OutboxWord) =>
  withdrawalProgress(START, START + passedSec, word)

describe('a withdrawal', () => {
  it('takes 45,818 blocks of Ethereum and about an hour: six days and ten hours', () => {
    expect(WITHDRAWAL_SEC / 3_600).toBeCloseTo(153.73, 2)
  })

  it('is estimated by the clock where Ethereum has not been asked', () => {
    expect(at(0)).toEqual({
      state: 'waiting',
      isEstimate: true,
      progress: 0,
      leftSec: WITHDRAWAL_SEC,
    })
    expect(at(WITHDRAWAL_SEC / 4)).toMatchObject({ state: 'waiting', progress: 0.25 })
    expect(at(WITHDRAWAL_SEC - 1)).toMatchObject({ state: 'waiting', leftSec: 1 })
    expect(at(WITHDRAWAL_SEC)).toEqual({
      state: 'ready',
      isEstimate: true,
      progress: 1,
      leftSec: 0,
    })
  })

  it.each([
    [false, false, 'waiting'],
    [false, true, 'ready'],
    [true, true, 'claimed'],
    [true, false, 'claimed'],
  ] as const)(
    'is what Ethereum says: claimed %s, confirmed %s',
    (isClaimed, isConfirmed, state) => {
      for (const passedSec of [0, WITHDRAWAL_SEC * 2])
        expect(at(passedSec, { isClaimed, isConfirmed })).toMatchObject({
          state,
          isEstimate: false,
        })
    },
  )

  it('is estimated by the clock where Ethereum’s confirmations could not be found, unless it is claimed', () => {
    const unknown = { isClaimed: false, isConfirmed: undefined }
    expect(at(0, unknown)).toEqual(at(0))
    expect(at(WITHDRAWAL_SEC, unknown)).toEqual(at(WITHDRAWAL_SEC))
    expect(at(9, { ...unknown, isClaimed: true })).toMatchObject({
      state: 'claimed',
      isEstimate: false,
    })
  })

  it('keeps waiting when the confirmation is late, and does not count below zero', () => {
    const late = at(WITHDRAWAL_SEC * 3, { isClaimed: false, isConfirmed: false })
    expect(late).toEqual({ state: 'waiting', isEstimate: false, progress: 1, leftSec: 0 })
    expect(at(-100)).toMatchObject({ progress: 0 })
  })
})
