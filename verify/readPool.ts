import type { Address } from 'viem'
import { type Quad, quadFromBits } from '../src/protocol/quad'
import type {
  ExecutedInterval,
  OracleSnapshot,
  PoolSnapshot,
  TotalCommitment,
  UserCommitment,
  UserSnapshot,
} from '../src/protocol/snapshot'
import type { Call, Chain } from './chain'
import type { DeployedPool, Deployment } from './protocolDeployment'

/** Reads a whole snapshot, with the given interval ids, straight from the contracts. */
export async function readPool(
  chain: Chain,
  deployment: Deployment,
  at: DeployedPool,
  commitmentIds: readonly bigint[],
  executedIds: readonly bigint[],
): Promise<PoolSnapshot> {
  const pool = (signature: string): Call => ({ to: at.pool, signature })
  const committer = (signature: string): Call => ({ to: at.committer, signature })
  const byId = (signature: string, ids: readonly bigint[]): Call[] =>
    ids.map((id) => ({ to: at.committer, signature, args: [id] }))
  const calls: Call[] = [
    pool('longBalance()'),
    pool('shortBalance()'),
    pool('leverageAmount()'),
    pool('fee()'),
    pool('lastPriceTimestamp()'),
    pool('updateInterval()'),
    pool('frontRunningInterval()'),
    pool('secondaryFeeSplitPercent()'),
    pool('secondaryFeeAddress()'),
    pool('primaryFees()'),
    pool('secondaryFees()'),
    pool('paused()'),
    { to: at.longToken, signature: 'totalSupply()' },
    { to: at.shortToken, signature: 'totalSupply()' },
    committer('updateIntervalId()'),
    committer('mintingFee()'),
    committer('burningFee()'),
    committer('changeInterval()'),
    committer('pendingMintSettlementAmount()'),
    committer('pendingLongBurnPoolTokens()'),
    committer('pendingShortBurnPoolTokens()'),
    committer('paused()'),
    { to: deployment.keeper, signature: 'executionPrice(address)', args: [at.pool] },
  ]
  const fixed = calls.length
  calls.push(...byId('totalPoolCommitments(uint256)', commitmentIds))
  calls.push(...byId('priceHistory(uint256)', executedIds))
  calls.push(...byId('burnFeeHistory(uint256)', executedIds))
  const [words, block, oracle] = await Promise.all([
    chain.read(calls),
    chain.rpc.send<{ timestamp: string }>('eth_getBlockByNumber', ['latest', false]),
    readOracle(chain, at),
  ])
  const word = (i: number) => words[i]?.[0] as bigint
  const quad = (i: number) => quadOf(word(i))
  const commitments = commitmentIds.map((id, i) => amountsOf(words[fixed + i] ?? [], id))
  const history = fixed + commitmentIds.length
  const executedIntervals = executedIds.map((id, i): ExecutedInterval => {
    const [longPrice, shortPrice] = words[history + i] as [bigint, bigint]
    const burnFee = words[history + executedIds.length + i]?.[0] as bigint
    return {
      updateIntervalId: id,
      longPrice: quadOf(longPrice),
      shortPrice: quadOf(shortPrice),
      burnFee: quadOf(burnFee),
    }
  })
  return {
    timestampSec: BigInt(block.timestamp),
    longBalance: word(0),
    shortBalance: word(1),
    leverageAmount: quad(2),
    fee: quad(3),
    lastPriceTimestampSec: word(4),
    updateIntervalSec: word(5),
    frontRunningIntervalSec: word(6),
    secondaryFeeSplitPercent: word(7),
    hasSecondaryFeeAddress: word(8) !== 0n,
    primaryFees: word(9),
    secondaryFees: word(10),
    paused: word(11) !== 0n,
    longTokenSupply: word(12),
    shortTokenSupply: word(13),
    updateIntervalId: word(14),
    mintingFee: quad(15),
    burningFee: quad(16),
    changeInterval: quad(17),
    pendingMintSettlementAmount: word(18),
    pendingLongBurnPoolTokens: word(19),
    pendingShortBurnPoolTokens: word(20),
    committerPaused: word(21) !== 0n,
    executionPriceWad: BigInt.asIntN(256, word(22)),
    totalPoolCommitments: commitments.filter(hasAmount),
    executedIntervals,
    oracle,
  }
}

async function readOracle(chain: Chain, at: DeployedPool): Promise<OracleSnapshot> {
  const spotCall = { to: at.spotWrapper, signature: 'getPrice()' }
  if (at.oracle === at.spotWrapper)
    return { kind: 'spot', priceWad: BigInt.asIntN(256, await chain.readOne(spotCall)) }
  const names = ['periodCount', 'numPeriods', 'lastUpdate', 'updateInterval', 'scaler']
  const [[spot], ...values] = (await chain.read([
    spotCall,
    ...names.map((name) => ({ to: at.oracle, signature: `${name}()` })),
  ])) as [[bigint], ...bigint[][]]
  const [periodCount, numPeriods, lastUpdateSec, updateIntervalSec, scaler] = values.map(
    (words) => words[0] as bigint,
  ) as [bigint, bigint, bigint, bigint, bigint]
  const count = Math.min(Number(periodCount), Number(numPeriods))
  const samples = await chain.read(
    Array.from({ length: count }, (_, i) => ({
      to: at.oracle,
      signature: 'prices(int256)',
      args: [periodCount - BigInt(count - i)],
    })),
  )
  return {
    kind: 'sma',
    prices: samples.map((words) => BigInt.asIntN(256, words[0] as bigint)),
    periodCount,
    numPeriods,
    lastUpdateSec,
    updateIntervalSec,
    scaler,
    spotPrice: BigInt.asIntN(256, spot),
  }
}

/** Reads one user's part; `ids` is how many entries of `unAggregatedCommitments` there are. */
export async function readUser(
  chain: Chain,
  at: DeployedPool,
  user: Address,
  ids: number,
): Promise<UserSnapshot> {
  const [balance, ...list] = await chain.read([
    { to: at.committer, signature: 'userAggregateBalance(address)', args: [user] },
    ...Array.from({ length: ids }, (_, i) => ({
      to: at.committer,
      signature: 'unAggregatedCommitments(address,uint256)',
      args: [user, BigInt(i)],
    })),
  ])
  const unAggregatedCommitments = list.map((words) => words[0] as bigint)
  const keys = [...new Set(unAggregatedCommitments)].sort((a, b) => (a < b ? -1 : 1))
  const commitments = await chain.read(
    keys.map((id) => ({
      to: at.committer,
      signature: 'userCommitments(address,uint256)',
      args: [user, id],
    })),
  )
  return {
    aggregateBalance: balanceOf(balance ?? []),
    unAggregatedCommitments,
    userCommitments: commitments.map((words, i) => amountsOf(words, keys[i] as bigint)),
  }
}

/** `(longTokens, shortTokens, settlementTokens)` as the committer returns them. */
export function balanceOf(words: readonly bigint[]): UserSnapshot['aggregateBalance'] {
  const [longTokens, shortTokens, settlementTokens] = words as [bigint, bigint, bigint]
  return { longTokens, shortTokens, settlementTokens }
}

function amountsOf(words: readonly bigint[], updateIntervalId: bigint): UserCommitment {
  const word = (i: number) => words[i] as bigint
  return {
    updateIntervalId,
    longMintSettlement: word(0),
    longBurnPoolTokens: word(1),
    shortMintSettlement: word(2),
    shortBurnPoolTokens: word(3),
    shortBurnLongMintPoolTokens: word(4),
    longBurnShortMintPoolTokens: word(5),
  }
}

/** Whether anything is queued in an interval. */
export function hasAmount({ updateIntervalId: _, ...amounts }: TotalCommitment): boolean {
  return Object.values(amounts).some((amount) => amount !== 0n)
}

function quadOf(word: bigint): Quad {
  return quadFromBits(word >> 128n)
}
