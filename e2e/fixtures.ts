import { test as base, expect } from '@playwright/test'
import { type Devnet, startDevnet } from '../devnet/devnet'
import type { DevnetOptions } from '../devnet/devnetOptions'
import type { Pace } from '../devnet/live'
import { type AppPage, createAppPage } from './appPage'
import { type BuildName, buildFolder } from './builds'
import { rememberState } from './rememberState'
import { SECONDARY_DEVNET } from './secondaryDevnet'
import { type ServedApp, serveApp } from './serveApp'
import { watchViolations } from './violations'

/** A node keeps few old states, and after other tests none of before: a late RPC has these to answer from. */
const READABLE_BLOCKS = 5

/** A devnet of a worker, and how to bring it back to where its tests begin. */
interface Chain {
  readonly devnet: Devnet
  reset(): Promise<void>
}

interface WorkerFixtures {
  chain: Chain
}

interface TestOptions {
  /** What happens on its own; `still`: nothing, and blocks come with transactions alone. */
  pace: Pace | 'still'
  build: BuildName
}

interface TestFixtures {
  /** The worker's devnet, as it was before any test. */
  devnet: Devnet
  served: ServedApp
  app: AppPage
}

/**
 * Tests whose workers each have a devnet started with these options. Every test finds it as if it were the first.
 *
 * @param prepare What else happens there before the first test
 */
export function testOn(options: DevnetOptions, prepare?: (devnet: Devnet) => Promise<void>) {
  return base.extend<TestFixtures & TestOptions, WorkerFixtures>({
    pace: [{}, { option: true }],
    build: ['neutral', { option: true }],
    chain: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
      async ({}, use) => {
        const devnet = await startDevnet(options)
        await devnet.pause()
        await prepare?.(devnet)
        await use({ devnet, reset: await rememberState(devnet) })
        await devnet.stop()
      },
      // On a busy machine a devnet with Balancer and farms has taken more than a minute.
      { scope: 'worker', timeout: 120_000 },
    ],
    devnet: async ({ chain, pace }, use) => {
      await chain.reset()
      if (pace !== 'still') {
        await chain.devnet.client.mine({ blocks: READABLE_BLOCKS })
        await chain.devnet.resume(pace)
      }
      await use(chain.devnet)
      await chain.devnet.pause()
    },
    served: async ({ chain, build }, use) => {
      const { rpcUrl, deployment } = chain.devnet
      const served = await serveApp(buildFolder(build), rpcUrl, {
        ethereumUrl: deployment.ethereum?.rpcUrl,
      })
      await use(served)
      await served.stop()
    },
    app: async ({ page, devnet, served }, use) => {
      const problems: string[] = []
      page.on('pageerror', (error) => problems.push(error.message))
      const violations = await watchViolations(page)
      await use(await createAppPage(page, devnet, served.url, violations))
      // What a test's RPC is still answering ends with it.
      if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' })
      expect(problems).toEqual([])
      expect(violations).toEqual([])
    },
  })
}

/** On a fresh, funded devnet whose prices only move when they are told to. */
export const test = testOn({ pastSec: 0, walk: false })

/** On one with some hours behind it. */
export const livedTest = testOn({ pastSec: 3 * 3_600, walk: false })

/** On one with Ethereum and the bridge beside it, and with a factory of an earlier version. */
export const bridgedTest = testOn({ pastSec: 0, walk: false, ethereum: true, deprecated: true })

/** On one with Balancer and farms: the same for all files, since each set of options costs a devnet and a browser. */
export const secondaryTest = testOn(SECONDARY_DEVNET)

export type { AppPage } from './appPage'
export { expect }
