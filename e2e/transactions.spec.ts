import { marketOf } from '../devnet/marketOf'
import { expect, test } from './fixtures'
import { expectAccessible } from './looks'

test('the list says what became of an order, leads back to one that can go on, and knows what was dismissed', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Bob')
  await app.open('/transactions')
  await expect(page.getByText('No transactions from this browser yet.')).toBeVisible()
  await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
  await page.getByLabel('Amount').fill('25')
  await app.wallet('Bob', 'rejectNext', 'eth_sendTransaction')
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  await expect(
    page.getByText('You rejected the request in your wallet. Nothing was sent.'),
  ).toBeVisible()

  const list = page.getByRole('region', { name: 'Recent transactions' })
  const onward = list.getByRole('link', { name: 'Continue on the market’s page' })
  await app.open('/transactions')
  await expect(list).toContainText('You rejected the request in your wallet. Nothing was sent.')
  await onward.click()
  await expect(page.getByRole('button', { name: /^Try again: Approve/ })).toBeVisible()
  await page.getByRole('button', { name: /^Dismiss/ }).click()
  await app.open('/transactions')
  await expect(list).toContainText('Dismissed.')
  await expect(onward).toHaveCount(0)
  await expectAccessible(page)
})
