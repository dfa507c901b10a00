import { describe, expect, it } from 'vitest'
import { seedFromEnvironment } from '../../verify/random'
import { compareStateHelper, deployStateHelper, type HelperCounts } from '../../verify/stateHelper'
import { runWalks } from '../../verify/walks'

const WALKS = Math.ceil(Number(process.env.VERIFY_WALKS ?? 200) / 10)
const seed = seedFromEnvironment()

describe(`PoolStateHelper.getExpectedState, VERIFY_SEED=${seed}`, () => {
  it('differs from the upkeep only where docs/exactness.md says so', {
    timeout: 300_000,
  }, async () => {
    const counts: HelperCounts = {}
    const { failures } = await runWalks({
      seed,
      walks: WALKS,
      steps: 30,
      parallel: 2,
      observe: async (chain, deployment) => {
        const helper = await deployStateHelper(chain, deployment)
        return (walk) => compareStateHelper(walk, helper, counts)
      },
    })
    console.info(`VERIFY_SEED=${seed}`, counts)
    expect(failures).toEqual([])
    expect(counts.equal ?? 0).toBeGreaterThan(WALKS)
  })
})
