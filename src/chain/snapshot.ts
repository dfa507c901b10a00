import type { Address, Client } from 'viem'
import type { PoolSnapshot } from '../protocol/snapshot'
import { arbSysAbi, multicall3Abi, poolFactoryAbi } from './abi'
import { type PoolAccount, planAccount, toPoolAccount } from './accountReads'
import { readBatch, readOf } from './batch'
import { type DollarPrice, planDollarPrices, toDollarPrices } from './dollarPrices'
import { MalformedResponseError } from './errors'
import type { Network } from './network'
import { planPool } from './planPool'
import type { PoolFacts, PoolRegistry } from './poolRegistry'
import { isPoolIncomplete, type PoolMarket, toPoolState } from './poolState'
import { isPossible } from './possiblePool'

/** The block a snapshot was read at. */
export interface BlockStamp {
  readonly number: bigint
  readonly timestampSec: bigint
}

/** One pool at the snapshot's block; `account` is there when an account was asked for. */
export interface PoolAtBlock {
  readonly facts: PoolFacts
  /** What the exact engine computes from. */
  readonly snapshot: PoolSnapshot
  readonly market: PoolMarket
  readonly account: PoolAccount | undefined
}

/** Every pool, and one account's part in each, all at one block. */
export interface Snapshot {
  readonly block: BlockStamp
  /** `Date.now()` when the answer came: whether the RPC still answers is told by it, not how old the block is. */
  readonly receivedAtMs: number
  /** `Date.now()` when this block was first seen: its age, without trusting the clock's date. */
  readonly blockSeenAtMs: number
  readonly account: Address | undefined
  readonly ethBalanceWei: bigint | undefined
  readonly pools: readonly PoolAtBlock[]
  /** Of the settlement tokens that have a feed. */
  readonly dollarPrices: readonly DollarPrice[]
  /** Pools that did not answer this time. */
  readonly failedPools: readonly Address[]
  /** How many pools the factory has made; more than the registry's means that it is out of date. */
  readonly numPools: number
}

const ARB_SYS: Address = '0x0000000000000000000000000000000000000064'
const ATTEMPTS = 3

/**
 * Reads the state of all pools, and of one account in them, in one request at one block.
 *
 * Which queue entries to ask for depends on the state itself, so it is guessed from the snapshot before this one;
 * a guess that turns out too narrow (and the very first call) costs another request.
 *
 * @throws RPC errors, or `MalformedResponseError` when the block itself cannot be read
 */
export async function getSnapshot(
  client: Client,
  network: Network,
  registry: PoolRegistry,
  account: Address | undefined,
  previous?: Snapshot,
): Promise<Snapshot> {
  let known = previous
  for (let attempt = 1; ; attempt++) {
    const snapshot = await readOnce(client, network, registry, account, known)
    if (attempt === ATTEMPTS || !isIncomplete(snapshot)) return snapshot
    known = snapshot
  }
}

function isIncomplete(snapshot: Snapshot): boolean {
  return snapshot.pools.some(
    ({ snapshot: pool, account }) => isPoolIncomplete(pool) || account?.isIncomplete === true,
  )
}

async function readOnce(
  client: Client,
  network: Network,
  registry: PoolRegistry,
  account: Address | undefined,
  known: Snapshot | undefined,
): Promise<Snapshot> {
  const { multicall3 } = network
  const knownPools = new Map(known?.pools.map((pool) => [pool.facts.address, pool]))
  const isSameAccount = known?.account === account
  const poolPlans = registry.pools.map((facts) => {
    const pool = knownPools.get(facts.address)
    const own = isSameAccount ? pool?.account?.user.unAggregatedCommitments : undefined
    return planPool(facts, pool?.snapshot, own)
  })
  const accountPlans =
    account === undefined
      ? []
      : registry.pools.map((facts) => {
          const part = isSameAccount ? knownPools.get(facts.address)?.account : undefined
          return planAccount(facts, account, part)
        })
  const dollarPlan = planDollarPrices(network.dollarFeeds, registry.pools)
  const answers = await readBatch(client, multicall3, {
    head: {
      timestamp: readOf(multicall3Abi, multicall3, 'getCurrentBlockTimestamp'),
      number:
        network.blockNumberSource === 'arbSys'
          ? readOf(arbSysAbi, ARB_SYS, 'arbBlockNumber')
          : readOf(multicall3Abi, multicall3, 'getBlockNumber'),
      numPools: readOf(poolFactoryAbi, network.poolFactory, 'numPools'),
      ethBalance:
        account === undefined
          ? []
          : [readOf(multicall3Abi, multicall3, 'getEthBalance', [account])],
    },
    dollars: dollarPlan.reads,
    pools: poolPlans.map((plan) => plan.reads),
    accounts: accountPlans.map((plan) => plan.reads),
  })
  const { timestamp, number, numPools } = answers.head
  if (timestamp === undefined || number === undefined || numPools === undefined)
    throw new MalformedResponseError('the block cannot be read')

  const pools: PoolAtBlock[] = []
  const failedPools: Address[] = []
  poolPlans.forEach((plan, index) => {
    const poolAnswers = answers.pools[index]
    const state = poolAnswers && toPoolState(plan, poolAnswers, timestamp)
    if (state === undefined || !isPossible(state.snapshot)) {
      failedPools.push(plan.facts.address)
      return
    }
    const accountPlan = accountPlans[index]
    const accountAnswers = answers.accounts[index]
    const part =
      accountPlan &&
      accountAnswers &&
      toPoolAccount(accountPlan, accountAnswers, state.snapshot.updateIntervalId)
    const executedIntervals = part?.executedIntervals ?? []
    pools.push({
      facts: plan.facts,
      snapshot:
        executedIntervals.length === 0 ? state.snapshot : { ...state.snapshot, executedIntervals },
      market: state.market,
      account: part,
    })
  })
  const receivedAtMs = Date.now()
  return {
    block: { number, timestampSec: timestamp },
    receivedAtMs,
    blockSeenAtMs: receivedAtMs,
    account,
    ethBalanceWei: answers.head.ethBalance[0],
    pools,
    dollarPrices: toDollarPrices(dollarPlan, answers.dollars),
    failedPools,
    numPools: Number(numPools),
  }
}
