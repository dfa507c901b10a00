import type { PoolSnapshot } from '../../../../protocol/snapshot'
import { WAD } from '../../../../protocol/wad'
import type { FlowsModel } from '../../flowsModel'
import { makeUpPool } from '../../replay/makeUpPool'
import { type ReplayStep, replay } from '../../replay/replay'
import { LONG, preparePath, SHORT } from '../poolPath'
import { nextUint32, type RandomState, seedStream } from '../randomStream'
import { simulatedPool } from '../simulatedPool'
import { standardNormal } from '../standardNormal'

const START_SEC = 1_650_000_000
const HOUR_SEC = 3_600

/** One random pool on one random path, by both engines. */
export interface Comparison {
  readonly name: string
  readonly upkeeps: number
  /** Settlement units: what the exact engine has at the end, and how far the double one is from it. */
  readonly sides: readonly { readonly exact: number; readonly difference: number }[]
  /** Token prices at the end: double ÷ exact − 1. */
  readonly prices: readonly number[]
}

/** Draws a pool and a path by its number and runs both engines on them. */
export function compareEngines(
  caseNumber: number,
  upkeeps: number,
  flows: FlowsModel = { kind: 'none' },
): Comparison {
  const state: RandomState = new Int32Array(4)
  seedStream(state, 2_022, caseNumber)
  const uniform = () => nextUint32(state) / 2 ** 32
  const { pool, name } = drawPool(uniform)
  const stepDeviation = (0.1 + 1.9 * uniform()) / Math.sqrt(8_766)
  const returns = Float64Array.from(
    { length: upkeeps },
    () => stepDeviation * standardNormal(nextUint32(state)),
  )
  const exact = runExact(pool, returns, flows)
  const [long, short] = runDouble(pool, returns, flows)
  // Flips change balances, not prices; both start at a token price of one.
  const prices = [
    long / (Number(exact.longTokenPriceWad) / 1e18) - 1,
    short / (Number(exact.shortTokenPriceWad) / 1e18) - 1,
  ]
  const side = (value: number, start: bigint, end: bigint) => ({
    exact: Number(end),
    difference: Math.abs(value * Number(start) - Number(end)),
  })
  return {
    name: `case ${caseNumber}: ${name}`,
    upkeeps,
    sides: [
      side(long, pool.longBalance, exact.longBalance),
      side(short, pool.shortBalance, exact.shortBalance),
    ],
    prices,
  }
}

/** Whether every side is within max(1e-9 · exact, 2 units per upkeep); below a million units only the units count. */
export function isWithinTolerance({ sides, upkeeps }: Comparison): boolean {
  return sides.every(({ exact, difference }) => {
    const units = 2 * upkeeps
    return difference <= (exact < 1e6 ? units : Math.max(1e-9 * exact, units))
  })
}

function drawPool(uniform: () => number): { pool: PoolSnapshot; name: string } {
  const pick = <value>(values: readonly value[]) =>
    values[Math.floor(uniform() * values.length)] as value
  const decimals = pick([6, 8, 18])
  const balance = () => BigInt(Math.floor(10 ** (decimals + 1 + 6 * uniform())))
  const market = {
    leverage: pick([1, 2, 3, 5, 10]),
    smaPeriods: pick([0, 1, 2, 8, 24]),
    sampleIntervalSec: HOUR_SEC * pick([1, 1, 2, 3]),
    updateIntervalSec: HOUR_SEC,
    frontRunningIntervalSec: 300,
    annualFeeWad: pick([0n, WAD / 100n, WAD / 20n]),
    mintingFeeWad: pick([0n, WAD / 200n]),
    burningFeeWad: pick([0n, WAD / 200n]),
    longBalance: balance(),
    shortBalance: balance(),
  }
  const pool = makeUpPool(market, START_SEC, 1_500n * WAD)
  const keeper = {
    gasPriceWei: pick([0n, 10n ** 6n]),
    settlementEthPriceWad: 1_500n * WAD,
    settlementTokenDecimals: BigInt(decimals),
  }
  const name = `${market.leverage}x, SMA ${market.smaPeriods}, ${decimals} decimals`
  return { pool: { ...pool, keeper }, name }
}

function runExact(pool: PoolSnapshot, returns: Float64Array, flows: FlowsModel): ReplayStep {
  let price = 1
  const pricesWad = [1_500n * WAD]
  for (const value of returns) {
    price *= Math.exp(value)
    pricesWad.push(BigInt(Math.round(price * 1_500e18)))
  }
  const path = { startSec: START_SEC, stepSec: HOUR_SEC, pricesWad }
  const { keeper } = pool
  let last: ReplayStep | undefined
  for (const step of replay({ pool, path, flows, ...(keeper && { keeper }) })) last = step
  if (last === undefined) throw new Error('no upkeep')
  return last
}

function runDouble(
  pool: PoolSnapshot,
  returns: Float64Array,
  flows: FlowsModel,
): [long: number, short: number] {
  const values: [number, number] = [1, 1]
  const hedge = { side: 'long', annualCarry: 0, adjustEvery: 1 } as const
  const terms = { pool: simulatedPool(pool), flows, hedge }
  preparePath(terms, Int32Array.of(returns.length), (_, record) => {
    values[0] = record[LONG] as number
    values[1] = record[SHORT] as number
  })(returns)
  return values
}
