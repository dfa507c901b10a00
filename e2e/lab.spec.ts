import { readFileSync } from 'node:fs'
import { marketOf } from '../devnet/marketOf'
import { simulate } from '../src/analytics/lab/simulate/simulate'
import { runToEnd } from '../src/analytics/lab/testing/runToEnd'
import { DEFAULT_LAB, type LabForm } from '../src/features/lab/form/labForm'
import { parseMadeUpPool } from '../src/features/lab/form/parsePool'
import { fanCsv } from '../src/features/lab/simulate/fanRows'
import { parseSimulation } from '../src/features/lab/simulate/parseSimulation'
import { expect, livedTest as test } from './fixtures'
import { expectAccessible } from './looks'

const SETTINGS = 'Settings'

/** The CSV of the long token's outcomes over time, in a pool that is made up. */
function simulatedInNode(change: Partial<LabForm>): string {
  const form = { ...DEFAULT_LAB, ...change }
  const made = parseMadeUpPool(form, 0)
  const parsed = made.ok ? parseSimulation(form, made.pool, undefined) : made
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return fanCsv(runToEnd(simulate(parsed.input)).fans.long)
}

test('a replay is in its link, and every rebalance shows its arithmetic', async ({
  app,
  devnet,
}) => {
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
  // Without a move of the pointer before it.
  await page
    .getByRole('region', { name: 'Replay', exact: true })
    .getByRole('application')
    .dispatchEvent('click', { clientX: 0 })
  const first = page.getByRole('heading', { name: 'Rebalance 1, line by line' })
  await expect(first).toBeInViewport()
  // What is changed is in the link, and a reload finds the same.
  await page.getByLabel('Leverage').fill('2')
  await expect(page).toHaveURL(/leverage=2/)
  await expect(results.getByRole('row', { name: /^Long/ })).not.toHaveText(end ?? '')
  const changed = await results.getByRole('row', { name: /^Long/ }).textContent()
  await page.reload()
  await expect(results.getByRole('row', { name: /^Long/ })).toHaveText(changed ?? '')

  await test.step('the past of a pool’s feed: replayed, and its volatility measured', async () => {
    const { pool, updateIntervalSec } = marketOf(devnet, '1-ETH/USD+USDC')
    await app.open(`/lab?path=past&length=1+h&pool=${pool}`)
    await expect(
      // Days are asked for in UTC: whether the feed is older than the first of them depends on the hour.
      page.getByText(/^[\d,]+ rounds from .* to .*\.( The feed has no earlier rounds\.)?$/),
    ).toBeVisible({ timeout: 30_000 })
    await expect(
      results.getByText(String(3_600 / updateIntervalSec), { exact: true }),
    ).toBeVisible()
    await page.getByRole('link', { name: 'Simulate', exact: true }).click()
    const measured = page.getByText(/^Measured on the loaded prices: volatility [\d.]+% ± [\d.]+%/)
    await expect(measured).toBeVisible({ timeout: 30_000 })
    const [, volatility = ''] =
      /volatility ([\d.]+)% ±/.exec((await measured.textContent()) ?? '') ?? []
    await page.getByRole('button', { name: 'Use this volatility' }).click()
    await expect(page.getByLabel('Volatility per year')).toHaveValue(volatility)
    // The walk of the devnet's ETH has 100% a year; an hour or three of it leave some 10%.
    expect(Number(volatility)).toBeGreaterThan(50)
    expect(Number(volatility)).toBeLessThan(150)
  })

  await test.step('a feed without prices says so', async () => {
    const { feed, pool } = marketOf(devnet, '1-BTC/USD+USDC')
    await devnet.client.setCode({
      address: devnet.deployment.feeds[feed].address,
      bytecode: '0x60006000fd',
    })
    await app.open(`/lab/simulate?path=past&pool=${pool}`)
    await expect(page.getByText('The feed’s past couldn’t be loaded.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  })
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
  await settings.getByText('Comparison', { exact: true }).click()
  await settings.getByLabel('Maintenance margin').fill('50')
  await expect(settings.getByText(/^Enter less than the initial margin \(33\.33%\)/)).toBeVisible()
  await settings.getByLabel('Maintenance margin').fill('0.5')
  await expect(page.getByRole('region', { name: 'Results' }).first()).toContainText('Rebalances6')
})

test('a simulation is the same for the same link and as in Node, can be stopped, and survives a dead worker', async ({
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
  // To the last bit.
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download paths as CSV' }).click()
  const csv = readFileSync(await (await download).path(), 'utf8')
  expect(csv).toBe(simulatedInNode({ paths: '300', length: '10 d', seed: '7' }))
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
  // What is held beside the pool is computed when it is chosen.
  await page.getByLabel('Position').selectOption('Liquidity')
  await expect(table.getByRole('row', { name: /^Liquidity’s tokens, held/ })).toBeVisible()
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
  const claimed = page.getByRole('region', { name: 'The claimed 5% a year at 3x' }).first()
  await expect(claimed.getByRole('row', { name: /^0 \(back to 1 immediately\)/ })).toContainText(
    '31%',
    {
      timeout: 20_000,
    },
  )
  await expectAccessible(page)
  await test.step('real prices from a file: their volatility and what was lost on them, year by year', async () => {
    await page.getByLabel('Past prices').selectOption('Your CSV file')
    const days = Array.from({ length: 500 }, (_, day) => {
      const date = new Date(Date.UTC(2022, 0, 1 + day)).toISOString().slice(0, 10)
      return `${date.split('-').reverse().join('.')},${1_000 + (day % 2) * 30}`
    })
    await page.getByLabel(/^Price file/).setInputFiles({
      name: 'prices.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['date,close', ...days, '02/03/2024,1000'].join('\n')),
    })
    await expect(page.getByText(/^500 prices from/)).toBeVisible()
    await expect(
      page.getByText(/^Line 502: a date in an ambiguous format; use .* \(“02\/03\/2024”\)\.$/),
    ).toBeVisible()
    const real = page.getByRole('region', { name: 'Decay on real prices (est.)' }).first()
    // ln(1.03) · √365.25, as the returns have no mean.
    await expect(real.getByRole('row', { name: /^All prices/ })).toContainText('56.4', {
      timeout: 20_000,
    })
    await expect(real.getByRole('row', { name: /^202[23]/ })).toHaveCount(2)
    await real.getByRole('button', { name: 'Use this volatility in the chart' }).click()
    await expect(page.getByLabel('Volatility per year')).toHaveValue(/^56\.\d$/)
    await expectAccessible(page)
  })
  const market = marketOf(devnet, '3-BTC/USD+USDC')
  await page.getByRole('link', { name: 'Strategies' }).click()
  await page.getByLabel('Pool', { exact: true }).selectOption(market.name)
  await page.getByLabel('Strategy').selectOption('Liquidity for a secondary market')
  await page.getByLabel('Composition', { exact: true }).selectOption('Thirds')
  await expect(page.getByLabel('Weight of long')).toHaveValue('33.33')
  await expect(page.getByRole('link', { name: 'Open the ticket for short' })).toHaveAttribute(
    'href',
    /side=short&amount=333\.3$/,
  )
  await page.getByLabel('Strategy').selectOption('Long straddle')
  await expect(page.getByText('All costs')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Open the ticket' }).click()
  await expect(page).toHaveURL(new RegExp(`/pool/${market.pool}.*action=straddle`, 'i'))
  await expect(page.getByLabel('Amount', { exact: true })).toHaveValue('1000')
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
