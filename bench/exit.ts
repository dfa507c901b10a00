import { EXIT_PLANS, type ExitHolding, exitOutcome } from '../src/analytics/exit/exitOutcome'
import { movedSpotPrice, OutlookError } from '../src/analytics/outlook'
import { EXIT_MOVES, planTable } from '../src/features/exit/planTable'
import type { PoolSnapshot } from '../src/protocol/snapshot'
import { SAMPLE_POOL } from '../src/protocol/testing/samplePool'
import { NO_USER } from '../src/protocol/userBalance'
import { WAD } from '../src/protocol/wad'
import type { Figure } from './projection'

const HOUR = 3_600n
const DAYS_LATE = 40n
const OLD = SAMPLE_POOL.executionPriceWad
const NEW = (OLD * 12n) / 10n

/** A 3x pool with an hourly upkeep and an SMA of eight hours, 40 days behind, its feed 20% above the old average. */
const STALLED: PoolSnapshot = {
  ...SAMPLE_POOL,
  updateIntervalSec: HOUR,
  frontRunningIntervalSec: 8n * HOUR,
  timestampSec: SAMPLE_POOL.lastPriceTimestampSec + DAYS_LATE * 24n * HOUR,
  oracle: {
    kind: 'sma',
    prices: Array.from({ length: 8 }, () => OLD),
    periodCount: 8n,
    numPeriods: 8n,
    lastUpdateSec: SAMPLE_POOL.lastPriceTimestampSec,
    updateIntervalSec: HOUR,
    scaler: 1n,
    spotPrice: NEW,
  },
}
const HOLDING: ExitHolding = { user: NO_USER, longInWallet: 100n * WAD, shortInWallet: 0n }

/** What the plan that the exit page offers pays, against the best of all plans at the price that came, and its transactions. */
export function measureExit(): Figure[] {
  const startedMs = performance.now()
  const steps = planTable(STALLED, HOLDING)
  let next = steps.next()
  let longestMs = 0
  while (!next.done) {
    const stepMs = performance.now()
    next = steps.next()
    longestMs = Math.max(longestMs, performance.now() - stepMs)
  }
  const tookMs = performance.now() - startedMs
  const table = next.value
  if (table instanceof OutlookError) throw table
  const { best: offered } = table
  const figures = EXIT_MOVES.map((move): Figure => {
    const spot = movedSpotPrice(STALLED, move)
    const outcomes = EXIT_PLANS.map((plan) => exitOutcome(plan, STALLED, HOLDING, spot))
    const own = exitOutcome(offered, STALLED, HOLDING, spot)
    const most = outcomes.reduce((a, b) => (b.settlement > a.settlement ? b : a)).settlement
    const value = Number((own.settlement * 1_000_000n) / most) / 10_000
    return { name: `exit-40-days-at-${move / 100}%`, value, unit: '% of the best plan' }
  })
  const { transactions } = exitOutcome(offered, STALLED, HOLDING, movedSpotPrice(STALLED, 0))
  return [
    ...figures,
    { name: 'exit-40-days-transactions', value: transactions, unit: 'transactions' },
    { name: 'exit-40-days-computing', value: tookMs, unit: 'ms' },
    { name: 'exit-40-days-longest-step', value: longestMs, unit: 'ms' },
  ]
}
