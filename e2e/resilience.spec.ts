import type { Page } from '@playwright/test'
import { parseUnits } from 'viem'
import { sendAndWait } from '../devnet/controls'
import { marketOf } from '../devnet/marketOf'
import { approveTransaction } from '../devnet/transactions'
import { CommitType } from '../src/protocol/commitType'
import { addressOf } from './addressOf'
import { passUpkeeps } from './chainState'
import { cutTexts } from './cutTexts'
import { expect, livedTest, test } from './fixtures'
import { commit } from './orders'
import { blocksPass, untilUpToDate } from './shownBlock'
import { translate } from './translate'

const ROUTES = ['/', '/portfolio', '/transactions', '/bridge', '/create', '/treasury']

/** 320 px, and 1440 × 900 at 200%, which leaves a page half of that. */
const SIZES = [
  { width: 320, height: 700 },
  { width: 720, height: 450 },
]

test('at 320 px and at 200% no text is cut, and no page scrolls sideways', async ({
  app,
  devnet,
}) => {
  test.setTimeout(180_000)
  const { page } = app
  // With something to claim, the header has the most to hold.
  const alice = addressOf(devnet, 'Alice')
  const claimable = marketOf(devnet, '1-BTC/USD+USDC')
  await sendAndWait(devnet.client, approveTransaction(alice, claimable))
  await commit(devnet, claimable, alice, {
    type: CommitType.LongMint,
    amountWei: parseUnits('25', 6),
  })
  await passUpkeeps(devnet, claimable, 2)
  await app.returnAs('Alice')
  const market = marketOf(devnet, '3-ETH/USD+USDC')
  for (const route of [...ROUTES, `/pool/${market.pool}`]) {
    await app.open(route)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await untilUpToDate(page, devnet)
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true
    })
    for (const size of SIZES)
      await test.step(`${route}, ${size.width} px`, async () => {
        await page.setViewportSize(size)
        await expect(
          page.getByRole('button', { name: /^Menu\s*1 market ready to claim$/ }),
        ).toBeVisible()
        // Charts and lists follow a moment later.
        await expect.poll(() => cutTexts(page)).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow).toBe(0)
      })
  }
})

livedTest('in forced colours what colours say is seen', async ({ app, devnet }) => {
  const { page } = app
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  // The page's own choice must not win over the person's colours.
  await page.addInitScript(() => localStorage.setItem('theme', 'light'))
  await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
  const history = page.getByRole('region', { name: 'History' })
  await expect(history.locator('svg path.recharts-curve').first()).toBeVisible()
  const seen = await page.evaluate(() => {
    const colours = (selector: string, property: 'backgroundColor' | 'stroke' | 'color') =>
      [...document.querySelectorAll(selector)].map((element) => getComputedStyle(element)[property])
    const canvas = getComputedStyle(document.documentElement).backgroundColor
    return {
      canvas,
      long: colours('.bg-long', 'backgroundColor'),
      short: colours('.bg-short', 'backgroundColor'),
      lines: colours('svg path.recharts-curve', 'stroke').filter((stroke) => stroke !== 'none'),
      chosen: [...document.querySelectorAll('label:has(:checked)')].map(
        (label) => getComputedStyle(label).outlineStyle,
      ),
    }
  })
  expect(seen.canvas).not.toBe('rgb(255, 255, 255)')
  for (const colour of [...seen.long, ...seen.short, ...seen.lines])
    expect(colour).not.toBe(seen.canvas)
  expect(seen.long.length).toBeGreaterThan(0)
  expect(seen.lines.length).toBeGreaterThan(0)
  expect(seen.long[0]).not.toBe(seen.short[0])
  expect(seen.chosen.length).toBeGreaterThan(0)
  for (const outline of seen.chosen) expect(outline).toBe('solid')
})

test.describe('translated', () => {
  test.use({ pace: 'still' })

  test('a translated page goes on: after three blocks all figures are those of an untouched page', async ({
    app,
    devnet,
    context,
  }) => {
    test.setTimeout(180_000)
    const { page } = app
    const market = marketOf(devnet, '3-ETH/USD+USDC')
    for (const open of [() => app.open(), () => app.openPool(market)]) {
      await open()
      await untilUpToDate(page, devnet)
      await page.waitForLoadState('networkidle')
      const before = await figuresOf(page)
      expect(await translate(page)).toBeGreaterThan(20)
      // The code that keeps it going is there once a text has come back: that of the block's age.
      await blocksPass(page, 3, async () => {
        await devnet.setPrice('ETH', before.includes('3,300') ? 3_450 : 3_300.25)
        await passUpkeeps(devnet, market, 1)
        await devnet.client.mine({ blocks: 3 })
      })
      const untouched = await context.newPage()
      await untouched.goto(page.url())
      await untilUpToDate(untouched, devnet)
      await expect(async () =>
        expect(await figuresOf(page)).toBe(await figuresOf(untouched)),
      ).toPass({ timeout: 15_000 })
      expect(await figuresOf(page)).not.toBe(before)
      await untouched.close()
    }
    // Parts come and go where a translator has been.
    await page.getByRole('link', { name: 'Portfolio' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Portfolio' })).toBeVisible()
  })
})

/** What stands on the page, but for what counts seconds: the two pages do that at moments of their own. */
async function figuresOf(page: Page): Promise<string> {
  const text = (await page.locator('main').textContent()) ?? ''
  return text.replace(/\d+\s(d|h|min|s)/g, '').replace(/\s+/g, ' ')
}

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  test('a tap opens a tooltip and a second one closes it; by keyboard it is described, and Escape closes it', async ({
    app,
    devnet,
  }) => {
    const { page } = app
    await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
    const tooltip = page.getByRole('tooltip')
    const figure = page.locator('main [data-tip][tabindex="0"]:visible').first()
    const text = (await figure.getAttribute('data-tip')) ?? ''
    await figure.tap()
    await expect(tooltip).toHaveText(text)
    await figure.tap()
    await expect(tooltip).toBeHidden()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    await expect(figure).toBeFocused()
    await expect(tooltip).toHaveText(text)
    await expect(figure).toHaveAccessibleDescription(text)
    await page.keyboard.press('Escape')
    await expect(tooltip).toBeHidden()
  })
})
