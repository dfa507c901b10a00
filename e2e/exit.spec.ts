import { parseUnits } from 'viem'
import { sendAndWait } from '../devnet/controls'
import { marketOf } from '../devnet/marketOf'
import { approveTransaction, commitTransaction } from '../devnet/transactions'
import { CommitType } from '../src/protocol/commitType'
import { addressOf } from './addressOf'
import { holdingsOf, passUpkeeps } from './chainState'
import { expect, test } from './fixtures'

test.use({ pace: { keeper: false } })

test('out of a pool that nobody has kept for half a day, by its exit page alone', async ({
  app,
  devnet,
}) => {
  test.setTimeout(180_000)
  const { page } = app
  const market = marketOf(devnet, '3-BTC/USD+USDC')
  const alice = addressOf(devnet, 'Alice')
  await sendAndWait(devnet.client, approveTransaction(alice, market))
  const amountWei = parseUnits('1000', 6)
  const type = CommitType.LongMint
  await sendAndWait(devnet.client, commitTransaction({ from: alice, market, type, amountWei }))
  for (let upkeep = 0; upkeep < 4; upkeep++) await passUpkeeps(devnet, market)
  const before = await holdingsOf(devnet, market, alice)
  // 720 intervals of a minute.
  await devnet.increaseTime(43_200)

  await app.returnAs('Alice')
  await app.open(`/exit/${market.pool}`)
  await expect(page.getByText(/^The pool is 7\d\d intervals behind\./)).toBeVisible()
  const plans = page.getByRole('region', { name: 'Exit options' })
  await expect(plans.getByRole('radio')).toHaveCount(3)
  await plans.getByText('Catch up, burn, rebalance once the burns are due').click()
  await expect(page).toHaveURL(/plan=catchUpFirst/)
  const steps = page.getByRole('region', { name: 'Steps' })
  const current = steps.locator('[aria-current=step]')
  const again = steps.getByRole('button', { name: /^Rebalance now/ })
  // Somebody else does the rest of what is overdue, but for the last transaction.
  await expect(again).toBeEnabled()
  for (let burst = 0; burst < 5; burst++)
    await devnet.upkeep(Array.from({ length: 8 }, () => market.pool))
  await expect(current).toContainText('Perform the overdue rebalances')
  await again.click()
  await expect(current).toContainText(/Perform the overdue|Burn everything/)
  while (await again.isVisible()) {
    await again.click()
    await expect(again.or(steps.getByRole('button', { name: 'Burn everything' }))).toBeEnabled()
  }
  await steps.getByRole('button', { name: 'Burn everything' }).click()
  await expect(current).toContainText('Wait for the burn’s interval')

  // The browser is closed for a while.
  await page.reload()
  await expect(current).toContainText('Wait for the burn’s interval')
  await devnet.increaseTime(6 * market.updateIntervalSec)
  await again.click()
  await steps.getByRole('button', { name: 'Claim', exact: true }).click()
  await expect(steps.getByText('You have nothing left in this pool.')).toBeVisible()
  const after = await holdingsOf(devnet, market, alice)
  expect([after.long, after.escrow.longTokens, after.escrow.settlementTokens]).toEqual([0n, 0n, 0n])
  expect(after.settlement).toBeGreaterThan(before.settlement)
})
