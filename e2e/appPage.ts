import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { DeployedMarket } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import type { WalletController } from '../devnet/wallet/devnetProvider'
import { addressOf } from './addressOf'
import { connectedStorage } from './connectedStorage'
import { environment } from './environment'
import { WALLET_RPC_PATH } from './serveApp'

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
  /** Comes as someone who has connected at an earlier visit: with the first page that is opened, or by a reload. */
  returnAs(person: string): Promise<void>
  /** Connects through the dialog, by clicking, as a person would; where connecting is what a test is about. */
  connect(person: string): Promise<void>
  /** What a person would do inside the wallet. */
  wallet(person: string, method: MethodName, ...args: readonly unknown[]): Promise<void>
  /** How often this load of the page has asked a person's wallet to send; perhaps the person has not answered yet. */
  askedToSend(person: string): Promise<number>
  /** How often a wallet has sent something, over all loads of the page. */
  sendRequests(): number
  /** What the page's Content-Security-Policy has refused; a test that means it takes it out. */
  readonly violations: string[]
}

/**
 * The app on a page that has not been opened yet, with the devnet's wallets in the browser.
 *
 * @param url Where the app is served
 * @param violations What is noted of the page's policy
 */
export async function createAppPage(
  page: Page,
  devnet: Devnet,
  url: string,
  violations: string[],
): Promise<AppPage> {
  let sends = 0
  page.on('request', (request) => {
    if (request.postData()?.includes('"eth_sendTransaction"')) sends += 1
  })
  await announceWallets(page, devnet)
  const account = page.getByRole('button', { name: /^Account 0x/ })
  let hasReturned = false
  const goTo = async (route: string) => {
    await page.goto(`${url}#${route}`)
    if (hasReturned) await expect(account).toBeVisible()
    // Someone may leave later.
    hasReturned = false
  }
  return {
    page,
    open: (route = '/') => goTo(route),
    async openPool(market) {
      await goTo(`/pool/${market.pool}`)
      await expect(page.getByRole('heading', { name: market.name })).toBeVisible()
    },
    async returnAs(person) {
      const items = connectedStorage(person, addressOf(devnet, person), devnet.deployment.chainId)
      if (page.url() === 'about:blank') {
        hasReturned = true
        await page.addInitScript(storeOnce, items)
      } else {
        await page.evaluate(storeOnce, items)
        await page.reload()
        await expect(account).toBeVisible()
      }
    },
    async connect(person) {
      await page.getByRole('banner').getByRole('button', { name: 'Connect wallet' }).click()
      await page.getByRole('button', { name: new RegExp(person) }).click()
      await expect(account).toBeVisible()
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
    askedToSend: (person) =>
      page.evaluate((name) => {
        const { devnetWallets } = window as unknown as {
          devnetWallets: Record<string, Pick<WalletController, 'requests'>>
        }
        const requests = devnetWallets[name]?.requests ?? []
        return requests.filter(({ method }) => method === 'eth_sendTransaction').length
      }, person),
    sendRequests: () => sends,
    violations,
  }
}

/** Puts items into the browser's storage, at the first load of a tab alone: what a test does with them later holds. */
function storeOnce(items: Readonly<Record<string, string>>): void {
  if (sessionStorage.getItem('has-returned') !== null) return
  sessionStorage.setItem('has-returned', 'yes')
  for (const [key, value] of Object.entries(items)) localStorage.setItem(key, value)
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
