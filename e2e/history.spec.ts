import type { Page } from '@playwright/test'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { passUpkeeps } from './chainState'
import { expect, testOn } from './fixtures'
import { RPC_PATH } from './serveApp'

/** With some hours behind it. */
const test = testOn({ pastSec: 3 * 3_600, walk: false, keeper: false })

const historyOf = (page: Page) => page.getByRole('region', { name: 'History' })
const isRead = (page: Page) => historyOf(page).getByText(/^\d+ rebalances\./)

test('the past shows its progress, and after a reload only what is new is asked for', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const windows: number[] = []
  await page.route(`**${RPC_PATH}`, async (route) => {
    const body = route.request().postData() ?? ''
    const from = /"fromBlock":"(0x[0-9a-f]+)"/.exec(body)?.[1]
    if (from !== undefined) {
      windows.push(Number(from))
      await new Promise((resolve) => setTimeout(resolve, 700))
    }
    await route.continue()
  })
  await app.openPool(marketOf(devnet, '1-BTC/USD+USDC'))
  await expect(historyOf(page).getByText(/^Reading the chain’s events, \d+/)).toBeVisible()
  await expect(isRead(page)).toBeVisible({ timeout: 30_000 })
  const read = await isRead(page).textContent()
  const oldest = Math.min(...windows)
  const head = Number(await devnet.client.getBlockNumber())
  expect(head - oldest).toBeGreaterThan(100)

  windows.length = 0
  await page.reload()
  await expect(isRead(page)).toBeVisible({ timeout: 30_000 })
  expect(Math.min(...windows)).toBeGreaterThan(head - 20)
  expect(Number.parseInt((await isRead(page).textContent()) ?? '', 10)).toBeGreaterThanOrEqual(
    Number.parseInt(read ?? '', 10) - 1,
  )
})

test('a reorganisation replaces the newest rebalance on the screen', async ({ app, devnet }) => {
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const { page } = app
  await app.openPool(market)
  await expect(isRead(page)).toBeVisible({ timeout: 30_000 })
  const past = page.getByRole('region', { name: 'Past rebalances', exact: true })
  const newest = past.getByRole('row').nth(1)
  const id = await rpc(devnet, 'evm_snapshot', [])
  await devnet.setPrice('BTC', 98_765)
  await passUpkeeps(devnet, market)
  await expect(newest).toContainText('98,765')

  await rpc(devnet, 'evm_revert', [id])
  await devnet.setPrice('BTC', 95_432)
  await passUpkeeps(devnet, market)
  await expect(newest).toContainText('95,432')
  await expect(past).not.toContainText('98,765')
})

for (const [trouble, script] of [
  [
    'is forbidden',
    () =>
      Object.defineProperty(window, 'indexedDB', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      }),
  ],
  [
    'is full',
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      }
    },
  ],
] as const)
  test(`the past is read also where the browser’s storage ${trouble}`, async ({ app, devnet }) => {
    const { page } = app
    await page.addInitScript(script)
    await app.openPool(marketOf(devnet, '1-BTC/USD+USDC'))
    await expect(isRead(page)).toBeVisible({ timeout: 30_000 })
    expect(Number.parseInt((await isRead(page).textContent()) ?? '', 10)).toBeGreaterThan(100)
  })

function rpc({ client }: Devnet, method: string, params: readonly unknown[]): Promise<unknown> {
  return client.request({ method, params } as never)
}
