import { marketOf } from '../devnet/marketOf'
import { expect, livedTest as test } from './fixtures'
import { expectAccessible } from './looks'

const SETTINGS = 'Settings'

test('a replay is in its link, and every rebalance shows its arithmetic', async ({ app }) => {
  const { page } = app
  await app.open('/lab?path=chop&leverage=5&length=2+d')
  const results = page.getByRole('region', { name: 'Results' }).first()
  await expect(results.getByText('Rebalances')).toBeVisible({ timeout: 20_000 })
  await expect(results.getByText('48', { exact: true })).toBeVisible()
  const end = await results.getByRole('row', { name: /^Long/ }).textContent()
  await page.getByRole('button', { name: 'Show the arithmetic of rebalance 7' }).click()
  const arithmetic = page.getByRole('region', { name: 'Rebalance 7, line by line' })
  await expect(arithmetic).toBeFocused()
  await expect(arithmetic.getByRole('row', { name: /^poolMultiplier/ })).toContainText('0.')
  await expectAccessible(page)
  // What is changed is in the link, and a reload finds the same.
  await page.getByLabel('Leverage').fill('2')
  await expect(page).toHaveURL(/leverage=2/)
  await expect(results.getByRole('row', { name: /^Long/ })).not.toHaveText(end ?? '')
  const changed = await results.getByRole('row', { name: /^Long/ }).textContent()
  await page.reload()
  await expect(results.getByRole('row', { name: /^Long/ })).toHaveText(changed ?? '')
})

test('what no replay can be made of is told at its field, and nothing typed is lost', async ({
  app,
}) => {
  const { page } = app
  await app.open('/lab?leverage=0&length=3+years')
  const settings = page.getByRole('region', { name: SETTINGS })
  await expect(settings.getByText('Enter 1 to 100.')).toBeVisible()
  await expect(settings.getByLabel('Leverage')).toHaveValue('0')
  await settings.getByLabel('Leverage').fill('3')
  await expect(settings.getByText(/^Enter a time with its unit/)).toBeVisible()
  await settings.getByLabel('Length').fill('1 d')
  await settings.getByLabel('Path', { exact: true }).selectOption('Your CSV file')
  const hours = [1, 2, 3, 4, 5, 7].map((hour) => `${1_700_000_000 + hour * 3_600},${100 + hour}`)
  await settings.getByLabel(/^Price file/).setInputFiles({
    name: 'prices.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`timestamp,close\n${hours.join('\n')}\nnonsense,5\n1700030000,-3\n`),
  })
  await expect(settings.getByText(/^6 prices from/)).toBeVisible()
  await expect(settings.getByText('Line 8: not a time (“nonsense”).')).toBeVisible()
  await expect(settings.getByText(/^Line 9: zero or negative/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Results' }).first()).toContainText('Rebalances6')
})

test('a simulation is the same for the same link, can be stopped, and survives a dead worker', async ({
  app,
}) => {
  const { page } = app
  // The first worker says nothing; its replacement is a real one.
  await page.addInitScript(() => {
    const Real = window.Worker
    let isFirst = true
    window.Worker = class extends Real {
      override postMessage(...args: [never]): void {
        if (!isFirst) super.postMessage(...args)
        else {
          isFirst = false
          setTimeout(() => this.onerror?.(new ErrorEvent('error')), 100)
        }
      }
    }
  })
  await app.open('/lab/simulate?paths=300&length=10+d&seed=7')
  const table = page.getByRole('region', { name: 'Outcomes at the end (est.)' }).first()
  const long = table.getByRole('row', { name: /^Long/ })
  await expect(long).toContainText('%', { timeout: 30_000 })
  const first = await long.textContent()
  await expect(
    page.getByText(/^The simulation stopped responding and was started again/),
  ).toBeVisible()
  await page.getByLabel('Seed').fill('8')
  await expect(page.getByText(/The settings changed. Run the simulation again.$/)).toBeVisible()
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(long).not.toHaveText(first ?? '')
  await page.getByLabel('Seed').fill('7')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(long).toHaveText(first ?? '')
  await page.getByLabel('Paths', { exact: true }).fill('10000')
  await page.getByLabel('Length').fill('365 d')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText(/^Canceled\./)).toBeVisible()
  await expectAccessible(page)
})

test('the decay names what gives the articles’ 5%, and a strategy opens the ticket filled in', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.open('/lab/decay')
  const claimed = page.getByRole('region', { name: 'The articles’ 5% a year at 3x' }).first()
  await expect(claimed.getByRole('row', { name: /^0 \(immediately even\)/ })).toContainText('31%', {
    timeout: 20_000,
  })
  await expectAccessible(page)
  const market = marketOf(devnet, '3-BTC/USD+USDC')
  await page.getByRole('link', { name: 'Strategies' }).click()
  await page.getByLabel('Pool', { exact: true }).selectOption(market.name)
  await page.getByLabel('Strategy').selectOption('Long straddle')
  await expect(page.getByText('All costs')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Open the ticket' }).click()
  await expect(page).toHaveURL(new RegExp(`/pool/${market.pool}.*action=straddle`, 'i'))
})

test('nothing of the lab is too wide for the smallest phone', async ({ app }) => {
  const { page } = app
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of ['/lab?path=points', '/lab/simulate', '/lab/decay', '/lab/strategies']) {
    await app.open(path)
    await expect(page.getByRole('region', { name: SETTINGS })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  }
})
