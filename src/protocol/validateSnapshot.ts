import { MAX_PERIODS } from './bounds'
import { MAX_INT256, MAX_UINT256, MIN_INT256 } from './checkedMath'
import { MAX_BURNING_FEE, MAX_CHANGE_INTERVAL, MAX_MINTING_FEE } from './poolCommitter'
import { SnapshotError } from './protocolError'
import { POSITIVE_INFINITY, type Quad } from './quad'
import { queuedBeyondHorizon } from './queuedBeyondHorizon'
import type {
  CommitmentAmounts,
  OracleSnapshot,
  PoolSnapshot,
  TotalCommitment,
  UserSnapshot,
} from './snapshot'

const UINTS = [
  'timestampSec',
  'longBalance',
  'shortBalance',
  'lastPriceTimestampSec',
  'updateIntervalSec',
  'frontRunningIntervalSec',
  'secondaryFeeSplitPercent',
  'primaryFees',
  'secondaryFees',
  'longTokenSupply',
  'shortTokenSupply',
  'updateIntervalId',
  'pendingMintSettlementAmount',
  'pendingLongBurnPoolTokens',
  'pendingShortBurnPoolTokens',
] as const satisfies readonly (keyof PoolSnapshot)[]

const AMOUNTS = [
  'longMintSettlement',
  'longBurnPoolTokens',
  'shortMintSettlement',
  'shortBurnPoolTokens',
  'shortBurnLongMintPoolTokens',
  'longBurnShortMintPoolTokens',
] as const satisfies readonly (keyof CommitmentAmounts)[]

/**
 * Refuses a snapshot that no contract can be in, or in which something is missing.
 *
 * @throws SnapshotError with the name of the first offending field
 */
export function validateSnapshot(pool: PoolSnapshot): void {
  for (const field of UINTS) requireUint(field, pool[field])
  if (pool.updateIntervalSec === 0n) throw new SnapshotError('updateIntervalSec', 'is zero')
  if (pool.updateIntervalId === 0n) throw new SnapshotError('updateIntervalId', 'is zero')
  if (pool.timestampSec < pool.lastPriceTimestampSec)
    throw new SnapshotError('timestampSec', 'lies before the last upkeep')
  if (pool.secondaryFeeSplitPercent > 100n)
    throw new SnapshotError('secondaryFeeSplitPercent', 'is above 100')
  requireRate('leverageAmount', pool.leverageAmount, POSITIVE_INFINITY)
  if (pool.leverageAmount === 0n) throw new SnapshotError('leverageAmount', 'is zero')
  requireRate('fee', pool.fee, MAX_MINTING_FEE)
  requireRate('mintingFee', pool.mintingFee, MAX_MINTING_FEE)
  requireRate('burningFee', pool.burningFee, MAX_BURNING_FEE)
  requireRate('changeInterval', pool.changeInterval, MAX_CHANGE_INTERVAL)
  requireInt('executionPriceWad', pool.executionPriceWad)
  validateOracle(pool.oracle)
  validateCommitments(pool)
}

/**
 * Refuses a user's part in which a queued id has no commitment, or an executed one no prices.
 *
 * @throws SnapshotError with the name of the first offending field
 */
export function validateUser(pool: PoolSnapshot, user: UserSnapshot): void {
  for (const field of ['longTokens', 'shortTokens', 'settlementTokens'] as const)
    requireUint(`aggregateBalance.${field}`, user.aggregateBalance[field])
  const known = new Set(user.userCommitments.map((commitment) => commitment.updateIntervalId))
  const executed = new Set(pool.executedIntervals.map((interval) => interval.updateIntervalId))
  for (const id of user.unAggregatedCommitments) {
    if (!known.has(id)) throw new SnapshotError('userCommitments', `interval ${id} is missing`)
    if (id < pool.updateIntervalId && !executed.has(id))
      throw new SnapshotError('executedIntervals', `interval ${id} is missing`)
  }
  for (const commitment of user.userCommitments)
    for (const field of AMOUNTS) requireUint(`userCommitments.${field}`, commitment[field])
}

function validateOracle(oracle: OracleSnapshot): void {
  if (oracle.kind === 'unavailable') return
  if (oracle.kind === 'spot') {
    requireInt('oracle.priceWad', oracle.priceWad)
    return
  }
  requireUint('oracle.periodCount', oracle.periodCount)
  requireUint('oracle.lastUpdateSec', oracle.lastUpdateSec)
  requireUint('oracle.updateIntervalSec', oracle.updateIntervalSec)
  requireInt('oracle.spotPrice', oracle.spotPrice)
  requireInt('oracle.scaler', oracle.scaler)
  if (oracle.scaler < 1n) throw new SnapshotError('oracle.scaler', 'is below one')
  if (oracle.updateIntervalSec === 0n)
    throw new SnapshotError('oracle.updateIntervalSec', 'is zero')
  requireUint('oracle.numPeriods', oracle.numPeriods)
  if (oracle.numPeriods < 1n || oracle.numPeriods > MAX_PERIODS)
    throw new SnapshotError('oracle.numPeriods', `${oracle.numPeriods} is not 1 to ${MAX_PERIODS}`)
  const count = Math.min(Number(oracle.periodCount), Number(oracle.numPeriods))
  if (oracle.prices.length !== count)
    throw new SnapshotError('oracle.prices', `${oracle.prices.length} samples instead of ${count}`)
  for (const price of oracle.prices) requireInt('oracle.prices', price)
}

/** With the names that an error gives them: made once, as this is asked of each queued interval at each block. */
const QUEUE_AMOUNTS = AMOUNTS.map((field) => [field, `totalPoolCommitments.${field}`] as const)

/**
 * The contract keeps sums of what is queued: they prove that no interval has been left out, or, of a queue that is said to
 * be read in part, that nothing has been made up.
 */
function validateCommitments(pool: PoolSnapshot): void {
  let last: TotalCommitment | undefined
  for (const commitment of pool.totalPoolCommitments) {
    for (const [field, name] of QUEUE_AMOUNTS) requireUint(name, commitment[field])
    if (commitment.updateIntervalId < pool.updateIntervalId)
      throw new SnapshotError('totalPoolCommitments', 'holds an interval that has been executed')
    if (last !== undefined && commitment.updateIntervalId <= last.updateIntervalId)
      throw new SnapshotError('totalPoolCommitments', 'is not ascending')
    last = commitment
  }
  for (const [field, amount] of Object.entries(queuedBeyondHorizon(pool)))
    if (pool.queueReadBelow === undefined ? amount !== 0n : amount < 0n)
      throw new SnapshotError('totalPoolCommitments', `differs from ${field} by ${amount}`)
}

function requireUint(field: string, value: bigint): void {
  if (typeof value !== 'bigint' || value < 0n || value > MAX_UINT256)
    throw new SnapshotError(field, `${String(value)} is not a uint256`)
}

function requireInt(field: string, value: bigint): void {
  if (typeof value !== 'bigint' || value < MIN_INT256 || value > MAX_INT256)
    throw new SnapshotError(field, `${String(value)} is not an int256`)
}

/** Positive Quads compare as their bits do. */
function requireRate(field: string, value: Quad, max: Quad): void {
  if (typeof value !== 'bigint' || value < 0n || value > max || value >= POSITIVE_INFINITY)
    throw new SnapshotError(field, `${String(value)} is out of range`)
}
