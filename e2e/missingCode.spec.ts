import { marketOf } from '../devnet/marketOf'
import { expect, test } from './fixtures'

/** What the build calls the files that come later. */
const CHARTS = /\/assets\/(HistoryChart|TransferChart|LineChart)-/
const LAB = /\/assets\/(LabRoute|DecayView)-.*\.js$/
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

test('a page whose code cannot be fetched says that the download failed, and comes at a second try', async ({
  app,
}) => {
  const { page } = app
  await page.route(LAB, (route) => route.abort())
  await app.open('/lab')
  const problem = page.getByRole('alert').filter({ hasText: 'This page couldn’t be downloaded' })
  await expect(problem).toContainText('Check your connection and try again.')
  await expect(page.getByText('This is a bug in the app')).toBeHidden()
  await page.unroute(LAB)
  await page.route(/\/assets\/DecayView-/, (route) => route.abort())
  await problem.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Lab', exact: true })).toBeVisible()
  // A page of the lab that doesn't come leaves the others as they are.
  await page.getByRole('link', { name: 'Volatility decay' }).click()
  await expect(page.getByText('This page couldn’t be shown.')).toBeVisible()
  await expect(page.getByText('The download failed.')).toBeVisible()
  await page.unroute(/\/assets\/DecayView-/)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Decay on real prices (est.)').first()).toBeVisible()
})
