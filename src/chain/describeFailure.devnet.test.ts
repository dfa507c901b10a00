import { type Address, encodeFunctionData, type Hex, numberToHex, parseEther } from 'viem'
import { simulateContract } from 'viem/actions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { loadArtifact } from '../../devnet/artifacts'
import { sendAndWait } from '../../devnet/controls'
import type { DeployedMarket } from '../../devnet/deployment'
import type { Devnet } from '../../devnet/devnet'
import { pickMarkets } from '../../devnet/markets'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { approveTransaction } from '../../devnet/transactions'
import { CommitType } from '../protocol/commitType'
import { poolCommitterAbi } from './abi'
import { encodeCommitArgs } from './commitArgs'
import { describeFailure, revertReason } from './describeFailure'

const alice = accountAddress('Alice')
const bob = accountAddress('Bob')
let devnet: Devnet
let market: DeployedMarket

beforeAll(async () => {
  devnet = await startQuietDevnet({ markets: pickMarkets('1-BTC/USD+USDC') })
  const [first] = devnet.deployment.markets
  if (first === undefined) throw new Error('no market')
  market = first
  await sendAndWait(devnet.client, approveTransaction(bob, market))
}, 30_000)
afterAll(() => devnet.stop())

async function refusal(
  account: Address,
  functionName: 'commit' | 'claim',
  arg: Hex,
  value?: bigint,
): Promise<unknown> {
  const call = { address: market.committer, abi: poolCommitterAbi, account } as const
  const simulated =
    functionName === 'commit'
      ? simulateContract(devnet.client, {
          ...call,
          functionName,
          args: [arg],
          ...(value === undefined ? {} : { value }),
        })
      : simulateContract(devnet.client, { ...call, functionName, args: [arg] })
  return simulated.then(
    () => undefined,
    (error: unknown) => error,
  )
}

const commit = (account: Address, type: CommitType, amount: bigint, escrow = false) =>
  refusal(account, 'commit', encodeCommitArgs(amount, type, escrow, false))

describe('what the real contracts refuse has words of its own', () => {
  it.each<[what: string, refused: () => Promise<unknown>, words: RegExp]>([
    [
      'a zero amount',
      () => refusal(alice, 'commit', numberToHex(0, { size: 32 })),
      /more than zero/,
    ],
    [
      'a mint of more than the wallet holds',
      () => commit(bob, CommitType.LongMint, 10n ** 15n),
      /no longer holds/,
    ],
    [
      'a burn of tokens that the wallet has not',
      () => commit(alice, CommitType.LongBurn, 5n),
      /no longer holds this many pool tokens/,
    ],
    [
      'a flip of tokens that the wallet has not',
      () => commit(alice, CommitType.ShortBurnLongMint, 5n),
      /no longer holds this many pool tokens/,
    ],
    [
      'a burn of more than there is in escrow',
      () => commit(alice, CommitType.LongBurn, 5n, true),
      /pool tokens in escrow/,
    ],
    [
      'a mint of more than there is in escrow',
      () => commit(alice, CommitType.ShortMint, 5n, true),
      /settlement tokens in escrow/,
    ],
    ['a claim for somebody else', () => refusal(alice, 'claim', bob), /account that committed/],
    [
      'an automatic claim that is not paid for',
      () => refusal(bob, 'commit', encodeCommitArgs(5n, CommitType.LongMint, false, true)),
      /needs an ETH reward/,
    ],
    [
      'ETH without an automatic claim',
      () => refusal(bob, 'commit', encodeCommitArgs(5n, CommitType.LongMint, false, false), 1n),
      /Don’t send ETH/,
    ],
  ])('%s', async (_, refused, words) => {
    const error = await refused()
    const failure = describeFailure(error)
    expect(failure.code).toBe('REVERTED')
    expect(failure.message).toMatch(words)
    expect(failure.message, revertReason(error)).not.toContain('“')
  })

  it('a mint without an approval, by a code of its own', async () => {
    const failure = describeFailure(await commit(alice, CommitType.LongMint, 5n))
    expect(failure).toMatchObject({
      code: 'NO_ALLOWANCE',
      message: expect.stringMatching(/approval no longer covers this amount/),
    })
  })

  it('a commit and a claim while the pool is paused', async () => {
    const { client, deployment } = devnet
    const { invariantCheck, poolSwapLibrary } = deployment.contracts
    // The pool pauses itself when it owes more than it holds: take its tokens away.
    const { abi } = loadArtifact('TestToken')
    const undo = await client.snapshot()
    await client.impersonateAccount({ address: market.pool })
    await client.setBalance({ address: market.pool, value: parseEther('1') })
    const transfer = { abi, functionName: 'transfer', args: [alice, 10n ** 9n] } as const
    await sendAndWait(client, {
      from: market.pool,
      to: market.settlementToken,
      data: encodeFunctionData(transfer),
    })
    const check = {
      abi: loadArtifact('InvariantCheck', poolSwapLibrary).abi,
      functionName: 'checkInvariants',
      args: [market.pool],
    } as const
    await sendAndWait(client, { from: alice, to: invariantCheck, data: encodeFunctionData(check) })
    for (const error of [
      await commit(bob, CommitType.LongMint, 5n),
      await refusal(bob, 'claim', bob),
    ]) {
      const failure = describeFailure(error)
      expect([failure.code, failure.message]).toEqual([
        'REVERTED',
        expect.stringMatching(/^This pool is paused/),
      ])
    }
    await client.revert({ id: undo })
  })
})
