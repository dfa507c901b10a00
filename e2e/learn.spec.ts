import { marketOf } from '../devnet/marketOf'
import { expect, test } from './fixtures'
import { expectAccessibleInAllLooks } from './looks'

/** No one is the keeper but the test. */
test.use({ pace: { keeper: false } })

test('the page on how pools work opens at a topic, follows a live pool through a rebalance, and is accessible', async ({
  app,
  devnet,
}) => {
  // Four looks of a long page.
  test.setTimeout(180_000)
  const { page } = app
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const table = page.getByRole('table', { name: 'Claims of the articles' })

  await test.step('from the list of markets, and to a topic that the URL remembers', async () => {
    await app.open()
    await page.getByRole('link', { name: 'How it works' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'How a pool works' })).toBeVisible()
    await page
      .getByRole('navigation', { name: 'On this page' })
      .getByRole('link', { name: 'Effective leverage' })
      .click()
    await expect(page).toHaveURL(/#\/learn\?topic=effectiveLeverage$/)
    const title = page.getByRole('heading', { name: 'Effective leverage on gains' })
    await expect(title).toBeFocused()
    await expect(title).toBeInViewport()
    await page.reload()
    await expect(title).toBeFocused()
    await expect(title).toBeInViewport()
    await expect(page.getByText(/shorts gain at 1\.10x and longs at 0\.91x/)).toBeVisible()
  })

  await test.step('from a question mark to the same explanation', async () => {
    await app.openPool(market)
    await page.getByRole('button', { name: 'What is skew?' }).first().click()
    await page.getByRole('dialog').getByRole('link', { name: 'Learn more' }).click()
    await expect(page).toHaveURL(/#\/learn\?topic=skew$/)
    await expect(page.getByRole('heading', { name: 'Skew', exact: true })).toBeFocused()
    const share = page.getByRole('slider', { name: 'Long share of the pool' })
    await share.focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByText('61 ÷ 39: S = 1.56')).toBeVisible()
  })

  await test.step('a pool’s steps, before, when and after it is rebalanced', async () => {
    await devnet.upkeep([market.pool])
    await app.open('/learn?topic=keeper')
    const section = page.getByRole('region', { name: 'Keepers: where a pool is right now' })
    await section.getByLabel('Market').selectOption({ label: market.name })
    await expect(page).toHaveURL(new RegExp(`pool=${market.pool}`, 'i'))
    const current = section.locator('[aria-current="step"]')
    const interval = async () =>
      Number(/Interval (\d+):/.exec((await section.textContent()) ?? '')?.[1])
    await devnet.setPrice('BTC', 99_000)
    await devnet.increaseTime(61)
    await expect(section.getByText(/^The rebalance has been due for/)).toBeVisible()
    await expect(current).toContainText('A keeper triggers the rebalance')
    await expect(
      section.getByText(/The short side pays [\d,.]+ USDC to the long side/),
    ).toBeVisible()
    const before = await interval()
    await devnet.upkeep([market.pool])
    await expect(current).toContainText(/Traders commit|Collateral gathers/)
    await expect(section.getByText(/Last rebalance: .*, at a price of 99,000\.00\./)).toBeVisible()
    await expect(section.getByText(/due in \d+\ss, at/)).toBeVisible()
    expect(await interval()).toBe(before + 1)
    await expect(section.getByText('No move, no transfer.')).toBeVisible()
  })

  await test.step('the claims, narrowed to those that do not hold, lead into the app', async () => {
    await page.getByText(/^Doesn’t hold \(\d+\)$/).click()
    await expect(table.getByText('without upkeep')).toBeVisible()
    await expect(table.getByText('Partly true.')).toHaveCount(0)
    const row = table.getByRole('row', { name: /60 minutes/ })
    await expect(row.getByRole('link', { name: 'A pool: parameters' })).toHaveAttribute(
      'href',
      /^#\/pool\/0x[0-9a-fA-F]{40}\?tab=parameters$/,
    )
  })

  await test.step('axe finds nothing, and nothing is wider than a small phone', async () => {
    await expectAccessibleInAllLooks(page)
    // All of the claims take axe long; only their width can differ from that of the few.
    await page.getByText(/^All \d+$/).click()
    await page.setViewportSize({ width: 320, height: 700 })
    await expect(table.getByText('Partly true.').first()).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})
