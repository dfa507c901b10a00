import { createRequire } from 'node:module'
import type { Abi, Address, Hex } from 'viem'
import { currentSpotPrice } from '../src/analytics/outlook'
import { performUpkeepSinglePool } from '../src/protocol/poolKeeper'
import { ProtocolError } from '../src/protocol/protocolError'
import type { PoolSnapshot } from '../src/protocol/snapshot'
import type { Chain } from './chain'
import { deploy } from './deploy'
import type { Deployment } from './protocolDeployment'
import type { Walk } from './walkState'

/** How often the helper agrees with what an upkeep does, and why not. */
export type HelperCounts = Record<string, number>

const HELPER = '@tracer-protocol/pool-state-helper/types/factories/PoolStateHelper__factory.js'
const LIBRARY = 'contracts/libraries/PoolSwapLibrary.sol:PoolSwapLibrary'

interface Factory {
  readonly abi: Abi
  linkBytecode(libraries: Record<string, string>): Hex
}

/** Deploys the published `PoolStateHelper` on the library of a deployment. */
export function deployStateHelper(chain: Chain, deployment: Deployment): Promise<Address> {
  const module = createRequire(import.meta.url)(HELPER) as { PoolStateHelper__factory: Factory }
  const { abi, linkBytecode } = module.PoolStateHelper__factory
  const bytecode = linkBytecode({ [LIBRARY]: deployment.library })
  const artifact = { name: 'PoolStateHelper', abi, bytecode }
  return deploy(chain.rpc, deployment.owner, artifact)
}

/**
 * Compares `getExpectedState` with the mirror, at the price of the moment for each period.
 *
 * @throws Error when they differ for a reason that is not known
 */
export async function compareStateHelper(
  walk: Walk,
  helper: Address,
  counts: HelperCounts,
): Promise<void> {
  const { chain, at } = walk
  const period = { to: helper, signature: 'fullCommitPeriod(address)', args: [at.pool] }
  const periods = Number(await chain.readOne(period))
  for (let n = 1; n <= Math.min(periods, 4); n++) {
    const call = {
      to: helper,
      signature: 'getExpectedState(address,uint256)',
      args: [at.pool, BigInt(n)],
    }
    const actual = await chain.outcomeOf(walk.deployment.owner, call)
    const states = project(walk.pool, n)
    const expected = states === undefined ? 'no upkeep' : encodeState(walk.pool, states)
    const reasons = knownDifferences(walk.pool, n, states)
    if (actual !== expected && reasons.length === 0)
      throw new Error(`getExpectedState(${n}): ${actual} but the upkeep does ${expected}`)
    const kind = actual === expected ? 'equal' : `differ: ${reasons.join(', ')}`
    counts[kind] = (counts[kind] ?? 0) + 1
  }
}

/** The states after punctual upkeeps without reward; undefined when one of them fails. */
function project(before: PoolSnapshot, periods: number): PoolSnapshot[] | undefined {
  const states: PoolSnapshot[] = []
  let pool = before
  try {
    for (let i = 0; i < periods; i++) {
      const timestampSec = pool.lastPriceTimestampSec + pool.updateIntervalSec
      const upkeep = performUpkeepSinglePool(pool, {
        timestampSec,
        spotPrice: currentSpotPrice(before),
      })
      if (upkeep.status !== 'done') return undefined
      pool = upkeep.pool
      states.push(pool)
    }
  } catch (error) {
    if (error instanceof ProtocolError) return undefined
    throw error
  }
  return states
}

/** As the helper returns it: mints executed, pending burns, supplies and balances, price. */
function encodeState(before: PoolSnapshot, states: readonly PoolSnapshot[]): string {
  const after = states.at(-1) as PoolSnapshot
  const words = [
    before.pendingMintSettlementAmount - after.pendingMintSettlementAmount,
    after.pendingShortBurnPoolTokens,
    after.pendingLongBurnPoolTokens,
    after.longTokenSupply,
    after.longBalance,
    after.shortTokenSupply,
    after.shortBalance,
    after.executionPriceWad,
  ]
  return `ok:0x${words.map((x) => BigInt.asUintN(256, x).toString(16).padStart(64, '0')).join('')}`
}

/** Where the helper is known to part from the upkeep. */
function knownDifferences(
  pool: PoolSnapshot,
  periods: number,
  states: readonly PoolSnapshot[] | undefined,
): string[] {
  const reasons: string[] = []
  const { oracle } = pool
  if (states === undefined) reasons.push('the upkeep fails')
  // Between two prices of which one is not above zero the contract moves nothing.
  if (currentSpotPrice(pool) <= 0n || pool.executionPriceWad <= 0n)
    reasons.push('price not above zero')
  if (oracle.kind === 'sma') {
    const dueSec = oracle.lastUpdateSec + oracle.updateIntervalSec
    const firstSec = pool.lastPriceTimestampSec + pool.updateIntervalSec
    const missed = firstSec < dueSec || oracle.updateIntervalSec > pool.updateIntervalSec
    if (missed) reasons.push('SMA takes no sample at some upkeep')
    if (oracle.numPeriods === 1n) reasons.push('SMA of one period')
    if (periods > 1 && oracle.periodCount < oracle.numPeriods) reasons.push('SMA ramping up')
  }
  const hasLaterFlips = pool.totalPoolCommitments.some(
    (c) =>
      c.updateIntervalId > pool.updateIntervalId &&
      c.longBurnShortMintPoolTokens + c.shortBurnLongMintPoolTokens > 0n,
  )
  if (periods > 1 && hasLaterFlips && pool.changeInterval > 0n) reasons.push('minting fee moves')
  return reasons
}
