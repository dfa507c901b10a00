import { type Address, type Client, createClient, type Hex, http, parseEventLogs } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { loadArtifact } from '../../devnet/artifacts'
import { pauseContract, sendAndWait } from '../../devnet/controls'
import type { DeployedMarket } from '../../devnet/deployment'
import type { Devnet } from '../../devnet/devnet'
import { marketOf } from '../../devnet/marketOf'
import { MARKETS, type MarketSpec } from '../../devnet/markets'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import {
  approveTransaction,
  claimTransaction,
  commitTransaction,
  toWei,
} from '../../devnet/transactions'
import { poolCommitterAbi } from '../chain/abi'
import { type Network, resolveNetwork } from '../chain/network'
import type { PoolAtBlock } from '../chain/poolAtBlock'
import { getPoolRegistry, type PoolRegistry } from '../chain/poolRegistry'
import { getSnapshot } from '../chain/snapshot'
import { CommitType } from '../protocol/commitType'
import { calculateValueTransfer } from '../protocol/poolSwapLibrary'
import type { Balance, PoolSnapshot } from '../protocol/snapshot'
import { earliestExecutionSec } from '../protocol/updateInterval'
import { dueUpkeeps } from './dueUpkeeps'
import { legsOutlook } from './legsOutlook'
import { commitSlot, tokenPrice, upkeepDueSec } from './poolFigures'
import { poolStatus, poolStatuses } from './poolStatus'
import { userOutlook } from './userOutlook'

const alice = accountAddress('Alice')
const dora = accountAddress('Dora')
const emil = accountAddress('Emil')

let devnet: Devnet
let network: Network
let registry: PoolRegistry
let client: Client
let undo: Hex

beforeAll(async () => {
  devnet = await startQuietDevnet()
  const { rpcUrl, deployment } = devnet
  const { poolFactory } = deployment.contracts
  network = resolveNetwork({ chainId: deployment.chainId, rpcUrls: [rpcUrl], poolFactory })
  client = createClient({ transport: http(rpcUrl, { retryCount: 0 }) })
  registry = await getPoolRegistry(client, network)
  for (const market of deployment.markets)
    await sendAndWait(devnet.client, approveTransaction(alice, market))
}, 30_000)
afterAll(() => devnet.stop())
beforeEach(async () => {
  undo = await devnet.client.snapshot()
})
afterEach(() => devnet.client.revert({ id: undo }))

async function readPool(market: DeployedMarket, account?: Address): Promise<PoolAtBlock> {
  const { pools } = await getSnapshot(client, network, registry, account)
  const pool = pools.find(({ facts }) => facts.address === market.pool)
  if (pool === undefined) throw new Error(`${market.name} was not read`)
  return pool
}

function committerOf(market: DeployedMarket) {
  const { abi } = loadArtifact('PoolCommitter', devnet.deployment.contracts.poolSwapLibrary)
  return <T>(functionName: string, ...args: unknown[]): Promise<T> =>
    devnet.client.readContract({ abi, address: market.committer, functionName, args }) as Promise<T>
}

/** Mines a block at a time, if that is still to come. */
async function mineAt(timestampSec: bigint): Promise<void> {
  const { timestamp } = await devnet.client.getBlock()
  if (timestampSec <= timestamp) return
  await devnet.client.setNextBlockTimestamp({ timestamp: timestampSec })
  await devnet.client.mine({ blocks: 1 })
}

/** Performs an upkeep in a block of exactly this time. */
async function upkeepAt(market: DeployedMarket, timestampSec: bigint): Promise<void> {
  await devnet.client.setNextBlockTimestamp({ timestamp: timestampSec })
  await devnet.upkeep([market.pool])
}

/** Commits, and gives the block's time and the interval that the contract chose. */
async function commit(
  from: Address,
  market: DeployedMarket,
  type: CommitType,
  amountWei: bigint,
  fromEscrow = false,
) {
  const { logs, blockNumber } = await sendAndWait(
    devnet.client,
    commitTransaction({ from, market, type, amountWei, fromEscrow }),
  )
  const [event] = parseEventLogs({ abi: poolCommitterAbi, eventName: 'CreateCommit', logs })
  if (event === undefined) throw new Error('no commit')
  const { timestamp } = await devnet.client.getBlock({ blockNumber })
  return { timestampSec: timestamp, intervalId: event.args.appropriateUpdateIntervalId }
}

function relativeError(actual: bigint, expected: bigint | undefined): number {
  return Math.abs(Number(actual) / Number(expected) - 1)
}

describe('the slot of a commit', () => {
  /** Times after the last upkeep that matter: around each boundary, on time and late. */
  function interestingSec({ updateIntervalSec: ui, frontRunningIntervalSec: fri }: MarketSpec) {
    const boundaries = [0, ui - (fri % ui), ui, 2 * ui - (fri % ui), 2 * ui, 5 * ui, 17 * ui]
    return boundaries.flatMap((at) => [at - 1, at, at + 1]).filter((at) => at > 0)
  }

  it.each(MARKETS)('in $name is the contract’s own at any time', async (spec) => {
    const market = marketOf(devnet, spec.name)
    const { snapshot: start } = await readPool(market)
    const found = new Set<bigint>()
    for (const after of interestingSec(spec).sort((a, b) => a - b)) {
      await mineAt(start.lastPriceTimestampSec + BigInt(after))
      const { snapshot: pool } = await readPool(market)
      const { updateIntervalId } = commitSlot(pool, pool.timestampSec)
      expect(updateIntervalId, `${after} s after the upkeep`).toBe(
        await committerOf(market)('getAppropriateUpdateIntervalId'),
      )
      found.add(updateIntervalId)
    }
    expect(found.size).toBeGreaterThan(4)
  })

  it.each(MARKETS)('in $name is where a commit goes, and executes when it says', async (spec) => {
    const market = marketOf(devnet, spec.name)
    const { snapshot: before } = await readPool(market)
    const { timestampSec, intervalId } = await commit(
      alice,
      market,
      CommitType.LongMint,
      1_000_000n,
    )
    const slot = commitSlot(before, timestampSec)
    expect(slot.updateIntervalId).toBe(intervalId)

    const committer = committerOf(market)
    const longTokens = async () =>
      (await committer<Balance>('getAggregateBalance', alice)).longTokens
    let upkeeps = 0
    while (upkeeps < 20 && (await longTokens()) === 0n) {
      const { snapshot: pool } = await readPool(market)
      // However near it has come, the time stays the same.
      expect(earliestExecutionSec(pool, slot.updateIntervalId)).toBe(slot.executesAtSec)
      await upkeepAt(market, upkeepDueSec(pool))
      upkeeps++
    }
    const { timestamp } = await devnet.client.getBlock()
    expect(timestamp).toBe(slot.executesAtSec)
    expect(BigInt(upkeeps)).toBe(slot.updateIntervalId - before.updateIntervalId + 1n)
  })
})

describe('a token’s price', () => {
  it.each(MARKETS)('in $name is the one the last upkeep executed at, to the bit', async (spec) => {
    const market = marketOf(devnet, spec.name)
    // Burns in the queue have left the supply and still have their share of the balance.
    await commit(dora, market, CommitType.LongBurn, 1_234_567n, true)
    await commit(emil, market, CommitType.ShortBurn, 7_654_321n, true)
    const { snapshot: before } = await readPool(market)
    const { updateIntervalId } = before
    await upkeepAt(market, upkeepDueSec(before))
    const [longPrice, shortPrice] = await committerOf(market)<[Hex, Hex]>(
      'priceHistory',
      updateIntervalId,
    )
    const pool = withFeesTaken(before)
    expect(tokenPrice(pool, 'long').quad).toBe(BigInt(longPrice))
    expect(tokenPrice(pool, 'short').quad).toBe(BigInt(shortPrice))
  })
})

/**
 * The pool as an upkeep at an unchanged index price leaves it before it executes commits: the management fee is gone from
 * both sides. It is the only thing between a current price and the price of execution; the keeper is paid afterwards.
 */
function withFeesTaken(pool: PoolSnapshot): PoolSnapshot {
  const [longBalance, shortBalance] = calculateValueTransfer(
    pool.longBalance,
    pool.shortBalance,
    pool.leverageAmount,
    pool.executionPriceWad,
    pool.executionPriceWad,
    pool.fee,
  )
  return { ...pool, longBalance, shortBalance }
}

describe('what a commit comes to while the index stays where it is', () => {
  const trades = [
    { type: 'LongMint', from: alice, gets: 'longTokens', outcome: '_newLongTokens' },
    { type: 'ShortMint', from: alice, gets: 'shortTokens', outcome: '_newShortTokens' },
    { type: 'LongBurn', from: dora, gets: 'settlementTokens', outcome: '_newSettlementTokens' },
    { type: 'ShortBurn', from: emil, gets: 'settlementTokens', outcome: '_newSettlementTokens' },
  ] as const
  const cases = MARKETS.flatMap(({ name }) => trades.map((trade) => ({ name, ...trade })))

  it.each(cases)('in $name is foreseen: $type', async ({ name, type, from, gets, outcome }) => {
    const market = marketOf(devnet, name)
    const commitType = CommitType[type]
    const isBurn = gets === 'settlementTokens'
    const amount = toWei(123.456789, devnet.deployment.tokens[market.settlementSymbol].decimals)
    const { snapshot: before, market: prices, account } = await readPool(market, from)
    expect(prices.oraclePriceWad).toBe(before.executionPriceWad)
    const slot = commitSlot(before, before.timestampSec)
    const legs = [{ amount, commitType }]
    const outlook = legsOutlook(before, account?.user, legs, slot.updateIntervalId)
    const { intervalId } = await commit(from, market, commitType, amount, isBurn)

    // The minting fee is taken at once, and is exact.
    const committer = committerOf(market)
    const { mintingFee } = outlook
    const commitment = await committer<readonly bigint[]>('userCommitments', from, intervalId)
    expect(commitment.filter((part) => part !== 0n)).toEqual([amount - mintingFee, intervalId])

    // Then come upkeeps on time, each paying its keeper, until the commit’s own.
    let { snapshot: pool } = await readPool(market, from)
    while (pool.updateIntervalId < intervalId) {
      await upkeepAt(market, upkeepDueSec(pool))
      pool = (await readPool(market, from)).snapshot
    }
    const { account: part } = await readPool(market, from)
    const pending = part && userOutlook(pool, part.user).commits
    const escrowBefore = await committer<Balance>('getAggregateBalance', from)
    await upkeepAt(market, upkeepDueSec(pool))
    const escrow = await committer<Balance>('getAggregateBalance', from)
    const received = escrow[gets] - escrowBefore[gets]

    // To the wei, from the state just before: the keeper is paid after it.
    const foreseen = pending?.find((projected) => projected.commitType === commitType)
    expect(foreseen?.outcome?.[outcome]).toBe(received)

    // And nearly so from the moment of deciding: only the rewards are unsure, which depend on gas.
    expect(relativeError(received, outlook.adds[gets])).toBeLessThan(1e-6)
  })
})

describe('a pool’s status', () => {
  it('follows the chain: live, due, late, live again', async () => {
    const market = marketOf(devnet, '1-BTC/USD+USDC')
    const now = async () => {
      const { snapshot } = await readPool(market)
      return poolStatus(snapshot, Number(snapshot.timestampSec))
    }
    const dueSec = upkeepDueSec((await readPool(market)).snapshot)
    expect(await now()).toEqual({ kind: 'live' })
    await mineAt(dueSec)
    expect(await now()).toEqual({ kind: 'due' })
    await mineAt(dueSec + 300n)
    expect(await now()).toEqual({ kind: 'late', bySec: 300 })
    await devnet.upkeep([market.pool])
    expect(await now()).toEqual({ kind: 'live' })
  })
})

describe('a pool whose committer alone is paused', () => {
  it('is told from a paused one: it pays no claims, takes commits, and is upkept', async () => {
    const market = marketOf(devnet, '1-BTC/USD+USDC')
    await pauseContract(devnet.client, devnet.deployment, market.committer)

    const { snapshot } = await readPool(market)
    const dueSec = upkeepDueSec(snapshot)
    expect(poolStatuses(snapshot, Number(dueSec) - 1)).toEqual([{ kind: 'committerPaused' }])
    await expect(
      devnet.client.call({ account: alice, ...claimTransaction(alice, market) }),
    ).rejects.toThrow(/paused/i)
    // The contract itself takes commits anyway; the app offers none while they could not be claimed.
    await commit(alice, market, CommitType.LongMint, toWei(10, 6))

    await mineAt(dueSec)
    expect(dueUpkeeps((await readPool(market)).snapshot, Number(dueSec))?.upkeeps).toBe(1)
    await devnet.upkeep([market.pool])
    const after = (await readPool(market)).snapshot
    expect(after.updateIntervalId).toBe(snapshot.updateIntervalId + 1n)
    expect(after.lastPriceTimestampSec).toBeGreaterThanOrEqual(dueSec)
  })
})

describe('a market that no one has entered', () => {
  it('says that both sides are empty, and gives one token for one', async () => {
    const markets = MARKETS.slice(0, 1)
    const bare = await startQuietDevnet({ empty: true, markets })
    try {
      const { poolFactory } = bare.deployment.contracts
      const { chainId } = bare.deployment
      const there = resolveNetwork({ chainId, rpcUrls: [bare.rpcUrl], poolFactory })
      const reader = createClient({ transport: http(bare.rpcUrl) })
      const { pools } = await getSnapshot(
        reader,
        there,
        await getPoolRegistry(reader, there),
        undefined,
      )
      const [pool] = pools
      if (pool === undefined) throw new Error('no pool')
      expect(poolStatus(pool.snapshot, Number(pool.snapshot.timestampSec))).toEqual({
        kind: 'oneSideEmpty',
        emptySide: 'both',
      })
      const legs = [{ commitType: CommitType.LongMint, amount: 5n }]
      const outlook = legsOutlook(pool.snapshot, undefined, legs, pool.snapshot.updateIntervalId)
      expect(outlook.adds.longTokens).toBe(5n)
    } finally {
      await bare.stop()
    }
  })
})
