import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import type { Address } from 'viem'
import type { DeployedMarket } from '../devnet/deployment'
import { type Devnet, startDevnet } from '../devnet/devnet'
import type { DevnetOptions } from '../devnet/devnetOptions'
import type { WalletController } from '../devnet/wallet/devnetProvider'
import { type ServedApp, serveApp, WALLET_RPC_PATH } from './serveApp'
import { watchViolations } from './violations'

type MethodName = {
  [name in keyof WalletController]: WalletController[name] extends (...args: never[]) => void
    ? name
    : never
}[keyof WalletController]

/** The app in a browser, and the person in front of it. */
export interface AppPage {
  readonly page: Page
  open(route?: string): Promise<void>
  openPool(market: DeployedMarket): Promise<void>
  /** Connects through the dialog, by clicking, as a person would. */
  connect(person: string): Promise<void>
  /** What a person would do inside the wallet. */
  wallet(person: string, method: MethodName, ...args: readonly unknown[]): Promise<void>
  /** How often the wallet was asked to send, over all loads of the page. */
  sendRequests(): number
  /** What the page's Content-Security-Policy has refused; a test that means it takes it out. */
  readonly violations: string[]
}

interface WorkerFixtures {
  devnet: Devnet
  served: ServedApp
}

interface TestFixtures {
  app: AppPage
}

/**
 * Tests whose workers each have a devnet started with these options.
 *
 * @param build The variable that names the folder of the built app
 */
export function testOn(options: DevnetOptions, build: 'E2E_APP' | 'E2E_APP_ETHEREUM' = 'E2E_APP') {
  return base.extend<TestFixtures, WorkerFixtures>({
    devnet: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
      async ({}, use) => {
        const devnet = await startDevnet(options)
        await use(devnet)
        await devnet.stop()
      },
      { scope: 'worker', timeout: 60_000 },
    ],
    served: [
      async ({ devnet }, use) => {
        const ethereumUrl = devnet.deployment.ethereum?.rpcUrl
        const served = await serveApp(environment(build), devnet.rpcUrl, { ethereumUrl })
        await use(served)
        await served.stop()
      },
      { scope: 'worker' },
    ],
    app: async ({ page, devnet, served }, use) => {
      let sends = 0
      page.on('request', (request) => {
        if (request.postData()?.includes('"eth_sendTransaction"')) sends += 1
      })
      const problems: string[] = []
      page.on('pageerror', (error) => problems.push(error.message))
      const violations = await watchViolations(page)
      await announceWallets(page, devnet)
      await use({
        page,
        open: async (route = '/') => {
          await page.goto(`${served.url}#${route}`)
        },
        async openPool(market) {
          await page.goto(`${served.url}#/pool/${market.pool}`)
          await expect(page.getByRole('heading', { name: market.name })).toBeVisible()
        },
        async connect(person) {
          await page.getByRole('banner').getByRole('button', { name: 'Connect wallet' }).click()
          await page.getByRole('button', { name: new RegExp(person) }).click()
          await expect(page.getByRole('button', { name: /^Account 0x/ })).toBeVisible()
        },
        async wallet(person, method, ...args) {
          await page.evaluate(
            ([name, called, values]) => {
              const { devnetWallets } = window as unknown as {
                devnetWallets: Record<string, Record<string, (...args: unknown[]) => void>>
              }
              devnetWallets[name]?.[called]?.(...values)
            },
            [person, method, args] as const,
          )
        },
        sendRequests: () => sends,
        violations,
      })
      // What a test's RPC is still answering ends with it.
      if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' })
      expect(problems).toEqual([])
      expect(violations).toEqual([])
    },
  })
}

/** Tests on a fresh, funded devnet whose prices only move when they are told to. */
export const test = testOn({ pastSec: 0, walk: false })

export { expect }

export function environment(name: string): string {
  const value = process.env[name]
  if (value === undefined)
    throw new Error(`${name} is not set: run the browser tests with npm run test:browser`)
  return value
}

/** Announces the devnet's wallets to the page through EIP-6963, as a browser extension would. */
async function announceWallets(page: Page, { deployment }: Devnet): Promise<void> {
  const { chainId, accounts } = deployment
  const people = accounts
    .filter(({ role }) => role === 'person')
    .map(({ name, address }) => ({ name, address }))
  const code = readFileSync(join(environment('E2E_WALLET'), 'wallet.js'), 'utf8')
  const options = JSON.stringify({ rpcUrl: WALLET_RPC_PATH, chainId, accounts: people })
  await page.addInitScript({
    content: `${code};window.devnetWallets = DevnetWallets.announceDevnetWallets(${options})`,
  })
}

/** A person's address. */
export function addressOf(devnet: Devnet, person: string): Address {
  const account = devnet.deployment.accounts.find(({ name }) => name === person)
  if (account === undefined) throw new Error(`The devnet knows no ${person}`)
  return account.address
}
