import type { Page } from '@playwright/test'
import { parseUnits } from 'viem'
import { pauseContract, sendAndWait } from '../devnet/controls'
import { marketOf } from '../devnet/marketOf'
import { approveTransaction, commitTransaction } from '../devnet/transactions'
import { formatAmount } from '../src/format/formatAmount'
import { CommitType } from '../src/protocol/commitType'
import { addressOf } from './addressOf'
import { createAppPage } from './appPage'
import { holdingsOf, passUpkeeps } from './chainState'
import { expect, test } from './fixtures'
import { untilUpToDate } from './shownBlock'

test.use({ pace: { keeper: false } })

/** How long nobody has kept the pool. `EXIT_DAYS=400` takes some 75 transactions. */
const DAYS = Number(process.env.EXIT_DAYS ?? 40)

test(`out of a pool that nobody has kept for ${DAYS} days, by its exit page alone`, async ({
  app,
  devnet,
}) => {
  test.setTimeout(180_000 + DAYS * 3_000)
  const { page } = app
  const market = marketOf(devnet, '3-ETH/USD+USDC')
  const alice = addressOf(devnet, 'Alice')
  await sendAndWait(devnet.client, approveTransaction(alice, market))
  const amountWei = parseUnits('1000', 6)
  const type = CommitType.LongMint
  await sendAndWait(devnet.client, commitTransaction({ from: alice, market, type, amountWei }))
  // Its mint waits for eight hours, and for the next rebalance.
  for (let upkeep = 0; upkeep < 10; upkeep++) await passUpkeeps(devnet, market)
  const before = await holdingsOf(devnet, market, alice)
  await devnet.increaseTime(DAYS * 86_400)

  await app.returnAs('Alice')
  await app.open(`/exit/${market.pool}`)
  const late = (DAYS * 24).toLocaleString('en-US')
  await expect(page.getByText(`The pool is ${late} intervals behind.`)).toBeVisible()
  const plans = page.getByRole('region', { name: 'Exit options' })
  await expect(plans.getByRole('radio')).toHaveCount(3)
  await plans.getByText('Perform overdue rebalances, burn, rebalance once').click()
  await expect(page).toHaveURL(/plan=catchUpFirst/)
  const steps = page.getByRole('region', { name: 'Steps' })
  const current = steps.locator('[aria-current=step]')
  const again = steps.getByRole('button', { name: /^Rebalance now/ })
  // Somebody else does the rest of what is overdue, but for the last transaction.
  await expect(again).toBeEnabled()
  for (let burst = 0; burst < 5; burst++)
    await devnet.upkeep(Array.from({ length: 8 }, () => market.pool))
  await expect(current).toContainText('Perform the overdue rebalances')
  const burn = steps.getByRole('button', { name: 'Burn everything' })
  for (let sent = app.sendRequests(); ; ) {
    await expect(again.or(burn)).toBeEnabled()
    if (await burn.isVisible()) break
    await again.click()
    sent += 1
    await expect.poll(() => app.sendRequests()).toBe(sent)
    // In a block, and read from it.
    await untilUpToDate(page, devnet)
  }
  await burn.click()
  await expect(current).toContainText('Wait until the burn can execute')

  // The browser is closed for a while.
  await page.reload()
  await expect(current).toContainText('Wait until the burn can execute')
  await devnet.increaseTime(10 * market.updateIntervalSec)
  await again.click()
  await steps.getByRole('button', { name: 'Claim', exact: true }).click()
  await expect(
    steps.getByText(
      /^You have nothing left in this pool\. The last claim sent from this browser paid you [\d.,]+ USDC\.$/,
    ),
  ).toBeVisible()
  const after = await holdingsOf(devnet, market, alice)
  expect([after.long, after.escrow.longTokens, after.escrow.settlementTokens]).toEqual([0n, 0n, 0n])
  expect(after.settlement).toBeGreaterThan(before.settlement)

  // And on the bridge, to the unit.
  await page.getByRole('main').getByRole('link', { name: 'Open the bridge' }).click()
  await expect(page.getByRole('heading', { name: 'Bridge', level: 1 })).toBeVisible()
  const money = page.getByRole('row', { name: /^USDC/ }).first().locator('[data-tip]').first()
  await expect(money).toHaveAttribute('data-tip', formatAmount(after.settlement, 6))
})

test('two tabs on one exit burn once; a pause in the middle is said', async ({ app, devnet }) => {
  test.setTimeout(120_000)
  const { page } = app
  const market = marketOf(devnet, '1-ETH/USD+USDC')
  const bob = addressOf(devnet, 'Bob')
  await sendAndWait(devnet.client, approveTransaction(bob, market))
  const amountWei = parseUnits('500', 6)
  const type = CommitType.LongMint
  await sendAndWait(devnet.client, commitTransaction({ from: bob, market, type, amountWei }))
  await passUpkeeps(devnet, market)
  await passUpkeeps(devnet, market)
  await app.returnAs('Bob')
  await app.open(`/exit/${market.pool}`)
  const stepsOf = (tab: Page) => tab.getByRole('region', { name: 'Steps' })
  const burnIn = (tab: Page) => stepsOf(tab).getByRole('button', { name: 'Burn everything' })
  await expect(burnIn(page)).toBeEnabled()
  const other = await page.context().newPage()
  const url = page.url().replace(/#.*/, '')
  const second = await createAppPage(other, devnet, url, [])
  await second.returnAs('Bob')
  await second.open(`/exit/${market.pool}`)
  await expect(burnIn(other)).toBeEnabled()
  await app.wallet('Bob', 'setDelay', 3_000)
  await burnIn(page).click()
  // The other tab knows while the wallet is still asked.
  await expect(burnIn(other)).toBeDisabled()
  for (const tab of [page, other])
    await expect(stepsOf(tab).locator('[aria-current=step]')).toContainText('Wait until the burn')
  await other.close()
  expect((await holdingsOf(devnet, market, bob)).escrow.longTokens).toBe(0n)

  await pauseContract(devnet.client, devnet.deployment, market.committer)
  await expect(page.getByText(/^Claims are paused in this pool/)).toBeVisible()
  // It still rebalances: the burn executes, and what it pays waits in escrow.
  for (let upkeep = 0; upkeep < 2; upkeep++) await passUpkeeps(devnet, market)
  await expect(stepsOf(page).locator('[aria-current=step]')).toContainText('Claim to your wallet')
  await expect(stepsOf(page).getByRole('button', { name: 'Claim', exact: true })).toBeDisabled()
})
