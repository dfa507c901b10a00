import {
  type Abi,
  type AbiEvent,
  type Address,
  type Client,
  createClient,
  custom,
  decodeFunctionData,
  encodeAbiParameters,
  encodeEventTopics,
  encodeFunctionResult,
  type Hex,
  keccak256,
  numberToHex,
  toHex,
} from 'viem'
import { ONE } from '../../protocol/quad'
import { multicall3Abi, poolCommitterAbi } from '../abi'
import { historyEventAbi } from './eventAbi'
import type { HistoryHead } from './historyReader'

/** For tests: a chain of blocks with logs, and an RPC to it that can be made to misbehave. */

export const POOL: Address = '0x00000000000000000000000000000000000000a1'
export const OTHER_POOL: Address = '0x00000000000000000000000000000000000000a2'
export const COMMITTER: Address = '0x00000000000000000000000000000000000000C1'
export const KEEPER: Address = '0x00000000000000000000000000000000000000E1'
export const USER: Address = '0x0000000000000000000000000000000000000011'
export const MULTICALL3: Address = '0xcA11bde05977b3631167028862bE2a173976CA11'
export const GENESIS_SEC = 1_700_000_000

export interface FakeLog {
  readonly address: Address
  readonly eventName: string
  readonly args: Readonly<Record<string, unknown>>
  /** Logs with the same number are of one transaction. Default 0. */
  readonly transaction?: number
}

/** May answer in the RPC's place: by throwing, or with something; undefined leaves it to the RPC. */
export type Mischief = (method: string, params: readonly unknown[]) => unknown

export const quadHex = (quad: bigint): Hex => toHex(quad, { size: 16 })

/** What an upkeep of the pool leaves, when nothing was committed. */
export function upkeepLogs(id: number, transaction = 0): FakeLog[] {
  const payment = { _pool: POOL, keeper: USER, reward: 2n }
  return [
    {
      address: POOL,
      eventName: 'PoolRebalance',
      args: {
        shortBalanceChange: -5n,
        longBalanceChange: 3n,
        shortFeeAmount: 1n,
        longFeeAmount: 1n,
      },
    },
    {
      address: COMMITTER,
      eventName: 'ExecutedCommitsForInterval',
      args: { updateIntervalId: BigInt(id), burningFee: quadHex(0n) },
    },
    {
      address: KEEPER,
      eventName: 'UpkeepSuccessful',
      args: { pool: POOL, data: '0x', startPrice: BigInt(id), endPrice: BigInt(id + 1) },
    },
    { address: KEEPER, eventName: 'KeeperPaid', args: payment },
    // The keeper's logs tell of all pools.
    {
      address: KEEPER,
      eventName: 'UpkeepSuccessful',
      args: { pool: OTHER_POOL, data: '0x', startPrice: 1n, endPrice: 1n },
    },
  ].map((log) => ({ ...log, transaction }))
}

/** A log as an RPC sends it. */
export function encodeLog(
  { address, eventName, args, transaction = 0 }: FakeLog,
  block: { number: number; hash: Hex; timestampSec: number },
  logIndex: number,
) {
  const item = (historyEventAbi as readonly AbiEvent[]).find(({ name }) => name === eventName)
  if (item === undefined) throw new Error(`no event ${eventName}`)
  const unindexed = item.inputs.filter(({ indexed }) => indexed !== true)
  return {
    address: address.toLowerCase(),
    topics: encodeEventTopics({ abi: [item] as Abi, eventName, args } as never),
    data: encodeAbiParameters(unindexed, unindexed.map(({ name = '' }) => args[name]) as never),
    blockNumber: numberToHex(block.number),
    blockHash: block.hash,
    blockTimestamp: numberToHex(block.timestampSec) as Hex | undefined,
    transactionHash: keccak256(toHex(`${block.hash} ${transaction}`)),
    transactionIndex: numberToHex(transaction),
    logIndex: numberToHex(logIndex),
    removed: false,
  }
}

const CREATION: FakeLog = {
  address: POOL,
  eventName: 'PoolInitialized',
  args: { longToken: USER, shortToken: USER, settlementToken: USER, poolName: 'pool' },
  transaction: 99,
}

/** A chain of a block a second; `logsOf` says what each block holds, besides the pool's creation in the first. */
export function createFakeChain(length: number, logsOf: (block: number) => readonly FakeLog[]) {
  let head = length - 1
  let forkedAt = Number.POSITIVE_INFINITY
  let branch = 0
  let contents = logsOf
  const requests: { method: string; params: readonly unknown[] }[] = []
  let inFlight = 0

  const blockAt = (number: number) => ({
    number,
    hash: keccak256(toHex(`${number >= forkedAt ? branch : 0}:${number}`)),
    timestampSec: GENESIS_SEC + number,
  })

  const chain = {
    /** How many of its newest blocks the RPC does not have yet. */
    lag: 0,
    /** Whether every second read of a multicall fails. */
    halfAnswers: false,
  }

  const answer = (method: string, params: readonly unknown[]): unknown => {
    if (method === 'eth_getBlockByNumber') {
      const number = Number(params[0])
      if (number > head - chain.lag) return null
      const { hash, timestampSec } = blockAt(number)
      return { number: numberToHex(number), hash, timestamp: numberToHex(timestampSec) }
    }
    if (method === 'eth_getLogs') {
      const [{ fromBlock, toBlock }] = params as [{ fromBlock: Hex; toBlock: Hex }]
      const logs = []
      for (
        let number = Number(fromBlock);
        number <= Math.min(Number(toBlock), head - chain.lag);
        number++
      )
        logs.push(
          ...[...contents(number), ...(number === 0 ? [CREATION] : [])].map((log, index) =>
            encodeLog(log, blockAt(number), index),
          ),
        )
      return logs
    }
    const [{ data }] = params as [{ data: Hex }]
    const { args } = decodeFunctionData({ abi: multicall3Abi, data })
    const calls = (args?.[0] ?? []) as readonly unknown[]
    const returnData = encodeFunctionResult({
      abi: poolCommitterAbi,
      functionName: 'priceHistory',
      result: [quadHex(ONE), quadHex(ONE)],
    })
    const result = calls.map((_call, index) =>
      chain.halfAnswers && index % 2 === 1
        ? { success: false, returnData: '0x' as const }
        : { success: true, returnData },
    )
    return encodeFunctionResult({ abi: multicall3Abi, functionName: 'aggregate3', result })
  }

  return Object.assign(chain, {
    requests,
    /** How many requests were under way at the same time. */
    mostInFlight: 0,
    mischief: undefined as Mischief | undefined,
    /** Blocks from this one on are others. */
    fork(from: number, logs: (block: number) => readonly FakeLog[]) {
      forkedAt = from
      branch++
      const before = contents
      contents = (block) => (block >= from ? logs(block) : before(block))
    },
    grow(blocks: number) {
      head += blocks
    },
    head(): HistoryHead {
      const { number, timestampSec } = blockAt(head)
      return {
        block: { number: BigInt(number), timestampSec: BigInt(timestampSec) },
        longBalance: 0n,
        shortBalance: 0n,
        changeInterval: 0n as HistoryHead['changeInterval'],
      }
    },
    client(): Client {
      const request = async ({ method, params = [] }: { method: string; params?: unknown[] }) => {
        requests.push({ method, params })
        inFlight++
        this.mostInFlight = Math.max(this.mostInFlight, inFlight)
        try {
          await Promise.resolve()
          return (await this.mischief?.(method, params)) ?? answer(method, params)
        } finally {
          inFlight--
        }
      }
      return createClient({ transport: custom({ request }, { retryCount: 0 }) })
    },
  })
}

export type FakeChain = ReturnType<typeof createFakeChain>
