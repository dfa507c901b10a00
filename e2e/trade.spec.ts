import { parseUnits } from 'viem'
import { marketOf } from '../devnet/marketOf'
import { addressOf } from './addressOf'
import { holdingsOf, passUpkeeps } from './chainState'
import { expect, test } from './fixtures'
import { untilCommitted } from './sending'

test('mints: amount, exact approval, commit, upkeep, escrow, claim', async ({ app, devnet }) => {
  const market = marketOf(devnet, '3-BTC/USD+USDC')
  const alice = addressOf(devnet, 'Alice')
  const { page } = app
  const amount = parseUnits('1234.567891', 6)
  await app.openPool(market)
  await app.connect('Alice')
  const before = await holdingsOf(devnet, market, alice)

  await page.getByLabel('Amount').fill('1234.567891')
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  await untilCommitted(page)
  await expect(page.getByLabel('Amount')).toHaveValue('')

  const committed = await holdingsOf(devnet, market, alice)
  expect(committed.settlement).toBe(before.settlement - amount)
  // Exactly the amount was approved, and the commit used all of it.
  expect(committed.allowance).toBe(0n)
  const pending = page.getByRole('region', { name: 'Pending commits' })
  await expect(pending.getByText('Mint long')).toBeVisible()
  await expect(
    pending.getByText(/^Executes at the \d(st|nd|rd|th) rebalance, or earlier if a late one/),
  ).toBeVisible()
  await expect(pending.getByText(/^in \d+\smin\s\d\d\ss$/)).toBeVisible()

  await passUpkeeps(devnet, market, 4)
  const executed = await holdingsOf(devnet, market, alice)
  expect(executed.escrow.longTokens).toBeGreaterThan(before.escrow.longTokens)
  const position = page.getByRole('region', { name: 'Your position' })
  await position.getByRole('button', { name: 'Claim', exact: true }).click()
  await expect(page.getByText(/claimed to your wallet\.$/)).toBeVisible()

  const claimed = await holdingsOf(devnet, market, alice)
  expect(claimed.long).toBe(before.long + executed.escrow.longTokens)
  expect(claimed.escrow).toEqual({ longTokens: 0n, shortTokens: 0n, settlementTokens: 0n })
  expect(claimed.settlement).toBe(committed.settlement + executed.escrow.settlementTokens)
  await expect(position.getByRole('button', { name: 'Claim', exact: true })).toHaveCount(0)
  await expect(position).toContainText('in your wallet')
  expect(app.sendRequests()).toBe(3)
})

test('burns: amount, commit without approval, upkeep, escrow, claim', async ({ app, devnet }) => {
  const market = marketOf(devnet, '5-ETH/USD+BAL')
  const bob = addressOf(devnet, 'Bob')
  const { page } = app
  await app.returnAs('Bob')
  await app.openPool(market)

  // Something to burn: a mint, executed and claimed, through the same screen, settled in 18 decimals.
  await page.getByRole('region', { name: 'Trade' }).getByText('Short', { exact: true }).click()
  await page.getByLabel('Amount').fill('250.000000000000000001')
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  await untilCommitted(page)
  await passUpkeeps(devnet, market, 2)
  await page.getByRole('button', { name: 'Claim', exact: true }).click()
  await expect(page.getByText(/claimed to your wallet\.$/)).toBeVisible()
  const before = await holdingsOf(devnet, market, bob)
  expect(before.short).toBeGreaterThan(0n)

  await page.getByRole('region', { name: 'Trade' }).getByText('Burn', { exact: true }).click()
  await page.getByRole('button', { name: 'Max' }).click()
  await page.getByRole('button', { name: /^Burn short$/ }).click()
  const pending = page.getByRole('region', { name: 'Pending commits' })
  await expect(pending.getByText('Burn short')).toBeVisible()
  const committed = await holdingsOf(devnet, market, bob)
  expect(committed.short).toBe(0n)
  expect(committed.settlement).toBe(before.settlement)
  expect(committed.allowance).toBe(before.allowance)

  await passUpkeeps(devnet, market, 2)
  const executed = await holdingsOf(devnet, market, bob)
  expect(executed.escrow.settlementTokens).toBeGreaterThan(0n)
  await page.getByRole('button', { name: 'Claim', exact: true }).click()
  await expect
    .poll(async () => (await holdingsOf(devnet, market, bob)).settlement)
    .toBe(before.settlement + executed.escrow.settlementTokens)
})

test('mints with the keyboard alone', async ({ app, devnet }) => {
  const market = marketOf(devnet, '3-ETH/USD+USDC')
  const carol = addressOf(devnet, 'Carol')
  const { page } = app
  const before = await holdingsOf(devnet, market, carol)
  await app.open()
  const press = async (isThere: () => Promise<boolean>) => {
    for (let count = 0; count < 60 && !(await isThere()); count++) await page.keyboard.press('Tab')
    expect(await isThere()).toBe(true)
  }
  const focused = (name: RegExp) => () =>
    page.evaluate((source) => {
      const element = document.activeElement
      if (element === null || !element.matches('a, button, input')) return false
      const label = element?.getAttribute('aria-label') ?? element?.textContent ?? ''
      const field =
        element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : ''
      return new RegExp(source).test(`${label}${field}`)
    }, name.source)

  await expect(page.getByRole('link', { name: market.name })).toBeVisible()
  await press(focused(/3-ETH/))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: market.name })).toBeVisible()
  await press(focused(/^Connect wallet$/))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await press(focused(/Carol/))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Account 0x/ })).toBeVisible()
  await press(focused(/^Amount$/))
  await page.keyboard.type('10')
  await press(focused(/^Approve and mint (long|short|both sides)$/))
  await page.keyboard.press('Enter')
  await untilCommitted(page)
  const after = await holdingsOf(devnet, market, carol)
  expect(after.settlement).toBe(before.settlement - parseUnits('10', 6))
})
