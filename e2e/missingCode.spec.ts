import { marketOf } from '../devnet/marketOf'
import { expect, test } from './fixtures'

/** What the build calls the files that come later. */
const CHARTS = /\/assets\/(HistoryChart|TransferChart|LineChart)-/
const WALLET_DIALOGS = /\/assets\/WalletKit-.*\.js$/

test('charts whose code cannot be fetched say so, the rest of the page works, and they come at a second try', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await page.route(CHARTS, (route) => route.abort())
  await app.openPool(marketOf(devnet, '1-BTC/USD+USDC'))
  const history = page.getByRole('region', { name: 'History' })
  await expect(history.getByText('The chart couldn’t be shown.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Trade' }).getByLabel('Amount')).toBeEditable()
  await history.getByRole('button', { name: 'Table' }).click()
  await expect(history.getByRole('table')).toBeVisible()
  await history.getByRole('button', { name: 'Chart' }).click()
  await page.unroute(CHARTS)
  await history.getByRole('button', { name: 'Try again' }).click()
  await expect(history.locator('.recharts-surface').first()).toBeVisible()
})

test('a wallet dialog whose code cannot be fetched says so, the page works, and it opens at a second try', async ({
  app,
}) => {
  const { page } = app
  await page.route(WALLET_DIALOGS, (route) => route.abort())
  await app.open()
  await expect(page.locator('[data-market]').first()).toBeVisible()
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  await expect(page.getByText('The wallet dialog couldn’t be shown.')).toBeVisible()
  await expect(page.locator('[data-market]').first()).toBeVisible()
  await page.unroute(WALLET_DIALOGS)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('button', { name: /Alice/ })).toBeVisible()
})
