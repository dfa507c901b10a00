import {
  type Address,
  createClient,
  custom,
  decodeFunctionData,
  encodeFunctionResult,
  type Hex,
  parseAbi,
} from 'viem'
import { describe, expect, it } from 'vitest'
import { multicall3Abi } from '../abi'
import { readFeedPast } from './feedPast'

const abi = parseAbi([
  'function decimals() view returns (uint8)',
  'function latestRoundData() view returns (uint80, int256, uint256, uint256, uint80)',
  'function getRoundData(uint80 roundId) view returns (uint80, int256, uint256, uint256, uint80)',
  'function phaseAggregators(uint16) view returns (address)',
])
const FEED: Address = '0x00000000000000000000000000000000000000fe'
const MULTICALL: Address = '0x00000000000000000000000000000000000000ca'
const PHASE = 3n << 64n
const signal = new AbortController().signal

/** A node with a feed whose round `i` was written at `i · 60` s with the answer `i`, of 8 decimals, behind a proxy. */
function nodeWithFeed(rounds: number, missing: (id: number) => boolean = () => false) {
  let requests = 0
  const answer = (data: Hex): Hex | undefined => {
    const call = decodeFunctionData({ abi, data })
    if (call.functionName === 'decimals')
      return encodeFunctionResult({ abi, functionName: 'decimals', result: 8 })
    // It does not say what it stood before.
    if (call.functionName === 'phaseAggregators') return undefined
    const id = call.functionName === 'latestRoundData' ? rounds : Number(call.args[0] - PHASE)
    if (id < 1 || id > rounds || missing(id)) return undefined
    const at = BigInt(id) * 60n
    const result = [PHASE + BigInt(id), BigInt(id), at, at, PHASE + BigInt(id)] as const
    return encodeFunctionResult({ abi, functionName: call.functionName, result })
  }
  const request = async ({ params }: { params?: unknown }) => {
    requests += 1
    const [{ data }] = params as [{ data: Hex }]
    const { args } = decodeFunctionData({ abi: multicall3Abi, data })
    const calls = args[0] as readonly { callData: Hex }[]
    const result = calls.map(({ callData }) => {
      const returnData = answer(callData)
      return { success: returnData !== undefined, returnData: returnData ?? '0x' }
    })
    return encodeFunctionResult({ abi: multicall3Abi, functionName: 'aggregate3', result })
  }
  const client = createClient({ transport: custom({ request }, { retryCount: 0 }) })
  return { client, requests: () => requests }
}

const past = (node: ReturnType<typeof nodeWithFeed>, fromSec: number, maxRounds = 1_000) =>
  readFeedPast(node.client, MULTICALL, FEED, { fromSec, maxRounds, signal })

describe('the past of a feed', () => {
  it('begins with the first round of the time asked for, in wads', async () => {
    const found = await past(nodeWithFeed(500), 240 * 60)
    expect(found?.rounds).toHaveLength(261)
    expect(found?.rounds[0]).toEqual({ atSec: 240 * 60, priceWad: 240n * 10n ** 10n })
    expect(found?.rounds.at(-1)?.atSec).toBe(500 * 60)
    expect(found?.isWhole).toBe(true)
  })

  it('is found in few requests however long it is, and read as evenly many rounds', async () => {
    const node = nodeWithFeed(1_000_000)
    const found = await past(node, 900_001 * 60, 1_000)
    expect(found?.rounds).toHaveLength(1_000)
    expect(found?.rounds[0]?.atSec).toBe(900_001 * 60)
    expect(found?.rounds.at(-1)?.atSec).toBe(1_000_000 * 60)
    expect(found?.existing).toBe(100_000)
    expect(node.requests()).toBeLessThan(14)
  })

  it('that does not go back so far is given as it is, and is called so', async () => {
    const found = await past(nodeWithFeed(100), -1_000)
    expect(found?.rounds).toHaveLength(100)
    expect(found?.isWhole).toBe(false)
  })

  it('leaves out rounds that do not answer', async () => {
    const found = await past(
      nodeWithFeed(300, (id) => id % 7 === 0),
      30 * 60,
    )
    expect(found?.rounds.map(({ atSec }) => atSec / 60)).toEqual(
      Array.from({ length: 271 }, (_, i) => i + 30).filter((id) => id % 7 !== 0),
    )
  })

  it('of one round is that round', async () => {
    expect((await past(nodeWithFeed(1), 0))?.rounds).toHaveLength(1)
  })

  it('is found between rounds that are missing, wherever they are', async () => {
    const found = await past(
      nodeWithFeed(2_000, (id) => id > 700 && id < 1_900),
      600 * 60,
      2_000,
    )
    expect(found?.rounds[0]?.atSec).toBe(600 * 60)
    expect(found?.rounds).toHaveLength(101 + 101)
  })

  it('ends where it is asked to', async () => {
    const node = nodeWithFeed(1_000_000)
    const found = await readFeedPast(node.client, MULTICALL, FEED, {
      fromSec: 5_000 * 60,
      toSec: 5_100 * 60,
      maxRounds: 1_000,
      signal,
    })
    expect(found?.rounds.map(({ atSec }) => atSec / 60)).toEqual(
      Array.from({ length: 101 }, (_, i) => i + 5_000),
    )
  })

  it('has no rounds where there is none', async () => {
    const node = nodeWithFeed(300, () => true)
    expect(await past(node, 0)).toEqual({ rounds: [], existing: 0, isWhole: false })
  })

  it('is no longer read once it is no longer wanted', async () => {
    const abort = new AbortController()
    abort.abort(new Error('left'))
    const node = nodeWithFeed(300)
    await expect(
      readFeedPast(node.client, MULTICALL, FEED, {
        fromSec: 0,
        maxRounds: 10,
        signal: abort.signal,
      }),
    ).rejects.toThrow('left')
  })
})
