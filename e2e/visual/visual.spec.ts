import type { Page } from '@playwright/test'
import type { Devnet } from '../../devnet/devnet'
import { marketOf } from '../../devnet/marketOf'
import { addressOf } from '../addressOf'
import { expect, testOn } from '../fixtures'
import { planLink } from '../newMarket'
import { EDITIONS } from './editions'
import { FROZEN, freezeChain, VISITOR_MS } from './frozenChain'
import { storedFlows } from './storedFlows'

const test = testOn(FROZEN, freezeChain)
test.use({
  pace: 'still',
  // What makes pages comparable is a style of Playwright's, which the app's own policy would refuse.
  bypassCSP: true,
  locale: 'en-GB',
  timezoneId: 'UTC',
  contextOptions: { reducedMotion: 'reduce' },
  colorScheme: 'light',
  // Letters as the font has them, not as a system's settings want them.
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH ?? '',
    args: [
      '--no-sandbox',
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--force-color-profile=srgb',
    ],
  },
})

interface Screen {
  route(devnet: Devnet, market: string): string
  /** There when the screen has all it shows. */
  isThere(page: Page): ReturnType<Page['getByText']>
}

const SCREENS: Readonly<Record<string, Screen>> = {
  markets: {
    route: () => '/',
    // The best skew comes last.
    isThere: (page) => page.getByText(/^(Highest skew yield|No skew to farm)/),
  },
  pool: {
    route: (devnet, market) => `/pool/${marketOf(devnet, market).pool}?amount=125.5`,
    isThere: (page) => page.getByText(/^\d+ rebalances\./),
  },
  portfolio: {
    route: (devnet) => `/portfolio?account=${addressOf(devnet, 'Alice')}`,
    isThere: (page) =>
      page
        .locator('main')
        .filter({ hasNotText: 'Loading your profit' })
        .getByText('received', { exact: true })
        .first(),
  },
  transactions: {
    route: () => '/transactions',
    isThere: (page) => page.getByText('Stored only in this browser'),
  },
  treasury: {
    route: () => '/treasury',
    isThere: (page) => page.locator('main:not(:has(.animate-pulse))').getByText('none yet').last(),
  },
  bridge: {
    route: (devnet) => `/bridge?account=${addressOf(devnet, 'Alice')}`,
    isThere: (page) =>
      page.locator('main:not(:has(.animate-pulse))').getByText('No withdrawals found.'),
  },
  create: {
    route: (devnet) => planLink(devnet),
    isThere: (page) =>
      page
        .locator('main:not(:has(.animate-pulse))')
        .filter({ hasText: 'Pool 5-ETH/USD+BAL, tokens 5L-ETH/USD+BAL' })
        .getByText(/Keeper gas is paid at 1 ETH = /),
  },
}

const SIZES = [
  { width: 390, height: 1_200 },
  { width: 1_440, height: 1_000 },
] as const

for (const { build, market } of EDITIONS)
  test.describe(`the ${build} edition`, () => {
    test.use({ build })

    for (const [name, { route, isThere }] of Object.entries(SCREENS))
      test(`${name} looks as it did, narrow and wide, light and dark`, async ({
        page,
        devnet,
        served,
      }) => {
        await page.setViewportSize(SIZES[0])
        await page.clock.setFixedTime(VISITOR_MS)
        await page.addInitScript(
          ([key, value]) => localStorage.setItem(key, value),
          storedFlows(devnet),
        )
        await page.goto(`${served.url}#${route(devnet, market)}`)
        await expect(page.locator('[data-block]')).toBeVisible()
        for (const mode of ['light', 'dark'] as const) {
          if (mode === 'dark')
            await page.getByRole('button', { name: 'Switch to dark mode' }).click()
          for (const size of SIZES) {
            await page.setViewportSize(size)
            await expect(isThere(page)).toBeVisible()
            await settle(page)
            await expect(page).toHaveScreenshot([build, `${name}-${size.width}-${mode}.png`])
          }
        }
      })
  })

/**
 * Waits for the fonts, and makes the page fit to be compared on any machine: every text becomes a bar of its colour, as
 * long and as high as it is. How letters are drawn differs between builds of Chromium, where they stand does not. The few
 * letters that the app's own font lacks, and a machine takes from another one, are replaced. Texts that come later, as
 * those of a part that only a wider screen has, become bars as they come.
 */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(async () => {
    await document.fonts.ready
    const toBars = () => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const bars = new Highlight()
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const known = (text.nodeValue ?? '').replaceAll('≈', '~').replaceAll('→', '>')
        if (text.nodeValue !== known) text.nodeValue = known
        const range = document.createRange()
        range.selectNodeContents(text)
        bars.add(range)
      }
      CSS.highlights.set('bars', bars)
    }
    toBars()
    new MutationObserver(toBars).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
}
