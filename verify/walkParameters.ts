import { WAD } from '../src/protocol/wad'
import type { PoolParameters } from './protocolDeployment'
import type { Random } from './random'

/** The make of a pool for one walk: everything from ordinary to the edge of what can be deployed. */
export function drawParameters(random: Random): PoolParameters {
  const updateIntervalSec = random.pick([60, 300, 3600, random.int(5, 10_000)])
  const frontRunningIntervalSec = random.pick([
    0,
    Math.floor(updateIntervalSec / 5),
    updateIntervalSec,
    random.int(0, updateIntervalSec),
    random.int(updateIntervalSec, 4 * updateIntervalSec),
    8 * updateIntervalSec,
  ])
  const parameters = {
    leverage: random.pick([1, 1, 2, 3, 3, 5, 10, 20]),
    updateIntervalSec,
    frontRunningIntervalSec,
    mintingFeeWad: random.chance(0.2) ? 0n : random.below(WAD / random.pick([10n, 50n, 1000n])),
    burningFeeWad: random.chance(0.2) ? 0n : random.below(WAD / random.pick([11n, 50n, 1000n])),
    changeIntervalWad: random.chance(0.2)
      ? 0n
      : random.below(WAD / random.pick([10n, 200n, 5000n])),
    annualFeeWad: random.chance(0.1) ? 0n : random.below(WAD / random.pick([10n, 50n])),
    secondaryFeeSplitPercent: random.pick([0, 10, 10, random.int(0, 100), 100]),
    settlementDecimals: random.pick([6, 18, 18, random.int(0, 18)]),
    firstPriceWad: random.below(10n ** BigInt(random.int(13, 24))) + 10n ** 12n,
    settlementEthPriceWad: random.pick([0n, WAD, 1500n * WAD, random.below(10n ** 22n)]),
  }
  if (random.chance(0.5)) return parameters
  const sma = {
    numPeriods: random.pick([1, 2, 5, 8, random.int(1, 24), 24]),
    updateIntervalSec: random.pick([
      updateIntervalSec,
      Math.max(1, Math.floor(updateIntervalSec / 2)),
      random.int(1, 3 * updateIntervalSec),
    ]),
  }
  return { ...parameters, sma }
}
