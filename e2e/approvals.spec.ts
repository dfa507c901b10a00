import { parseUnits } from 'viem'
import { marketOf } from '../devnet/marketOf'
import { addressOf } from './addressOf'
import { holdingsOf } from './chainState'
import { expect, test } from './fixtures'

test('the approval of an abandoned order is pointed to, listed, and revoked', async ({
  app,
  devnet,
}) => {
  const market = marketOf(devnet, '3-BTC/USD+USDC')
  const bob = addressOf(devnet, 'Bob')
  const { page } = app
  await app.returnAs('Bob')
  await app.openPool(market)
  await page.getByLabel('Amount').fill('25')
  await app.wallet('Bob', 'setDelay', 2_000)
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  const card = page.getByRole('region', { name: /^Mint / })
  // The approval goes through; the wallet's owner has second thoughts about the commit.
  await expect(card.getByText('Done.', { exact: true })).toBeVisible()
  await app.wallet('Bob', 'rejectNext', 'eth_sendTransaction')
  await expect(card.getByText(/^You rejected the request in your wallet/)).toBeVisible()
  await app.wallet('Bob', 'setDelay', 0)
  await card.getByRole('link', { name: 'Approvals in your portfolio' }).click()

  const approvals = page.getByRole('region', { name: 'Approvals', exact: true })
  const line = approvals.getByRole('listitem').filter({ hasText: market.name })
  await expect(line.getByText('25.00')).toBeVisible()
  expect((await holdingsOf(devnet, market, bob)).allowance).toBe(parseUnits('25', 6))
  await line.getByRole('button', { name: /^Revoke approval for / }).click()
  await expect(line).toBeHidden()
  expect((await holdingsOf(devnet, market, bob)).allowance).toBe(0n)
  await expect(page.getByText('Revoked. The pool can no longer')).toBeVisible()
})
