import { type Address, type Client, createClient, custom, getAddress, type Hex, http } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { loadArtifact } from '../../devnet/artifacts'
import { sendAndWait } from '../../devnet/controls'
import type { DeployedMarket } from '../../devnet/deployment'
import type { Devnet } from '../../devnet/devnet'
import { marketOf } from '../../devnet/marketOf'
import { MARKETS } from '../../devnet/markets'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import {
  approveTransaction,
  claimTransaction,
  commitTransaction,
  toWei,
} from '../../devnet/transactions'
import { currentSpotPrice, poolOutlook } from '../analytics/outlook'
import { pendingIntervals } from '../analytics/pendingIntervals'
import { CommitType } from '../protocol/commitType'
import { mintingOrBurningFee } from '../protocol/poolSwapLibrary'
import { projectPool } from '../protocol/projectPool'
import { SnapshotError } from '../protocol/protocolError'
import { queuedBeyondHorizon } from '../protocol/queuedBeyondHorizon'
import type { PoolSnapshot, TotalCommitment } from '../protocol/snapshot'
import { MalformedResponseError } from './errors'
import { type Network, resolveNetwork } from './network'
import type { PoolAtBlock } from './poolAtBlock'
import { getPoolRegistry, type PoolRegistry } from './poolRegistry'
import { getSnapshot, type Snapshot } from './snapshot'

const alice = accountAddress('Alice')
const nobody = getAddress('0x00000000000000000000000000000000000000f1')

let devnet: Devnet
let network: Network
let registry: PoolRegistry
let client: Client
let undo: Hex
/** One for each request that the app's client makes. */
const methods: string[] = []

beforeAll(async () => {
  devnet = await startQuietDevnet()
  const { rpcUrl, deployment } = devnet
  const { poolFactory } = deployment.contracts
  network = resolveNetwork({ chainId: deployment.chainId, rpcUrls: [rpcUrl], poolFactory })
  const inner = createClient({ transport: http(rpcUrl, { retryCount: 0 }) })
  const request = (asked: { method: string }) => {
    methods.push(asked.method)
    return inner.request(asked as never)
  }
  client = createClient({ transport: custom({ request }, { retryCount: 0 }) })
  registry = await getPoolRegistry(client, network)
  await fillQueues()
}, 30_000)
afterAll(() => devnet.stop())
beforeEach(async () => {
  undo = await devnet.client.snapshot()
})
afterEach(() => devnet.client.revert({ id: undo }))

/** Whole tokens as the market's smallest unit. */
function wei(market: DeployedMarket, amount: number): bigint {
  return toWei(amount, devnet.deployment.tokens[market.settlementSymbol].decimals)
}

async function commit(
  from: Address,
  market: DeployedMarket,
  type: CommitType,
  amount: number,
  fromEscrow = false,
): Promise<void> {
  const amountWei = wei(market, amount)
  await sendAndWait(devnet.client, commitTransaction({ from, market, type, amountWei, fromEscrow }))
}

/** In every market: both mints and a burn of Alice's and others', and flips both ways. */
async function fillQueues(): Promise<void> {
  for (const market of devnet.deployment.markets) {
    await sendAndWait(devnet.client, approveTransaction(alice, market))
    await commit(alice, market, CommitType.LongMint, 100)
    await commit(alice, market, CommitType.ShortMint, 50)
    await commit(accountAddress('Dora'), market, CommitType.LongBurn, 30, true)
    await commit(accountAddress('Emil'), market, CommitType.ShortBurn, 20, true)
    await commit(accountAddress('Gustav'), market, CommitType.LongBurnShortMint, 10, true)
    await commit(accountAddress('Gustav'), market, CommitType.ShortBurnLongMint, 5, true)
  }
}

/** Refreshes as the app does, and counts the requests. */
async function refreshFor(account: Address | undefined) {
  methods.length = 0
  const snapshot = await getSnapshot(client, network, registry, account)
  return { snapshot, requests: [...methods] }
}

const refresh = () => refreshFor(alice)

function poolIn(snapshot: Snapshot, market: DeployedMarket): PoolAtBlock {
  const pool = snapshot.pools.find(({ facts }) => facts.address === market.pool)
  if (pool === undefined) throw new Error(`${market.name} is not in the snapshot`)
  return pool
}

/** A contract of the package, read with its own ABI at one block. */
function contractAt(name: string, address: Address, blockNumber: bigint) {
  const { abi } = loadArtifact(name, devnet.deployment.contracts.poolSwapLibrary)
  return <T>(functionName: string, ...args: unknown[]): Promise<T> =>
    devnet.client.readContract({ abi, address, functionName, args, blockNumber }) as Promise<T>
}

function sum(
  queue: readonly TotalCommitment[],
  fields: readonly (keyof TotalCommitment)[],
): bigint {
  return queue.reduce(
    (total, commitment) => fields.reduce((part, field) => part + commitment[field], total),
    0n,
  )
}

/** The queue holds everything that the committer says is pending. */
function expectCompleteQueue({ snapshot }: PoolAtBlock): void {
  const queue = snapshot.totalPoolCommitments
  expect(sum(queue, ['longMintSettlement', 'shortMintSettlement'])).toBe(
    snapshot.pendingMintSettlementAmount,
  )
  expect(sum(queue, ['longBurnPoolTokens', 'longBurnShortMintPoolTokens'])).toBe(
    snapshot.pendingLongBurnPoolTokens,
  )
  expect(sum(queue, ['shortBurnPoolTokens', 'shortBurnLongMintPoolTokens'])).toBe(
    snapshot.pendingShortBurnPoolTokens,
  )
}

describe('a snapshot', () => {
  it('carries the block it was read at, and how many pools there are', async () => {
    const { snapshot } = await refresh()
    const block = await devnet.client.getBlock()
    expect(snapshot.block).toEqual({ number: block.number, timestampSec: block.timestamp })
    expect([snapshot.numPools, snapshot.failedPools]).toEqual([MARKETS.length, []])
    expect(snapshot.account).toBe(alice)
    expect(snapshot.ethBalanceWei).toBe(await devnet.client.getBalance({ address: alice }))
    expect(snapshot.pools.map(({ facts }) => facts)).toEqual(registry.pools)
  })

  it.each(MARKETS)('of $name is what its contracts say at that block', async ({ name }) => {
    const market = marketOf(devnet, name)
    const { snapshot } = await refresh()
    const { snapshot: pool, market: extra } = poolIn(snapshot, market)
    const at = snapshot.block.number
    const direct = contractAt('LeveragedPool', market.pool, at)
    const committer = contractAt('PoolCommitter', market.committer, at)
    const keeper = contractAt('PoolKeeper', devnet.deployment.contracts.poolKeeper, at)
    const supply = (token: Address) => contractAt('PoolToken', token, at)<bigint>('totalSupply')
    const bits = async (value: Promise<Hex>) => BigInt(await value)
    const secondaryFeeAddress = await direct<Address>('secondaryFeeAddress')
    const ethOracle = await direct<Address>('settlementEthOracle')

    expect(pool).toMatchObject({
      timestampSec: snapshot.block.timestampSec,
      longBalance: await direct('longBalance'),
      shortBalance: await direct('shortBalance'),
      leverageAmount: await bits(direct('leverageAmount')),
      fee: await bits(direct('fee')),
      lastPriceTimestampSec: await direct('lastPriceTimestamp'),
      updateIntervalSec: BigInt(await direct<number>('updateInterval')),
      frontRunningIntervalSec: BigInt(await direct<number>('frontRunningInterval')),
      secondaryFeeSplitPercent: await direct('secondaryFeeSplitPercent'),
      hasSecondaryFeeAddress: true,
      primaryFees: await direct('primaryFees'),
      secondaryFees: await direct('secondaryFees'),
      paused: false,
      longTokenSupply: await supply(market.longToken),
      shortTokenSupply: await supply(market.shortToken),
      updateIntervalId: await committer('updateIntervalId'),
      mintingFee: await bits(committer('mintingFee')),
      burningFee: await bits(committer('burningFee')),
      changeInterval: await bits(committer('changeInterval')),
      pendingMintSettlementAmount: await committer('pendingMintSettlementAmount'),
      pendingLongBurnPoolTokens: await committer('pendingLongBurnPoolTokens'),
      pendingShortBurnPoolTokens: await committer('pendingShortBurnPoolTokens'),
      committerPaused: false,
      executionPriceWad: await keeper('executionPrice', market.pool),
      keeper: {
        gasPriceWei: await keeper('gasPrice'),
        settlementEthPriceWad: await contractAt(
          'ChainlinkOracleWrapper',
          ethOracle,
          at,
        )('getPrice'),
        settlementTokenDecimals: BigInt(devnet.deployment.tokens[market.settlementSymbol].decimals),
      },
    })
    expect(extra.secondaryFeeAddress).toBe(secondaryFeeAddress)
    expect(extra.oraclePriceWad).toBe(await direct('getOraclePrice'))
    expect(pool.pendingLongBurnPoolTokens).toBeGreaterThan(0n)

    expectCompleteQueue(poolIn(snapshot, market))
    for (const { updateIntervalId, ...amounts } of pool.totalPoolCommitments) {
      const [longMint, longBurn, shortMint, shortBurn, toLong, toShort] = await committer<bigint[]>(
        'totalPoolCommitments',
        updateIntervalId,
      )
      expect(amounts).toEqual({
        longMintSettlement: longMint,
        longBurnPoolTokens: longBurn,
        shortMintSettlement: shortMint,
        shortBurnPoolTokens: shortBurn,
        shortBurnLongMintPoolTokens: toLong,
        longBurnShortMintPoolTokens: toShort,
      })
    }
  })

  it.each(MARKETS)('has the samples of $name’s oracle, oldest first', async (spec) => {
    const market = marketOf(devnet, spec.name)
    const { snapshot } = await refresh()
    const { snapshot: pool, market: extra } = poolIn(snapshot, market)
    const at = snapshot.block.number
    const { oracle } = pool
    expect(oracle.kind).toBe(spec.oracle.kind)
    const wrapper = contractAt('SMAOracle', market.oracleWrapper, at)
    if (oracle.kind === 'spot') {
      expect(oracle.priceWad).toBe(await wrapper('getPrice'))
      expect(extra.spotPriceWad).toBe(oracle.priceWad)
      return
    }
    if (oracle.kind !== 'sma') throw new Error('no average')
    expect(oracle.periodCount).toBe(await wrapper('periodCount'))
    expect(oracle.numPeriods).toBe(await wrapper('numPeriods'))
    expect(oracle.lastUpdateSec).toBe(await wrapper('lastUpdate'))
    expect(oracle.updateIntervalSec).toBe(await wrapper('updateInterval'))
    const stored = oracle.periodCount < oracle.numPeriods ? oracle.periodCount : oracle.numPeriods
    const first = oracle.periodCount - stored
    const samples = Array.from({ length: Number(stored) }, (_, n) =>
      wrapper<bigint>('prices', first + BigInt(n)),
    )
    expect(oracle.prices).toEqual(await Promise.all(samples))
    expect(oracle.prices.every((price) => price > 0n)).toBe(true)
    const average = oracle.prices.reduce((total, price) => total + price, 0n) / stored
    expect(extra.oraclePriceWad).toBe(average)
    expect(extra.spotPriceWad).toBe(oracle.spotPrice * oracle.scaler)
  })

  it.each(MARKETS)('has the account’s part in $name, the queue included', async ({ name }) => {
    const market = marketOf(devnet, name)
    const { snapshot } = await refresh()
    const { account, snapshot: pool } = poolIn(snapshot, market)
    if (account === undefined) throw new Error('no account')
    const at = snapshot.block.number
    const committer = contractAt('PoolCommitter', market.committer, at)
    const balance = (token: Address) => contractAt('PoolToken', token, at)('balanceOf', alice)
    const settlement = contractAt('PoolToken', market.settlementToken, at)
    expect(account).toMatchObject({
      settlementBalance: await balance(market.settlementToken),
      settlementAllowance: await settlement('allowance', alice, market.pool),
      longBalance: await balance(market.longToken),
      shortBalance: await balance(market.shortToken),
      escrow: await committer('getAggregateBalance', alice),
    })
    expect(account.user.userCommitments).toHaveLength(1)
    const [commitment] = account.user.userCommitments
    const { mintingFeeWad } = MARKETS.find((spec) => spec.name === name) ?? { mintingFeeWad: 0n }
    const kept = 1 - Number(mintingFeeWad) / 1e18
    expect(Number(commitment?.longMintSettlement) / Number(wei(market, 100 * kept))).toBeCloseTo(
      1,
      6,
    )
    expect(Number(commitment?.shortMintSettlement) / Number(wei(market, 50 * kept))).toBeCloseTo(
      1,
      6,
    )
    expect(account.user.unAggregatedCommitments).toEqual([commitment?.updateIntervalId])
    expect(commitment?.updateIntervalId).toBeGreaterThanOrEqual(pool.updateIntervalId)
    expect(pool.executedIntervals).toEqual([])
  })
})

describe('a refresh', () => {
  it('is one eth_call for all pools and an account with pending commits', async () => {
    const first = await refresh()
    expect(first.requests).toEqual(['eth_call'])
    let previous = first.snapshot
    for (let round = 0; round < 3; round++) {
      await devnet.client.mine({ blocks: 1 })
      const { snapshot, requests } = await refresh()
      expect(requests).toEqual(['eth_call'])
      expect(snapshot.block.number).toBe(previous.block.number + 1n)
      expect(snapshot.pools.map(({ account }) => account?.user.userCommitments.length)).toEqual(
        MARKETS.map(() => 1),
      )
      previous = snapshot
    }
  })

  it('is one eth_call without an account, and reads none', async () => {
    const { snapshot, requests } = await refreshFor(undefined)
    expect(requests).toEqual(['eth_call'])
    expect([snapshot.account, snapshot.ethBalanceWei]).toEqual([undefined, undefined])
    expect(snapshot.pools.every(({ account }) => account === undefined)).toBe(true)
  })

  it('is one eth_call for an account that has nothing', async () => {
    const { snapshot, requests } = await refreshFor(nobody)
    expect(requests).toEqual(['eth_call'])
    for (const { account } of snapshot.pools) {
      expect(account).toMatchObject({ settlementBalance: 0n, longBalance: 0n, shortBalance: 0n })
      expect(account?.user.unAggregatedCommitments).toEqual([])
    }
  })

  it('finds a new commit at once, in the same one request', async () => {
    const market = marketOf(devnet, '3-BTC/USD+USDC')
    await refresh()
    await devnet.increaseTime(60)
    await commit(alice, market, CommitType.LongMint, 7)
    const { snapshot, requests } = await refresh()
    expect(requests).toEqual(['eth_call'])
    const { account } = poolIn(snapshot, market)
    expect(account?.user.userCommitments).toHaveLength(2)
    expect((await refresh()).requests).toEqual(['eth_call'])
  })

  it('does not take one account’s part for another’s', async () => {
    const { snapshot: ofAlice } = await refresh()
    const { snapshot: ofNobody } = await refreshFor(nobody)
    for (const { account } of ofNobody.pools) {
      expect(account?.settlementBalance).toBe(0n)
      expect(account?.user.userCommitments).toEqual([])
    }
    const { snapshot: again } = await refresh()
    expect(again.pools.map(({ account }) => account)).toEqual(
      ofAlice.pools.map(({ account }) => account),
    )
  })
})

describe('after an upkeep', () => {
  it('it is still one eth_call, the queue moves on, and the commit comes into escrow', async () => {
    const market = marketOf(devnet, '1-BTC/USD+USDC')
    const { snapshot: before } = await refresh()
    expect(poolIn(before, market).account?.escrow.longTokens).toBe(0n)
    await devnet.increaseTime(60)
    await devnet.upkeep([market.pool])
    const { snapshot, requests } = await refresh()
    expect(requests).toEqual(['eth_call'])
    const pool = poolIn(snapshot, market)
    const { updateIntervalId } = poolIn(before, market).snapshot
    expect(pool.snapshot.updateIntervalId).toBe(updateIntervalId + 1n)
    expectCompleteQueue(pool)
    expect(pool.snapshot.pendingMintSettlementAmount).toBe(0n)
    expect(pool.snapshot.totalPoolCommitments).toEqual([])

    const committer = contractAt('PoolCommitter', market.committer, snapshot.block.number)
    expect(pool.account?.escrow).toEqual(await committer('getAggregateBalance', alice))
    expect(pool.account?.escrow.longTokens).toBeGreaterThan(0n)
    // What is stored has not changed: no one has touched the account since.
    expect(pool.account?.user.aggregateBalance.longTokens).toBe(0n)
    expect(pool.account?.user.unAggregatedCommitments).toEqual([updateIntervalId])
    const [longPrice, shortPrice] = await committer<[Hex, Hex]>('priceHistory', updateIntervalId)
    expect(pool.snapshot.executedIntervals).toEqual([
      {
        updateIntervalId,
        longPrice: BigInt(longPrice),
        shortPrice: BigInt(shortPrice),
        burnFee: BigInt(await committer<Hex>('burnFeeHistory', updateIntervalId)),
      },
    ])
  })

  it('and a claim, the tokens are in the wallet and the escrow is empty', async () => {
    const market = marketOf(devnet, '5-ETH/USD+BAL')
    await devnet.increaseTime(120)
    await devnet.upkeep([market.pool])
    const { snapshot: before } = await refresh()
    const { escrow } = poolIn(before, market).account ?? {}
    if (escrow === undefined) throw new Error('no account')
    await sendAndWait(devnet.client, claimTransaction(alice, market))
    const { snapshot } = await refresh()
    const { account } = poolIn(snapshot, market)
    expect(account).toMatchObject({
      longBalance: escrow.longTokens,
      shortBalance: escrow.shortTokens,
      escrow: { longTokens: 0n, shortTokens: 0n, settlementTokens: 0n },
    })
    expect(account?.user.unAggregatedCommitments).toEqual([])
    expect(escrow.longTokens).toBeGreaterThan(0n)
  })

  it('and many more, it is complete again, in one eth_call', async () => {
    const { snapshot: before } = await refresh()
    const late = marketOf(devnet, '3-BTC/USD+USDC')
    for (let upkeeps = 0; upkeeps < 12; upkeeps++) {
      await devnet.increaseTime(60)
      await devnet.upkeep([late.pool, marketOf(devnet, '1-BTC/USD+USDC').pool])
    }
    await commit(alice, late, CommitType.ShortMint, 3)
    const { snapshot, requests } = await refresh()
    expect(requests).toEqual(['eth_call'])
    for (const pool of snapshot.pools) {
      expectCompleteQueue(pool)
    }
    const { snapshot: pool } = poolIn(snapshot, late)
    expect(pool.updateIntervalId).toBe(poolIn(before, late).snapshot.updateIntervalId + 12n)
    expect(pool.oracle.kind === 'sma' && pool.oracle.prices).toHaveLength(6)
    expect((await refresh()).requests).toEqual(['eth_call'])
  })

  it('that caught up fifteen intervals at once, it is complete', async () => {
    const late = marketOf(devnet, '3-BTC/USD+USDC')
    const { snapshot: before } = await refresh()
    await devnet.increaseTime(20 * 60)
    await devnet.upkeep([late.pool])
    const { snapshot } = await refresh()
    const pool = poolIn(snapshot, late)
    expect(pool.snapshot.updateIntervalId).toBe(
      poolIn(before, late).snapshot.updateIntervalId + 15n,
    )
    expectCompleteQueue(pool)
  })
})

describe('a pool whose keeper is late', () => {
  // A commit made now goes to the current interval, far beyond the ones that a punctual pool can have.
  it('shows the commits of intervals far ahead', async () => {
    const market = marketOf(devnet, '3-BTC/USD+USDC')
    await refresh()
    await devnet.increaseTime(20 * 60)
    await commit(alice, market, CommitType.LongMint, 7)
    const { snapshot } = await refresh()
    expectCompleteQueue(poolIn(snapshot, market))
  })

  it('shows the account its own commits anyway', async () => {
    const market = marketOf(devnet, '3-BTC/USD+USDC')
    await refresh()
    await devnet.increaseTime(20 * 60)
    await commit(alice, market, CommitType.LongMint, 7)
    const { snapshot } = await refresh()
    const { account, snapshot: pool } = poolIn(snapshot, market)
    const ids = account?.user.userCommitments.map(({ updateIntervalId }) => updateIntervalId)
    expect(ids).toHaveLength(2)
    expect(ids?.[1]).toBeGreaterThan(pool.updateIntervalId + 20n)
  })
})

describe('a pool that no one has upkept for longer than its queue is read', () => {
  const INTERVALS = 2_500n

  it('shows what is queued now, and an account its own whenever it comes back', async () => {
    const market = marketOf(devnet, '3-BTC/USD+USDC')
    await devnet.increaseTime(Number(INTERVALS) * 60)
    await commit(alice, market, CommitType.LongMint, 7)
    const { snapshot } = await refresh()
    expectCompleteQueue(poolIn(snapshot, market))

    await devnet.increaseTime(100 * 60)
    const { snapshot: later } = await refresh()
    const pool = poolIn(later, market)
    expectCompleteQueue(pool)
    expect(pool.account?.user.unAggregatedCommitments).toHaveLength(2)
    expect((await refresh()).requests).toEqual(['eth_call'])
  })

  it('has exact next rebalances also for someone who cannot know all that others have queued', async () => {
    const market = marketOf(devnet, '3-BTC/USD+USDC')
    await devnet.increaseTime(Number(INTERVALS) * 60)
    const bob = accountAddress('Bob')
    await sendAndWait(devnet.client, approveTransaction(bob, market))
    await commit(bob, market, CommitType.LongMint, 7)
    await devnet.increaseTime(100 * 60)
    const { snapshot } = await refresh()
    expect(snapshot.failedPools).toEqual([])
    const { snapshot: pool, account } = poolIn(snapshot, market)
    const { mintingFee } = pool
    expect(queuedBeyondHorizon(pool)).toEqual({
      pendingMintSettlementAmount: wei(market, 7) - mintingOrBurningFee(mintingFee, wei(market, 7)),
      pendingLongBurnPoolTokens: 0n,
      pendingShortBurnPoolTokens: 0n,
    })
    const { upkeeps } = poolOutlook(pool, currentSpotPrice(pool), 1)
    await devnet.upkeep([market.pool])
    const { snapshot: after } = await refresh()
    // All but the balances, of which the keeper's reward is a part that depends on gas.
    const exact = (state: PoolSnapshot | undefined) =>
      state && [
        state.updateIntervalId,
        state.lastPriceTimestampSec,
        state.longTokenSupply,
        state.shortTokenSupply,
        state.primaryFees,
        state.secondaryFees,
        state.mintingFee,
        queuedBeyondHorizon(state),
      ]
    expect(exact(upkeeps[0]?.pool)).toEqual(exact(poolIn(after, market).snapshot))
    expect(upkeeps[0]?.pool.longTokenSupply).not.toBe(pool.longTokenSupply)
    // As far as the queue is known, and not one further.
    const farther = Array.from({ length: 67 }, () => ({ spotPrice: currentSpotPrice(pool) }))
    expect(projectPool(pool, farther.slice(1)).at(-1)?.status).toBe('done')
    expect(() => projectPool(pool, farther)).toThrow(SnapshotError)
    if (account === undefined) throw new Error('the account was not read')
    const [interval] = pendingIntervals(pool, account.user)
    expect(interval?.amounts).toEqual(account.user.userCommitments[0])
    const escrow = poolIn(after, market).account?.escrow
    expect(interval?.total).toMatchObject({
      longTokens: (escrow?.longTokens ?? 0n) - account.escrow.longTokens,
      shortTokens: (escrow?.shortTokens ?? 0n) - account.escrow.shortTokens,
    })
  })
})

describe('an account with commits in many intervals', () => {
  /** One commit per hour: with a front-running interval of 8 h they all wait at once. */
  async function commitEachHour(market: DeployedMarket, times: number): Promise<void> {
    for (let hour = 0; hour < times; hour++) {
      await commit(alice, market, CommitType.LongMint, 1)
      await devnet.increaseTime(3_600)
      await devnet.upkeep([market.pool])
    }
  }

  it('is complete when it gains one at a time', async () => {
    const market = marketOf(devnet, '3-ETH/USD+USDC')
    let { snapshot } = await refresh()
    for (let hour = 0; hour < 7; hour++) {
      await commitEachHour(market, 1)
      snapshot = (await refresh()).snapshot
    }
    expect(poolIn(snapshot, market).account?.user.userCommitments).toHaveLength(7)
  })

  it('is complete in its first snapshot', async () => {
    const market = marketOf(devnet, '3-ETH/USD+USDC')
    await commitEachHour(market, 7)
    const { snapshot } = await refresh()
    expect(poolIn(snapshot, market).account?.user.userCommitments).toHaveLength(7)
  })
})

describe('what does not answer', () => {
  it('is left out when it is a pool, and the others are as they were', async () => {
    const market = marketOf(devnet, '1-ETH/USD+USDC')
    const { snapshot: before } = await refresh()
    await devnet.client.setCode({ address: market.committer, bytecode: '0x' })
    const { snapshot, requests } = await refresh()
    expect(snapshot.failedPools).toEqual([market.pool])
    expect(snapshot.pools).toHaveLength(MARKETS.length - 1)
    expect(requests).toEqual(['eth_call'])
    const healthy = marketOf(devnet, '1-BTC/USD+USDC')
    expect(poolIn(snapshot, healthy).snapshot.longBalance).toBe(
      poolIn(before, healthy).snapshot.longBalance,
    )
  })

  it('is undefined when it is a feed’s date or the ETH price, which a pool can do without', async () => {
    const { address } = devnet.deployment.feeds['ETH/BAL']
    await devnet.client.setCode({ address, bytecode: '0x' })
    const { snapshot } = await refresh()
    const { snapshot: pool } = poolIn(snapshot, marketOf(devnet, '5-ETH/USD+BAL'))
    expect(pool.keeper).toBeUndefined()
    expect(snapshot.failedPools).toEqual([])
  })

  it('is a MalformedResponseError when it is the factory', async () => {
    const elsewhere = { ...network, poolFactory: nobody }
    await expect(getSnapshot(client, elsewhere, registry, undefined)).rejects.toThrow(
      MalformedResponseError,
    )
  })

  it('is a MalformedResponseError when it is Arbitrum’s block number on another chain', async () => {
    const arbitrum = { ...network, blockNumberSource: 'arbSys' } as const
    await expect(getSnapshot(client, arbitrum, registry, undefined)).rejects.toThrow(
      MalformedResponseError,
    )
  })
})
