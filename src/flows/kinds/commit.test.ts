import { createClient, custom, decodeFunctionData, type Hex, numberToHex } from 'viem'
import { describe, expect, it } from 'vitest'
import { poolCommitterAbi } from '../../chain/abi'
import { formatAboutClock } from '../../format/formatAboutClock'
import { createFlow } from '../createFlow'
import { SAMPLE_COMMIT, SAMPLE_LEG } from '../testing/sampleCommit'
import { type CommitIntent, commit } from './commit'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'
const ORDER = {
  id: '',
  chainId: 1,
  account: ACCOUNT,
  createdAtMs: 0,
  intent: SAMPLE_COMMIT,
} as const

/** A node with a committer whose list for the account is full of intervals from this one on. */
function nodeWithFullList(first: bigint) {
  const request = async ({ params }: { params?: unknown }) => {
    const [{ data }] = params as [{ data: Hex }]
    const { functionName, args } = decodeFunctionData({ abi: poolCommitterAbi, data })
    const value = functionName === 'updateIntervalId' ? first : first + (args?.[1] as bigint)
    return numberToHex(value, { size: 32 })
  }
  return createClient({ transport: custom({ request }, { retryCount: 0 }) })
}

describe('each commit of an order', () => {
  const order = { ...SAMPLE_COMMIT, legs: [SAMPLE_LEG, SAMPLE_LEG, SAMPLE_LEG] }
  it.each([0, 1, 2])('is not sent without room in the list: commit %s', async (leg) => {
    const { check } = commit.action(order, { kind: 'commit', leg }, ACCOUNT)
    expect(await check?.(nodeWithFullList(40n))).toMatchObject({ code: 'QUEUE_FULL' })
  })
})

describe('what is said of a finished order', () => {
  const projection = {
    atBlock: 1n,
    intervalId: 4n,
    spotPrice: 1n,
    longTokens: 1n,
    shortTokens: 0n,
    settlementTokens: 0n,
  }
  const said = (change: Partial<CommitIntent>) =>
    commit.result({ ...createFlow(ORDER, false), intent: { ...SAMPLE_COMMIT, ...change } })

  it('says when it is expected to execute, where that was projected', () => {
    const executesAtSec = BigInt(Math.floor(Date.now() / 1_000))
    expect(said({ projection: { ...projection, executesAtSec } })).toBe(
      `Committed. Expected to execute at about ${formatAboutClock(Number(executesAtSec), Number(executesAtSec))}. After that, claim what you receive.`,
    )
    expect(said({ projection })).toBe('Committed. After the rebalance, claim what you receive.')
  })
})
