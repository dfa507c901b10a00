import { upkeepDeprecated } from '../devnet/deprecated'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { addressOf } from './addressOf'
import { holdingsOf } from './chainState'
import { expect, bridgedTest as test } from './fixtures'
import { untilCommitted } from './sending'

const MEANING =
  /^This pool belongs to an earlier version .* Withdraw your funds: you can burn and claim/

function deprecatedOf({ deployment }: Devnet) {
  if (deployment.deprecated === undefined) throw new Error('The devnet has no deprecated factory')
  return deployment.deprecated
}

test('a deprecated pool is listed last and says what to do, on both widths', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const { market } = deprecatedOf(devnet)
  for (const width of [1_440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await app.open()
    await expect(page.getByText(MEANING)).toBeVisible()
    await expect(page.locator('[data-market]')).toHaveCount(devnet.deployment.markets.length + 1)
    await expect(page.locator('[data-market]').last()).toHaveText(market.name)
    await expect(page.getByText(/^▲\s*Deprecated$/)).toHaveCount(1)
    await expect(page.getByText('couldn’t be loaded')).toHaveCount(0)
  }
})

test('a holder gets everything out of a deprecated pool, and is never offered to mint', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const deprecated = deprecatedOf(devnet)
  const { market } = deprecated
  const account = addressOf(devnet, 'Alice')
  await app.returnAs('Alice')
  await app.openPool(market)
  await expect(page.getByText(MEANING)).toBeVisible()
  const trade = page.getByRole('region', { name: 'Trade' })
  await expect(trade.getByRole('radio', { name: 'Burn' })).toBeChecked()
  await expect(trade.getByRole('radio', { name: 'Mint' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Claim', exact: true }).click()
  await expect
    .poll(async () => (await holdingsOf(devnet, market, account)).long)
    .toBe(2_000_000_000n)
  const before = await holdingsOf(devnet, market, account)
  await trade.getByRole('button', { name: 'Max' }).click()
  await trade.getByRole('button', { name: /^Burn / }).click()
  await untilCommitted(page)
  expect((await holdingsOf(devnet, market, account)).long).toBe(0n)

  await devnet.increaseTime(market.updateIntervalSec)
  await upkeepDeprecated(devnet.client, deprecated)
  await page.getByRole('button', { name: 'Claim', exact: true }).click()
  await expect
    .poll(async () => (await holdingsOf(devnet, market, account)).settlement)
    .toBeGreaterThan(before.settlement + 1_900_000_000n)
  expect((await holdingsOf(devnet, market, account)).escrow.longTokens).toBe(0n)
})

test('the other markets still offer to mint', async ({ app, devnet }) => {
  await app.openPool(marketOf(devnet, '1-ETH/USD+USDC'))
  await expect(app.page.getByRole('radio', { name: 'Mint' })).toBeChecked()
  await expect(app.page.getByText(MEANING)).toHaveCount(0)
})
