import type { Page } from '@playwright/test'
import { parseUnits } from 'viem'
import { sendAndWait } from '../devnet/controls'
import { marketOf } from '../devnet/marketOf'
import { approveTransaction, commitTransaction } from '../devnet/transactions'
import { CommitType } from '../src/protocol/commitType'
import { addressOf } from './addressOf'
import { createAppPage } from './appPage'
import { passUpkeeps } from './chainState'
import { expect, test } from './fixtures'

test.use({ pace: { keeper: false } })

/** Notes the browser's notifications, and lets the test say that the tab is in the background. */
async function noteNotifications(page: Page) {
  await page.addInitScript(() => {
    const noted: string[] = []
    class Noted {
      static permission = 'default'
      static async requestPermission() {
        Noted.permission = 'granted'
        return 'granted'
      }
      constructor(text: string) {
        noted.push(text)
      }
    }
    let isHidden = false
    Object.defineProperty(document, 'hidden', { get: () => isHidden })
    Object.assign(window, {
      noted,
      Notification: Noted,
      hide: () => {
        Noted.permission = 'granted'
        isHidden = true
      },
    })
  })
}

const notedIn = (page: Page) =>
  page.evaluate(() => (window as unknown as { noted: string[] }).noted)
const hide = (page: Page) => page.evaluate(() => (window as unknown as { hide: () => void }).hide())

test('alerts are off; switched on, an execution is told once over two tabs, and a late keeper once', async ({
  app,
  devnet,
}) => {
  // A tab in the background reads the chain once a minute.
  test.setTimeout(180_000)
  const { page } = app
  const market = marketOf(devnet, '3-BTC/USD+USDC')
  const alice = addressOf(devnet, 'Alice')
  await sendAndWait(devnet.client, approveTransaction(alice, market))
  const order = {
    from: alice,
    market,
    type: CommitType.LongMint,
    amountWei: parseUnits('100', 6),
  }
  await sendAndWait(devnet.client, commitTransaction(order))
  await noteNotifications(page)
  await app.returnAs('Alice')
  await app.open('/portfolio')
  const alerts = page.getByRole('region', { name: 'Alerts' })
  await alerts.getByText('Off', { exact: true }).click()
  await alerts.getByLabel('Your commit executed').check()
  await alerts.getByLabel('A rebalance is overdue in a pool you hold').check()
  await alerts.getByLabel(/^Also show browser notifications/).check()
  await expect(alerts.getByText('2 on')).toBeVisible()

  const other = await page.context().newPage()
  await noteNotifications(other)
  const second = await createAppPage(other, devnet, page.url().replace(/#.*/, ''), [])
  await second.returnAs('Alice')
  await second.open('/')
  for (const tab of [page, other]) await hide(tab)
  for (let upkeep = 0; upkeep < 4; upkeep++) await passUpkeeps(devnet, market)
  const told = async () => [...(await notedIn(page)), ...(await notedIn(other))]
  await expect.poll(told, { timeout: 75_000 }).toEqual([`Order executed in ${market.name}.`])
  await other.close()

  await devnet.increaseTime(5 * market.updateIntervalSec)
  await devnet.client.mine({ blocks: 1 })
  const notice = page.getByText(`The rebalance of ${market.name} is overdue.`)
  await expect(notice).toHaveCount(1, { timeout: 45_000 })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Portfolio' })).toBeVisible()
  await devnet.client.mine({ blocks: 1 })
  await expect(page.getByText('Profit and loss:').first()).toBeVisible()
  await expect(notice).toHaveCount(0)
})
