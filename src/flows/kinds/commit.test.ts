import { createClient, custom, decodeFunctionData, type Hex, numberToHex } from 'viem'
import { describe, expect, it } from 'vitest'
import { poolCommitterAbi } from '../../chain/abi'
import { SAMPLE_COMMIT, SAMPLE_LEG } from '../testing/sampleCommit'
import { commit } from './commit'

const ACCOUNT = '0x00000000000000000000000000000000000000a4'

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
  it.each([0, 1, 2])('is not sent without room in the list: part %s', async (leg) => {
    const { check } = commit.action(order, { kind: 'commit', leg }, ACCOUNT)
    expect(await check?.(nodeWithFullList(40n))).toMatchObject({ code: 'QUEUE_FULL' })
  })
})
