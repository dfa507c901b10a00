import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { type AppPage, expect, testOn } from './fixtures'
import { expectAccessible } from './looks'
import { tabPanel } from './poolTabs'

const test = testOn({ pastSec: 0, walk: false, hostile: true })
// One worker for all: a devnet and a browser of each test's own would cost more than the tests.
test.describe.configure({ mode: 'default' })

const UNSAFE = /[\p{Cc}\p{Cf}\u2028\u2029]/u

function hostileOf({ deployment }: Devnet) {
  if (deployment.hostile === undefined) throw new Error('The devnet has no hostile markets')
  return deployment.hostile
}

/** What has to hold on any page, whatever names are on it. */
async function expectSound({ page }: AppPage): Promise<void> {
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(await page.locator('main').textContent()).not.toMatch(UNSAFE)
  const widest = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(widest).toBeLessThanOrEqual(0)
  const title = await page.title()
  expect(title).not.toMatch(UNSAFE)
  expect(title.length).toBeLessThan(100)
}

for (const width of [390, 1_440])
  test(`hostile names and tokens do the pages no harm, ${width} px`, async ({ app, devnet }) => {
    test.setTimeout(180_000)
    const { page } = app
    const hostile = hostileOf(devnet)
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await devnet.increaseTime(120)
    await devnet.upkeep(hostile.map(({ pool }) => pool))

    await app.open('/?unverified')
    const all = devnet.deployment.markets.length + hostile.length
    await expect(page.locator('[data-market]')).toHaveCount(all)
    await expect(page.getByText('couldn’t be loaded')).toHaveCount(0)
    // On a phone the pool's size is among the further figures of its card.
    if (width === 390)
      for (const more of await page.getByText('More figures').all()) await more.click()
    await expect(page.locator('[data-tip$=" unnamed token"]').first()).toBeVisible()
    await expectSound(app)
    await expectAccessible(page)

    for (const { pool } of hostile) {
      await app.open(`/pool/${pool}`)
      await expect(tabPanel(page, 'Sides')).toBeVisible()
      await expect(page.getByText('Next rebalance (projected)')).toBeVisible()
      await expectSound(app)
    }
    await expectAccessible(page)
    await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
    await app.connect('Alice')
    await app.open(`/pool/${hostile[3]?.pool}`)
    await expect(page.getByText('Wallet: 0')).toBeVisible()
    await expectSound(app)
  })

test('a token that calls itself BAL is not taken for it', async ({ app, devnet }) => {
  const { page } = app
  const note = page.getByText('BAL in a pool can’t vote: Balancer counts')
  await app.openPool(marketOf(devnet, '5-ETH/USD+BAL'))
  await expect(note).toBeVisible()
  await app.open(`/pool/${hostileOf(devnet).at(-1)?.pool}`)
  await expect(page.getByRole('heading', { name: '5-ETH/USD+FALSE' })).toBeVisible()
  await expect(page.getByLabel('Amount')).toBeVisible()
  await expect(note).toHaveCount(0)
  const notice = page.getByText('Unverified market.').locator('../..')
  const bal = devnet.deployment.tokens.BAL.address
  await expect(notice).toContainText(
    `It imitates BAL, which is at ${bal.slice(0, 6)}…${bal.slice(-4)}.`,
  )
})
