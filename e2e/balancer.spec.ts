import { marketOf } from '../devnet/marketOf'
import { edition } from '../src/brand/editions/balancer'
import { addressOf } from './addressOf'
import { expect, test } from './fixtures'
import { expectNoLayoutShift, watchShifts } from './layoutShifts'
import { expectAccessibleInAllLooks } from './looks'
import { tabPanel } from './poolTabs'
import { untilCommitted } from './sending'
import { blocksPass } from './shownBlock'

test.use({ build: 'balancer' })

test('its own name, words, colours and links; BAL markets first', async ({ app }) => {
  const { page } = app
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 1600, height: 900 })
  await app.open()
  await expect(page).toHaveTitle(`Markets · ${edition.name}`)
  await expect(page.getByRole('banner').getByText(edition.name)).toBeVisible()
  await expect(page.getByText('You can’t vote with BAL in a pool.')).toBeVisible()
  await expect(page.getByRole('rowgroup').nth(1)).toContainText('Featured')
  await expect(page.locator('[data-market]').first()).toHaveText(/^5-ETH\/USD\+BAL/)
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(49, 55, 63)')
  const width = await page.locator('main').evaluate((element) => element.clientWidth)
  expect(width).toBe(1_320)
  const powered = page.getByRole('contentinfo').getByRole('link', { name: 'Powered by Tracer DAO' })
  await expect(powered).toHaveAttribute('href', /^https:\/\/github\.com\//)
  await expect(page.getByText(edition.legal[0] ?? '')).toBeVisible()
})

test('an order in BAL goes its way', async ({ app, devnet }) => {
  const { page } = app
  await app.returnAs('Alice')
  await app.openPool(marketOf(devnet, '5-ETH/USD+BAL'))
  await page.getByLabel('Amount').fill('10')
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  await untilCommitted(page)
})

test('a market of one’s own settles in BAL unless another token is chosen', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.open('/create')
  const field = page.getByLabel('Settlement token', { exact: true })
  await expect(field).toHaveValue(devnet.deployment.tokens.BAL.address)
  await field.fill('')
  await blocksPass(page, 2)
  await expect(field).toHaveValue('')
})

test('a wallet with nothing is told of BAL, and with nothing of the pools of its free BAL', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Newcomer')
  await app.open('/bridge')
  await expect(page.getByText('This wallet has no BAL or ETH on Devnet.')).toBeVisible()
  const tokens = page
    .getByRole('region', { name: 'Balances on both chains' })
    .getByRole('rowheader')
  await expect(tokens).toHaveText([/^ETH/, /^BAL/, /^USDC/, /^Native USDC/])

  await app.open('/portfolio')
  await expect(page.getByText('No positions yet')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Total' })).toHaveCount(0)
  // Only where there is some.
  await expect(page.getByRole('region', { name: 'veBAL' })).toHaveCount(0)

  await app.wallet('Newcomer', 'switchAccount', addressOf(devnet, 'Carol'))
  const totals = page.getByRole('region', { name: 'Total value' })
  const bal = totals.getByRole('row', { name: /^BAL/ })
  await expect(bal.getByRole('cell').first()).toHaveText(/^20,000\.00\s*≈ \$\d/)
  await expect(totals.getByRole('paragraph').first()).toContainText(/20,000\.00 BAL\s*≈ \$\d/)
})

for (const width of [390, 1440])
  test(`nothing jumps on the list, its welcome included, ${width} px`, async ({ app }) => {
    const { page } = app
    await page.setViewportSize({ width, height: 900 })
    await watchShifts(page)
    await app.open()
    await expect(page.getByRole('link', { name: '5-ETH/USD+BAL', exact: true })).toBeVisible()
    await blocksPass(page, 3)
    await expectNoLayoutShift(page)
  })

test('axe finds nothing on the list with its welcome, in any look', async ({ app }) => {
  const { page } = app
  await app.open()
  await expect(page.getByRole('link', { name: '5-ETH/USD+BAL', exact: true })).toBeVisible()
  await expectAccessibleInAllLooks(page)
})

test('axe finds nothing on a pool’s page with a bad amount, in any look', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Alice')
  await app.openPool(marketOf(devnet, '5-ETH/USD+BAL'))
  await page.getByLabel('Amount').fill('-1')
  await expect(tabPanel(page, 'Sides')).toBeVisible()
  await expectAccessibleInAllLooks(page)
})

for (const name of ['Portfolio', 'Transactions'])
  test(`axe finds nothing on the page “${name}” of someone, in any look`, async ({ app }) => {
    const { page } = app
    await app.returnAs('Alice')
    await app.open(`/${name.toLowerCase()}`)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expectAccessibleInAllLooks(page)
  })
