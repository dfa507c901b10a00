import {
  type Address,
  type Client,
  createClient,
  custom,
  decodeFunctionData,
  encodeFunctionResult,
  type Hex,
  keccak256,
  numberToHex,
  pad,
  toHex,
} from 'viem'
import { ONE } from '../../protocol/quad'
import { multicall3Abi, poolCommitterAbi } from '../abi'
import {
  encodeLog,
  type FakeLog,
  GENESIS_SEC,
  MULTICALL3,
  quadHex,
  USER,
} from '../history/fakeChain'
import type { AccountContracts } from './accountContracts'

/** For tests: a long chain with many pools, one account's life in them, and an RPC that gives few blocks at a time. */

export interface FakeAccountOptions {
  readonly pools: number
  readonly commits: number
  readonly blocks: number
  /** Blocks of one request for logs. */
  readonly mostBlocks: number
  /** From 0 up to 1. */
  readonly random: () => number
  /** Whether a request is refused as one too many, by its place among all. Default none is. */
  readonly isRefused?: (index: number) => boolean
}

/** An hour of Arbitrum. */
const BLOCKS_TO_EXECUTION = 14_400
const KEEPER: Address = '0x00000000000000000000000000000000000000e1'

const addressOf = (kind: number, pool: number): Address =>
  pad(toHex(kind * 0x10000 + pool), { size: 20 })

/** The pools, and everything that an RPC answers about them. */
export function createFakeAccountChain(options: FakeAccountOptions) {
  const { pools: poolCount, commits, blocks, mostBlocks, random, isRefused } = options
  const pools = Array.from(
    { length: poolCount },
    (_, index): AccountContracts => ({
      pool: addressOf(1, index),
      committer: addressOf(2, index),
      longToken: addressOf(3, index),
      shortToken: addressOf(4, index),
      settlementToken: addressOf(5, 0),
      isCreationLogged: true,
      keepers: [KEEPER],
    }),
  )
  const executed = new Set<string>()
  const hashes = new Map<number, Hex>()
  const logs = fakeLogs()
  const requests: string[] = []

  function fakeLogs() {
    const byBlock = new Map<number, FakeLog[]>()
    const emit = (block: number, log: FakeLog) => {
      const others = byBlock.get(block) ?? []
      byBlock.set(block, [...others, { ...log, transaction: others.length }])
    }
    pools.forEach(({ pool, longToken, shortToken, settlementToken }, index) => {
      const args = { longToken, shortToken, settlementToken, poolName: `pool ${index}` }
      emit(index, { address: pool, eventName: 'PoolInitialized', args })
    })
    for (let index = 0; index < commits; index++) {
      const contracts = pools[index % poolCount] as AccountContracts
      const block = Math.floor(((index + random()) / commits) * blocks)
      // As if each pool had an upkeep an hour.
      const id = BigInt(Math.floor(block / BLOCKS_TO_EXECUTION) + 1)
      const execution = Number(id) * BLOCKS_TO_EXECUTION + (index % poolCount)
      emit(block, {
        address: contracts.committer,
        eventName: 'CreateCommit',
        args: {
          user: USER,
          amount: BigInt(1 + index),
          commitType: 2,
          appropriateUpdateIntervalId: id,
          fromAggregateBalance: false,
          payForClaim: false,
          mintingFee: quadHex(0n),
        },
      })
      const key = `${contracts.committer}:${id}`
      if (execution >= blocks || executed.has(key)) continue
      executed.add(key)
      emit(execution, {
        address: contracts.committer,
        eventName: 'ExecutedCommitsForInterval',
        args: { updateIntervalId: id, burningFee: quadHex(0n) },
      })
    }
    return [...byBlock]
      .sort(([a], [b]) => a - b)
      .flatMap(([block, own]) =>
        own.map((log, index) => ({ block, ...encodeLog(log, blockAt(block), index) })),
      )
      .map((log) => ({ ...log, blockTimestamp: undefined }))
  }

  function blockAt(number: number) {
    const hash = hashes.get(number) ?? keccak256(toHex(`block ${number}`))
    hashes.set(number, hash)
    return {
      number,
      hash,
      timestampSec: GENESIS_SEC + Math.floor(number / 4),
    }
  }

  /** Where the logs of a block or of later ones begin. A benchmark measures what reads them, not a search through all. */
  const firstFrom = (wanted: number) => {
    let [low, high] = [0, logs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((logs[middle]?.block ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }

  const getLogs = ({ fromBlock, toBlock, address, topics }: LogFilter) => {
    const [from, to] = [Number(fromBlock), Number(toBlock)]
    if (to - from >= mostBlocks)
      throw Object.assign(new Error(`block range is limited to ${mostBlocks}`), { code: -32602 })
    const addresses = new Set(address.map((one) => one.toLowerCase()))
    return logs
      .slice(firstFrom(from), firstFrom(to + 1))
      .filter((log) => addresses.has(log.address))
      .filter((log) =>
        topics.every(
          (choice, index) =>
            choice === null ||
            choice.length === 0 ||
            choice.includes((log.topics[index] ?? '0x') as Hex),
        ),
      )
  }

  const readContracts = (data: Hex) => {
    const { args } = decodeFunctionData({ abi: multicall3Abi, data })
    const calls = (args?.[0] ?? []) as readonly { readonly target: Address; callData: Hex }[]
    const result = calls.map(({ target, callData }) => {
      const call = decodeFunctionData({ abi: poolCommitterAbi, data: callData })
      const id = String((call.args as readonly unknown[])[0])
      const price = executed.has(`${target.toLowerCase()}:${id}`) ? ONE : 0n
      return {
        success: true,
        returnData:
          call.functionName === 'priceHistory'
            ? encodeFunctionResult({
                abi: poolCommitterAbi,
                functionName: 'priceHistory',
                result: [quadHex(price), quadHex(price)],
              })
            : encodeFunctionResult({
                abi: poolCommitterAbi,
                functionName: 'burnFeeHistory',
                result: quadHex(0n),
              }),
      }
    })
    return encodeFunctionResult({ abi: multicall3Abi, functionName: 'aggregate3', result })
  }

  const answer = (method: string, params: readonly unknown[]): unknown => {
    if (method === 'eth_getLogs') return getLogs(params[0] as LogFilter)
    if (method === 'eth_call') return readContracts((params[0] as { data: Hex }).data)
    const number = Number(params[0])
    if (number >= blocks) return null
    const { hash, timestampSec } = blockAt(number)
    return { number: numberToHex(number), hash, timestamp: numberToHex(timestampSec) }
  }

  return {
    pools,
    account: USER,
    multicall3: MULTICALL3,
    /** How many intervals of the account were executed. */
    executions: executed.size,
    /** The methods that were asked for, in order. */
    requests,
    head: {
      number: BigInt(blocks - 1),
      timestampSec: BigInt(blockAt(blocks - 1).timestampSec),
    },
    client(): Client {
      const request = async ({ method, params = [] }: { method: string; params?: unknown[] }) => {
        requests.push(method)
        if (isRefused?.(requests.length) === true)
          throw Object.assign(new Error('too many requests'), { code: -32005 })
        return answer(method, params)
      }
      return createClient({ transport: custom({ request }, { retryCount: 0 }) })
    },
  }
}

interface LogFilter {
  readonly fromBlock: Hex
  readonly toBlock: Hex
  readonly address: readonly Hex[]
  readonly topics: readonly (readonly Hex[] | null)[]
}
