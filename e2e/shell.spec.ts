import AxeBuilder from '@axe-core/playwright'
import { marketOf } from '../devnet/marketOf'
import { expect, test } from './fixtures'

test('light and dark: the system’s wish at first, then the visitor’s, kept over a reload', async ({
  app,
}) => {
  const { page } = app
  await page.emulateMedia({ colorScheme: 'dark' })
  await app.open()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Switch to light colours' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [390, 1440])
    test(`axe finds nothing, ${colorScheme}, ${width} px`, async ({ app, devnet }) => {
      const { page } = app
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      await app.open()
      await expect(page.getByRole('link', { name: '3-ETH/USD+USDC' })).toBeVisible()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
      await app.connect('Alice')
      await page.getByLabel('Amount').fill('-1')
      await expect(page.getByText('Long token', { exact: false }).first()).toBeVisible()
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      // Nothing is wider than the screen.
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBe(0)
    })
