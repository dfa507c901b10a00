import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

/** Light and dark, on a phone and on a desk. */
const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [390, 1440].map((width) => ({ colorScheme, width, name: `${colorScheme}, ${width} px` })),
)

/** Shows the page in one of the looks, without motion. */
async function setLook(
  page: Page,
  { colorScheme, width }: { colorScheme: 'light' | 'dark'; width: number },
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.setViewportSize({ width, height: 900 })
}

/** The same in every look, one after the other, without the page being loaded again. */
export async function expectAccessibleInAllLooks(page: Page): Promise<void> {
  for (const look of LOOKS)
    await test.step(look.name, async () => {
      await setLook(page, look)
      await expect(page.locator('html')).toHaveAttribute('data-theme', look.colorScheme)
      await expectAccessible(page)
    })
}

/** In the dark on a phone, where there is least room and least contrast. */
export async function expectAccessibleOnDarkPhone(page: Page): Promise<void> {
  await setLook(page, { colorScheme: 'dark', width: 390 })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expectAccessible(page)
}

/** That axe finds nothing on the page as it is, and that nothing on it is wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  // All rules, but only violations are described, and not in a tab of their own: that took most of axe's time. There are no frames.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true)
  expect(page.frames()).toHaveLength(1)
  expect((await axe.analyze()).violations).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
}
