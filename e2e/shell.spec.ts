import { marketOf } from '../devnet/marketOf'
import { expect, test } from './fixtures'
import { expectAccessible, LOOKS, setLook } from './looks'

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
  await page.getByRole('button', { name: 'Switch to light colours' }).click()
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
  await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
  await app.connect('Alice')
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

for (const look of LOOKS)
  test(`axe finds nothing, ${look.name}`, async ({ app, devnet }) => {
    const { page } = app
    await setLook(page, look)
    await app.open()
    await expect(page.getByRole('link', { name: '3-ETH/USD+USDC' })).toBeVisible()
    await expectAccessible(page)
    await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
    await app.connect('Alice')
    await page.getByLabel('Amount').fill('-1')
    await expect(page.getByRole('region', { name: 'Long side' })).toBeVisible()
    await expectAccessible(page)
  })
