import fc from 'fast-check'
import { decodeFunctionData, encodeFunctionData, type Hex, toFunctionSelector } from 'viem'
import { describe, expect, it } from 'vitest'
import { erc20Abi, poolCommitterAbi } from '../../chain/abi'
import { encodeCommitArgs, MAX_COMMIT_AMOUNT } from '../../chain/commitArgs'
import { CommitType } from '../../protocol/commitType'
import { SAMPLE_COMMIT } from '../testing/sampleCommit'
import type { CommitIntent, CommitLeg } from './commit'
import { isCreation } from './flowKind'
import { actionsOf, type Intent } from './kinds'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'

const LEG: CommitLeg = {
  commitType: CommitType.LongMint,
  amount: 1_250_500_000n,
  fromAggregateBalance: false,
}

const COMMIT: CommitIntent = { ...SAMPLE_COMMIT, legs: [LEG] }
const { pool: POOL, committer: COMMITTER, settlementToken: TOKEN } = COMMIT

/** What the contract would be called with. */
function callData(intent: Intent, kind: string): Hex {
  return encodeFunctionData(requestOf(intent, kind))
}

function requestOf(intent: Intent, kind: string, leg?: number) {
  const [action] = actionsOf({ intent, account: ACCOUNT }, { kind, leg })
  const request = action?.request()
  if (request === undefined || isCreation(request)) throw new Error('no call')
  return request
}

describe('the approval', () => {
  it('is of exactly the amount, to the pool, on the settlement token', () => {
    expect(requestOf(COMMIT, 'approve').address).toBe(TOKEN)
    expect(decodeFunctionData({ abi: erc20Abi, data: callData(COMMIT, 'approve') })).toEqual({
      functionName: 'approve',
      args: [POOL, 1_250_500_000n],
    })
  })

  it('is of exactly the amount for any amount, and never goes to the committer', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: MAX_COMMIT_AMOUNT }), (amount) => {
        const { args } = requestOf({ ...COMMIT, legs: [{ ...LEG, amount }] }, 'approve')
        expect(args).toEqual([POOL, amount])
      }),
    )
  })
})

describe('the commit', () => {
  it('goes to the committer with the packed argument and nothing paid for a claim', () => {
    expect(requestOf(COMMIT, 'commit').address).toBe(COMMITTER)
    const { functionName, args } = decodeFunctionData({
      abi: poolCommitterAbi,
      data: callData(COMMIT, 'commit'),
    })
    expect(functionName).toBe('commit')
    expect(args).toEqual([encodeCommitArgs(1_250_500_000n, CommitType.LongMint, false, false)])
  })

  it('says when the amount comes from escrow', () => {
    const fromEscrow = { ...COMMIT, legs: [{ ...LEG, fromAggregateBalance: true }] }
    expect(requestOf(fromEscrow, 'commit').args).toEqual([
      encodeCommitArgs(1_250_500_000n, CommitType.LongMint, true, false),
    ])
  })

  it.each([0n, -1n, MAX_COMMIT_AMOUNT + 1n])('is not made for an amount of %s', (amount) => {
    expect(() => requestOf({ ...COMMIT, legs: [{ ...LEG, amount }] }, 'commit')).toThrow(RangeError)
  })
})

describe('an order of two legs', () => {
  const legs: readonly CommitLeg[] = [
    LEG,
    { commitType: CommitType.ShortMint, amount: 7n, fromAggregateBalance: false },
  ]
  const order: CommitIntent = { ...COMMIT, legs, autoClaimWei: 5n }

  it('is approved at once, for what both pull from the wallet', () => {
    expect(requestOf(order, 'approve').args).toEqual([POOL, 1_250_500_007n])
    const half = [LEG, { ...LEG, fromAggregateBalance: true }]
    expect(requestOf({ ...order, legs: half }, 'approve').args).toEqual([POOL, LEG.amount])
    const burn = [LEG, { ...LEG, commitType: CommitType.LongBurn }]
    expect(requestOf({ ...order, legs: burn }, 'approve').args).toEqual([POOL, LEG.amount])
    expect(requestOf({ ...order, approval: 'unlimited' as const }, 'approve').args).toEqual([
      POOL,
      2n ** 256n - 1n,
    ])
  })

  it('pays for its claim once, with the last', () => {
    expect(requestOf(order, 'commit', 0)).toMatchObject({
      args: [encodeCommitArgs(LEG.amount, CommitType.LongMint, false, false)],
    })
    expect(requestOf(order, 'commit', 0).value).toBeUndefined()
    expect(requestOf(order, 'commit', 1)).toMatchObject({
      args: [encodeCommitArgs(7n, CommitType.ShortMint, false, true)],
      value: 5n,
    })
  })

  it('has no third', () => {
    expect(() => requestOf(order, 'commit', 2)).toThrow(RangeError)
  })
})

describe('the claim', () => {
  it('is for the account itself, at the committer', () => {
    const intent: Intent = { kind: 'claim', title: 'Claim', pool: POOL, committer: COMMITTER }
    expect(requestOf(intent, 'claim').address).toBe(COMMITTER)
    const decoded = decodeFunctionData({ abi: poolCommitterAbi, data: callData(intent, 'claim') })
    expect(decoded.functionName).toBe('claim')
    expect(String(decoded.args?.[0]).toLowerCase()).toBe(ACCOUNT)
  })
})

describe('the claim of fees', () => {
  it('is the pool’s own, and names no one: the contract knows whom it pays', () => {
    const intent: Intent = { kind: 'feeClaim', title: 'Claim the fees', pool: POOL }
    expect(requestOf(intent, 'feeClaim').address).toBe(POOL)
    expect(callData(intent, 'feeClaim')).toBe(toFunctionSelector('claimSecondaryFees()'))
  })
})
