import { marketOf } from '../devnet/marketOf'
import { expect, test } from './fixtures'
import { expectAccessibleInAllLooks } from './looks'
import { openTab, tabPanel } from './poolTabs'

test('light and dark: the system’s wish at first, then the visitor’s, kept over a reload', async ({
  app,
}) => {
  const { page } = app
  await page.emulateMedia({ colorScheme: 'dark' })
  await app.open()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('button', { name: 'Switch to light mode' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  // Who has chosen keeps the choice, whatever the system does.
  await page.emulateMedia({ colorScheme: 'light' })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('on a phone: a wallet on another network pushes nothing aside, and fingers hit what they aim at', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await page.setViewportSize({ width: 360, height: 800 })
  await app.returnAs('Alice')
  await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
  await app.wallet('Alice', 'switchChain', 1)
  const banner = page.getByRole('banner')
  await expect(banner.getByRole('button', { name: 'Switch to Devnet' })).toBeVisible()
  const ticket = page.getByRole('region', { name: 'Trade' })
  const targets = [
    banner.getByRole('link'),
    banner.getByRole('button'),
    ticket.getByRole('button').and(page.locator(':not([aria-haspopup])')),
    ticket.locator('summary'),
    ticket.locator('label:has(input)'),
    ticket.getByRole('combobox'),
  ]
  const tooLow = await Promise.all(
    targets.map((target) =>
      target.evaluateAll((all) =>
        all
          .filter((element) => element.getBoundingClientRect().height < 40)
          .map((element) => element.textContent),
      ),
    ),
  )
  expect(tooLow.flat()).toEqual([])
})

test('by keyboard the ticket comes before the pool’s figures', async ({ app, devnet }) => {
  const { page } = app
  await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
  const places = await page
    .getByRole('region')
    .evaluateAll((all) =>
      all.map(
        (region) =>
          document.getElementById(region.getAttribute('aria-labelledby') ?? '')?.textContent,
      ),
    )
  expect(places).toContain('History')
  expect(places.indexOf('Trade')).toBeLessThan(places.indexOf('History'))
})

for (const width of [390, 1440])
  test(`the block and its age stay in sight, and cover nothing that is focused, ${width} px`, async ({
    app,
    devnet,
  }) => {
    const { page } = app
    await page.setViewportSize({ width, height: 700 })
    await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
    await expect(await openTab(page, 'Contracts')).toBeVisible()
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    const status = page.getByText(/^block \d+, \d+\ss ago$/)
    await expect(status).toBeInViewport({ ratio: 1 })
    const edge = await status.evaluate((line) => line.getBoundingClientRect().bottom)
    expect(edge).toBeLessThan(56)
    // From the end of the page, not from the tab that was opened.
    await page.getByRole('contentinfo').getByRole('link').last().focus()
    for (let back = 0; back < 25; back++) {
      await page.keyboard.press('Shift+Tab')
      const top = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top)
      expect(top).toBeGreaterThanOrEqual(edge)
    }
  })

test('the focus goes along to a new page, and back to the row that led there', async ({ app }) => {
  const { page } = app
  await app.open()
  const row = page.getByRole('link', { name: '3-BTC/USD+USDC', exact: true })
  await row.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '3-BTC/USD+USDC' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  await page.goBack()
  await expect(row).toBeFocused()
})

test('axe finds nothing on the list, in any look', async ({ app }) => {
  await app.open()
  await expect(app.page.getByRole('link', { name: '3-ETH/USD+USDC' })).toBeVisible()
  await expectAccessibleInAllLooks(app.page)
})

test('axe finds nothing on a pool’s page with a bad amount, in any look', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Alice')
  await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
  await page.getByLabel('Amount').fill('-1')
  await expect(tabPanel(page, 'Sides')).toBeVisible()
  await expectAccessibleInAllLooks(page)
})

test('connecting by keyboard ends on the button that it began with', async ({ app }) => {
  const { page } = app
  await app.open()
  await page.getByRole('banner').getByRole('button', { name: 'Connect wallet' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /Alice/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Account 0x/ })).toBeFocused()
})

test('a figure that has changed lights up for a moment, and those that have not stay as they are', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.open('/')
  const row = page.getByRole('row', { name: '1-ETH/USD+USDC' })
  await expect(row.getByText('3,400.00', { exact: true })).toBeVisible()
  // It is lit for a second or so: looked at now and then, it could be missed.
  await row.evaluate((element) => {
    const lit: string[] = []
    Object.assign(window, { lit })
    new MutationObserver((records) => {
      for (const { target } of records)
        if (target instanceof Element && target.matches('.lit')) lit.push(target.textContent)
    }).observe(element, { attributeFilter: ['class'], subtree: true })
  })
  const hasLit = () => page.evaluate(() => (window as unknown as { lit: string[] }).lit)
  for (const [index, price] of [3_600, 3_700].entries()) {
    await devnet.setPrice('ETH', price)
    await expect.poll(async () => (await hasLit()).length).toBeGreaterThan(index)
    await expect(row.locator('.lit')).toHaveCount(0)
  }
  expect(await hasLit()).toEqual(['3,600.00', '3,700.00'])
})
