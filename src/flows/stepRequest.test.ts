import fc from 'fast-check'
import { decodeFunctionData, encodeFunctionData, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { erc20Abi, poolCommitterAbi } from '../chain/abi'
import { encodeCommitArgs, MAX_COMMIT_AMOUNT } from '../chain/commitArgs'
import { CommitType } from '../protocol/commitType'
import type { CommitIntent, Intent } from './flow'
import { stepRequest } from './stepRequest'

const POOL = '0x00000000000000000000000000000000000000A1'
const COMMITTER = '0x00000000000000000000000000000000000000A2'
const TOKEN = '0x00000000000000000000000000000000000000a3'
const ACCOUNT = '0x00000000000000000000000000000000000000a4'

const COMMIT: CommitIntent = {
  kind: 'commit',
  title: 'Mint',
  pool: POOL,
  committer: COMMITTER,
  settlementToken: TOKEN,
  commitType: CommitType.LongMint,
  amount: 1_250_500_000n,
  fromAggregateBalance: false,
}

/** What the contract would be called with. */
function callData(intent: Intent, kind: Parameters<typeof stepRequest>[1]): Hex {
  return encodeFunctionData(stepRequest(intent, kind, ACCOUNT))
}

describe('the approval', () => {
  it('is of exactly the amount, to the pool, on the settlement token', () => {
    expect(stepRequest(COMMIT, 'approve', ACCOUNT).address).toBe(TOKEN)
    expect(decodeFunctionData({ abi: erc20Abi, data: callData(COMMIT, 'approve') })).toEqual({
      functionName: 'approve',
      args: [POOL, 1_250_500_000n],
    })
  })

  it('is of exactly the amount for any amount, and never goes to the committer', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: MAX_COMMIT_AMOUNT }), (amount) => {
        const { args } = stepRequest({ ...COMMIT, amount }, 'approve', ACCOUNT)
        expect(args).toEqual([POOL, amount])
      }),
    )
  })
})

describe('the commit', () => {
  it('goes to the committer with the packed argument and nothing paid for a claim', () => {
    expect(stepRequest(COMMIT, 'commit', ACCOUNT).address).toBe(COMMITTER)
    const { functionName, args } = decodeFunctionData({
      abi: poolCommitterAbi,
      data: callData(COMMIT, 'commit'),
    })
    expect(functionName).toBe('commit')
    expect(args).toEqual([encodeCommitArgs(1_250_500_000n, CommitType.LongMint, false, false)])
  })

  it('says when the amount comes from escrow', () => {
    const fromEscrow = { ...COMMIT, fromAggregateBalance: true }
    expect(stepRequest(fromEscrow, 'commit', ACCOUNT).args).toEqual([
      encodeCommitArgs(1_250_500_000n, CommitType.LongMint, true, false),
    ])
  })

  it.each([0n, -1n, MAX_COMMIT_AMOUNT + 1n])('is not made for an amount of %s', (amount) => {
    expect(() => stepRequest({ ...COMMIT, amount }, 'commit', ACCOUNT)).toThrow(RangeError)
  })
})

describe('the claim', () => {
  it('is for the account itself, at the committer', () => {
    const intent: Intent = { kind: 'claim', title: 'Claim', pool: POOL, committer: COMMITTER }
    expect(stepRequest(intent, 'claim', ACCOUNT).address).toBe(COMMITTER)
    const decoded = decodeFunctionData({ abi: poolCommitterAbi, data: callData(intent, 'claim') })
    expect(decoded.functionName).toBe('claim')
    expect(String(decoded.args?.[0]).toLowerCase()).toBe(ACCOUNT)
  })
})
