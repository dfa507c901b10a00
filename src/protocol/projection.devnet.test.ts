import { describe, expect, it } from 'vitest'
import { seedFromEnvironment } from '../../verify/random'
import { runWalks } from '../../verify/walks'

const WALKS = Number(process.env.VERIFY_WALKS ?? 200)
const seed = seedFromEnvironment()

describe(`whole histories on the real contracts, VERIFY_SEED=${seed}`, () => {
  it(`agree with the projection in ${WALKS} random walks of 30 steps`, {
    timeout: 600_000,
  }, async () => {
    console.info(`VERIFY_SEED=${seed} VERIFY_WALKS=${WALKS}`)
    const { failures, counts } = await runWalks({ seed, walks: WALKS, steps: 30, parallel: 2 })
    expect(failures).toEqual([])
    // A walk that never gets anywhere would agree too.
    for (const type of [0, 1, 2, 3, 4, 5])
      expect(counts[`commit ${type} from escrow`] ?? 0).toBeGreaterThan(0)
    for (const kind of ['claim', 'upkeep of 1 interval', 'upkeep of 2 to 14', 'upkeep of 15'])
      expect(counts[kind] ?? 0).toBeGreaterThan(0)
  })
})
