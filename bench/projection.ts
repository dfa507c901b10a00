import { projectPool } from '../src/protocol/projectPool'
import type { PoolSnapshot } from '../src/protocol/snapshot'
import { Random } from '../verify/random'
import type { Walk } from '../verify/walkState'
import { runWalks } from '../verify/walks'
import { drawPath, drawPool } from './projectionCases'
import { calcPoolStatePreview, previewAmounts, previewInputs } from './sdkPreview'
import { median, percentile95 } from './statistics'

/** One measured figure, printed as `name value unit`. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
}

const UPKEEPS = 8
const SEED = 1

/**
 * Share of upkeeps on the real contracts whose balances and supplies were known before, to the
 * wei: by our projection, and by the published SDK's preview, which is given the true end price
 * and only upkeeps of one interval without a keeper's reward.
 */
export async function measureExactness(walks = 60): Promise<Figure[]> {
  const tally = { cases: 0, ours: 0, sdk: 0 }
  const { failures } = await runWalks({
    seed: SEED,
    walks,
    steps: 30,
    parallel: 2,
    observe: async () => async (walk) => tallyUpkeep(walk, tally),
  })
  for (const failure of failures) console.error(failure)
  const percent = (part: number) => (100 * part) / (tally.cases + failures.length)
  return [
    { name: 'projection-exact', value: percent(tally.ours), unit: '%' },
    { name: 'projection-exact-sdk', value: percent(tally.sdk), unit: '%' },
    { name: 'projection-exact-cases', value: tally.cases + failures.length, unit: 'cases' },
  ]
}

/** At this point the walk has been compared with the contracts, so its pool is theirs. */
async function tallyUpkeep(walk: Walk, tally: { cases: number; ours: number; sdk: number }) {
  const { before, path } = walk.latestPath ?? { path: [] }
  const [step] = path
  if (before === undefined || step === undefined || path.length > 1) return
  if (step.keeperReward !== 0n || walk.pool.updateIntervalId !== before.updateIntervalId + 1n)
    return
  if (before.longTokenSupply === 0n || before.shortTokenSupply === 0n) return
  const truth = amountsOf(walk.pool).join()
  const ours = amountsOf(projectPool(before, path).at(-1)?.pool ?? before).join()
  const endPrice = [{ spotPrice: walk.pool.executionPriceWad }]
  const sdk = previewAmounts(calcPoolStatePreview(previewInputs(before, endPrice))).join()
  tally.cases += 1
  if (ours === truth) tally.ours += 1
  if (sdk === truth) tally.sdk += 1
}

/** The SDK counts queued burns to the supply. */
function amountsOf(pool: PoolSnapshot): readonly bigint[] {
  return [
    pool.longBalance,
    pool.shortBalance,
    pool.longTokenSupply + pool.pendingLongBurnPoolTokens,
    pool.shortTokenSupply + pool.pendingShortBurnPoolTokens,
  ]
}

/** Time of the SDK's preview over ours: eight upkeeps with all kinds of commits in each. */
export function measureSpeed(rounds = 60): Figure[] {
  const random = new Random(SEED)
  const cases = Array.from({ length: 50 }, () => {
    const pool = drawPool(random, UPKEEPS)
    const path = drawPath(random, pool, UPKEEPS)
    return { pool, path, inputs: previewInputs(pool, path) }
  })
  const ours: number[] = []
  const sdk: number[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(millisecondsOf(() => cases.forEach(({ pool, path }) => void projectPool(pool, path))))
    sdk.push(millisecondsOf(() => cases.forEach(({ inputs }) => void calcPoolStatePreview(inputs))))
  }
  // The first rounds are the compiler's.
  const oursMs = median(ours.slice(rounds / 4)) / cases.length
  const sdkMs = median(sdk.slice(rounds / 4)) / cases.length
  return [
    { name: 'projection-speed-ratio', value: sdkMs / oursMs, unit: 'x' },
    { name: 'projection-time', value: oursMs * 1000, unit: 'us' },
    { name: 'projection-time-sdk', value: sdkMs * 1000, unit: 'us' },
  ]
}

/** What moving a price slider costs: 60 prices, 8 upkeeps each, 95th percentile of 400 frames. */
export function measureSlider(frames = 400): Figure[] {
  const random = new Random(SEED)
  const pool = drawPool(random, UPKEEPS)
  const times: number[] = []
  for (let frame = 0; frame < frames + 100; frame++) {
    const shift = BigInt(frame % 7)
    times.push(
      millisecondsOf(() => {
        for (let point = 0n; point < 60n; point++) {
          const spotPrice = (pool.executionPriceWad * (700n + 10n * point + shift)) / 1000n
          projectPool(
            pool,
            Array.from({ length: UPKEEPS }, () => ({ spotPrice })),
          )
        }
      }),
    )
  }
  return [{ name: 'slider-frame', value: percentile95(times.slice(100)), unit: 'ms' }]
}

function millisecondsOf(act: () => void): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

/** All figures of the projection, in the order they are printed. */
export async function measureProjection(): Promise<Figure[]> {
  // The quick ones first: anvil keeps the processor busy for a while after it has ended.
  const quick = [...measureSpeed(), ...measureSlider()]
  return [...(await measureExactness()), ...quick]
}
