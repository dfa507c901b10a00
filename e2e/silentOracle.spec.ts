import { parseUnits } from 'viem'
import { marketOf } from '../devnet/marketOf'
import { addressOf } from './addressOf'
import { holdingsOf, passUpkeeps } from './chainState'
import { expect, test } from './fixtures'
import { untilCommitted } from './sending'

test('a market whose price feed is shut down says so, and can be claimed from and burned in', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const alice = addressOf(devnet, 'Alice')
  await app.returnAs('Alice')
  await app.openPool(market)
  await page.getByLabel('Amount').fill('100')
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  await untilCommitted(page)
  await passUpkeeps(devnet, market)
  const { feeds } = devnet.deployment
  await devnet.client.setCode({ address: feeds['BTC/USD'].address, bytecode: '0x' })

  await app.open()
  await expect(page.locator('[data-market]').filter({ hasText: market.name })).toBeVisible()
  await expect(page.getByText(/^■\s*No price$/).first()).toBeVisible()
  await app.openPool(market)
  await expect(page.getByText(/^The price oracle isn’t responding/)).toBeVisible()
  await expect(page.getByText('not available', { exact: true })).toBeVisible()
  await page.getByLabel('Amount').fill('100')
  await expect(page.getByText('Only burns are available.')).toBeVisible()
  const position = page.getByRole('region', { name: 'Your position' })
  await position.getByRole('button', { name: 'Claim', exact: true }).click()
  await expect(page.getByText(/claimed to your wallet\.$/)).toBeVisible()
  const { long } = await holdingsOf(devnet, market, alice)
  expect(long).toBeGreaterThan(parseUnits('90', 6))
  const trade = page.getByRole('region', { name: 'Trade' })
  await trade.getByText('Burn', { exact: true }).click()
  await trade.getByRole('button', { name: 'Max' }).click()
  await trade.getByRole('button', { name: /^Burn / }).click()
  await untilCommitted(page)
  expect((await holdingsOf(devnet, market, alice)).long).toBe(0n)
})
