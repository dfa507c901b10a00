import fc from 'fast-check'
import { parseEventLogs } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { loadArtifact } from '../../devnet/artifacts'
import type { Devnet } from '../../devnet/devnet'
import { pickMarkets } from '../../devnet/markets'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { CommitType } from '../protocol/commitType'
import { poolCommitterAbi } from './abi'
import { encodeCommitArgs, MAX_COMMIT_AMOUNT } from './commitArgs'

const types = Object.entries(CommitType)
let devnet: Devnet

beforeAll(async () => {
  const markets = pickMarkets('1-BTC/USD+USDC')
  devnet = await startQuietDevnet({ markets })
}, 30_000)
afterAll(() => devnet.stop())

describe.each(types)('a commit of type %s', (_, type) => {
  it('is packed as L2Encoder packs it, for any amount and options', async () => {
    const { client, deployment } = devnet
    const { abi } = loadArtifact('L2Encoder')
    const amounts = fc.oneof(
      fc.bigInt({ min: 1n, max: MAX_COMMIT_AMOUNT }),
      fc.constantFrom(1n, 1n << 64n, 1n << 127n, MAX_COMMIT_AMOUNT),
    )
    await fc.assert(
      fc.asyncProperty(amounts, fc.boolean(), fc.boolean(), async (amount, escrow, pay) => {
        const encoded = await client.readContract({
          address: deployment.contracts.l2Encoder,
          abi,
          functionName: 'encodeCommitParams',
          args: [amount, type, escrow, pay],
        })
        expect(encodeCommitArgs(amount, type, escrow, pay)).toBe(encoded)
      }),
      { numRuns: 40 },
    )
  })

  it('is understood by the committer', async () => {
    const { client, deployment } = devnet
    const [market] = deployment.markets
    if (market === undefined) throw new Error('no market')
    const account = accountAddress('Gustav')
    // Gustav has both tokens in escrow, and has approved the pool.
    const isMint = type === CommitType.LongMint || type === CommitType.ShortMint
    const hash = await client.writeContract({
      account,
      chain: null,
      address: market.committer,
      abi: poolCommitterAbi,
      functionName: 'commit',
      args: [encodeCommitArgs(12_345_678n, type, !isMint, false)],
    })
    const { logs } = await client.waitForTransactionReceipt({ hash })
    const [event] = parseEventLogs({ abi: poolCommitterAbi, eventName: 'CreateCommit', logs })
    expect(event?.args).toMatchObject({
      user: account,
      amount: 12_345_678n,
      commitType: type,
      fromAggregateBalance: !isMint,
      payForClaim: false,
    })
  })
})
