import type { Locator } from '@playwright/test'
import { type Hex, parseEther, parseUnits } from 'viem'
import type { DeployedMarket } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { formatAmountShort } from '../src/format/formatAmount'
import { CommitType } from '../src/protocol/commitType'
import { addressOf } from './addressOf'
import { holdingsOf } from './chainState'
import { expect, test } from './fixtures'
import { behave, misbehave } from './misbehave'
import { type Commit, commit, commitTogether, nextUpkeep, storedOrder, supply } from './orders'
import { tipped } from './tipped'

/** Prices and rebalances come from the tests alone. */
test.use({ pace: { keeper: false, claimBot: true } })

const NOTHING = { longTokens: 0n, shortTokens: 0n, settlementTokens: 0n }

/** Exact amounts, as the page's tooltips give them, by unit. */
async function exactAmounts(place: Locator): Promise<Record<string, string>> {
  const titles = await place
    .locator('[data-tip]')
    .evaluateAll((all) => all.map((element) => element.getAttribute('data-tip') ?? ''))
  return Object.fromEntries(titles.map((title) => title.split(' ').reverse() as [string, string]))
}

function toWei(text: string | undefined, decimals: number): bigint {
  return parseUnits((text ?? '0').replaceAll(',', ''), decimals)
}

async function escrowOf(devnet: Devnet, market: DeployedMarket, person: string) {
  return (await holdingsOf(devnet, market, addressOf(devnet, person))).escrow
}

test('every commit on its own: several in a transaction, several in an interval, several intervals, and what they become comes to the unit', async ({
  app,
  devnet,
}) => {
  const market = marketOf(devnet, '5-ETH/USD+BAL')
  const alice = addressOf(devnet, 'Alice')
  const { page } = app
  await supply(devnet, market, alice, '500')
  await nextUpkeep(devnet, market)
  expect(await escrowOf(devnet, market, 'Alice')).toEqual(NOTHING)

  const together = await commitTogether(devnet, market, alice, addressOf(devnet, 'Bob'), [
    { type: CommitType.LongMint, amountWei: 100_000_000_000_000_000_007n },
    { type: CommitType.ShortBurn, amountWei: 50_000_000_000_000_000_003n },
  ])
  const alone = await commit(devnet, market, alice, {
    type: CommitType.LongMint,
    amountWei: 33_333_333_333_333_333_333n,
  })
  const flip = await commit(devnet, market, alice, {
    type: CommitType.LongBurnShortMint,
    amountWei: 70_000_000_000_000_000_001n,
  })
  await devnet.increaseTime(market.updateIntervalSec - market.frontRunningIntervalSec)
  await commit(devnet, market, alice, {
    type: CommitType.LongBurn,
    amountWei: parseUnits('20', 18),
  })

  await app.returnAs('Alice')
  await app.openPool(market)
  const pending = page.getByRole('region', { name: 'Pending commits' })
  const intervals = pending
    .getByRole('listitem')
    .filter({ has: page.locator('[data-tip^="Interval "]') })
  await expect(intervals).toHaveCount(2)
  const first = intervals.first()
  const lines = first.getByRole('listitem')
  await expect(lines).toHaveCount(4)
  for (const [index, label] of [
    'Mint long',
    'Burn short',
    'Mint long',
    'Flip long to short',
  ].entries())
    await expect(lines.nth(index)).toContainText(label)
  const hashOf = (index: number) => lines.nth(index).locator('[data-tip^="0x"]')
  for (const [index, hash] of [together, together, alone, flip].entries())
    await expect(hashOf(index)).toHaveAttribute('data-tip', hash as Hex)
  await expect(lines.first()).toContainText('minting fee 0.30 BAL')
  await expect(first.getByText('No auto-claim', { exact: true })).toHaveCount(1)
  await expect(lines.nth(1)).not.toContainText('minting fee')
  await expect(first).toContainText('Executes at the next rebalance.')
  await expect(intervals.nth(1).getByRole('listitem')).toContainText('Burn long')
  await expect(intervals.nth(1)).toContainText('Executes at the 2nd rebalance')

  const sum = first.getByText('total', { exact: true }).locator('..')
  const projected = await exactAmounts(sum)
  await nextUpkeep(devnet, market)
  expect(await escrowOf(devnet, market, 'Alice')).toEqual({
    longTokens: toWei(projected.long, 18),
    shortTokens: toWei(projected.short, 18),
    settlementTokens: toWei(projected.BAL, 18),
  })

  await expect(intervals).toHaveCount(1)
  const executed = page.getByRole('region', { name: 'Executed orders' })
  await expect(executed.getByText('Flip long to short')).toBeVisible()
  await executed.getByRole('button', { name: 'Show older' }).click()
  // The parts of the interval's four commits add up to what came.
  const rows = executed.getByRole('listitem').filter({ hasText: /received/ })
  for (const index of [0, 1, 2, 3])
    await expect(
      rows.nth(index).getByText('received').locator('..').locator('[data-tip]'),
    ).not.toHaveCount(0)
  const parts = await Promise.all(
    [0, 1, 2, 3].map((index) => exactAmounts(rows.nth(index).getByText('received').locator('..'))),
  )
  const total = (unit: string) => parts.reduce((all, part) => all + toWei(part[unit], 18), 0n)
  expect([total('long'), total('short'), total('BAL')]).toEqual(
    ['long', 'short', 'BAL'].map((unit) => toWei(projected[unit], 18)),
  )

  const before = await holdingsOf(devnet, market, alice)
  const position = page.getByRole('region', { name: 'Your position' })
  await position.getByRole('button', { name: /^Your position/ }).click()
  await expect(position.getByRole('link', { name: 'commit from escrow' })).toHaveAttribute(
    'href',
    new RegExp(`/pool/${market.pool}\\?from=escrow$`),
  )
  // It leads to an order that takes what lies there.
  await position.getByRole('link', { name: 'commit from escrow' }).click()
  const ticket = page.getByRole('region', { name: 'Trade' })
  await expect(ticket.getByRole('radio', { name: 'Burn' })).toBeChecked()
  await expect(ticket.getByText(/^Escrow: .* long$/)).toBeVisible()
  await position.getByRole('button', { name: 'Claim', exact: true }).click()
  await expect(page.getByText(/claimed to your wallet\.$/)).toBeVisible()
  const after = await holdingsOf(devnet, market, alice)
  expect(after.long).toBe(before.long + before.escrow.longTokens)
  expect(after.settlement).toBe(before.settlement + before.escrow.settlementTokens)
})

test('a projection is held against the result to the unit: kept while the index stands, and the reason when it moves', async ({
  app,
  devnet,
}) => {
  const market = marketOf(devnet, '1-ETH/USD+USDC')
  const bob = addressOf(devnet, 'Bob')
  const { page } = app
  await supply(devnet, market, bob, '500')
  await nextUpkeep(devnet, market)
  const orders: readonly Commit[] = [
    { type: CommitType.ShortMint, amountWei: 77_777_777n },
    { type: CommitType.LongBurn, amountWei: 33_333_333n },
  ]
  /** Orders past the page, and gives the browser what its ticket would have stored. */
  const order = async () => {
    const atBlock = await devnet.client.getBlockNumber()
    const hash = await commitTogether(devnet, market, bob, addressOf(devnet, 'Carol'), orders)
    const sum = page
      .getByRole('region', { name: 'Pending commits' })
      .getByText('total', { exact: true })
      .locator('..')
    await expect(sum).toBeVisible()
    const projected = await exactAmounts(sum)
    const label = await page.locator('[data-tip^="Interval "]').first().getAttribute('data-tip')
    const projection = {
      atBlock,
      intervalId: BigInt(/\d+/.exec(label ?? '')?.[0] ?? 0),
      spotPrice: parseUnits('3400', 18),
      longTokens: 0n,
      shortTokens: toWei(projected.short, 6),
      settlementTokens: toWei(projected.USDC, 6),
    }
    const stored = storedOrder(devnet, market, bob, orders, hash, projection)
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), stored)
    return projection
  }
  await app.returnAs('Bob')
  await app.openPool(market)
  const executed = page.getByRole('region', { name: 'Executed orders' })
  const newest = executed
    .getByRole('listitem')
    .filter({ hasText: /received/ })
    .first()

  const kept = await order()
  await nextUpkeep(devnet, market)
  await page.reload()
  const escrow = await escrowOf(devnet, market, 'Bob')
  expect([escrow.shortTokens, escrow.settlementTokens]).toEqual([
    kept.shortTokens,
    kept.settlementTokens,
  ])
  await expect(newest.getByText(/^Exactly as projected: [\d,.]+ short\.$/)).toBeVisible()
  await expect(newest.getByText(/^Exactly as projected: [\d,.]+ USDC\.$/)).toBeVisible()
  await expect(newest).toContainText('index since the previous rebalance: 3,400.00 → 3,400.00')

  const missed = await order()
  await devnet.setPrice('ETH', 3_500)
  await nextUpkeep(devnet, market)
  await page.reload()
  const moved = await escrowOf(devnet, market, 'Bob')
  const fewer = missed.settlementTokens - (moved.settlementTokens - escrow.settlementTokens)
  // A higher index makes longs more expensive: more for the burned ones.
  expect(fewer).toBeLessThan(0n)
  await expect(newest).toContainText('index since the previous rebalance: 3,400.00 → 3,500.00')
  await expect(newest).toContainText(`${formatAmountShort(-fewer, 6)} more than the projected`)
  await expect(newest).toContainText('the index moved from 3,400.00 when you ordered to 3,500.00')
})

test('without events the contract’s own sums are shown, and said to be that', async ({
  app,
  devnet,
}) => {
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const carol = addressOf(devnet, 'Carol')
  const { page } = app
  await supply(devnet, market, carol, '100')
  await nextUpkeep(devnet, market)
  for (const amountWei of [1_000_000n, 2_500_000n])
    await commit(devnet, market, carol, { type: CommitType.ShortMint, amountWei })
  await misbehave(page, ({ method }) =>
    method === 'eth_getLogs'
      ? { error: { code: -32601, message: 'the method eth_getLogs is not available' } }
      : undefined,
  )
  await app.returnAs('Carol')
  await app.openPool(market)
  const pending = page.getByRole('region', { name: 'Pending commits' })
  await expect(
    pending.getByText(/Your individual commits can’t be loaded from this RPC/),
  ).toBeVisible()
  await expect(pending.getByText('Mint short')).toHaveCount(1)
  await expect(tipped(pending, '3.5 USDC')).toBeVisible()
  await expect(pending.getByText('total, after minting fees')).toBeVisible()
  await behave(page)
  await pending.getByRole('button', { name: 'Try again' }).click()
  await expect(pending.getByText('Mint short')).toHaveCount(2)
  await expect(pending.getByText(/can’t be loaded/)).toHaveCount(0)
})

test('a paid claim is said to be paid, and the bot claims after the rebalance', async ({
  app,
  devnet,
}) => {
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const alice = addressOf(devnet, 'Alice')
  const { page } = app
  await supply(devnet, market, alice, '100')
  await nextUpkeep(devnet, market)
  await app.returnAs('Alice')
  await app.openPool(market)
  await commit(devnet, market, alice, {
    type: CommitType.LongMint,
    amountWei: 5_000_000n,
    autoClaimWei: parseEther('0.001'),
  })
  const pending = page.getByRole('region', { name: 'Pending commits' })
  await expect(pending.getByText('Auto-claim paid', { exact: true })).toBeVisible()
  const line = pending.getByRole('listitem').filter({ hasText: 'Mint long' }).last()
  const projected = await exactAmounts(line.getByText('you receive').locator('..'))
  const before = await holdingsOf(devnet, market, alice)
  await nextUpkeep(devnet, market)
  await expect
    .poll(async () => (await holdingsOf(devnet, market, alice)).long)
    .toBe(before.long + toWei(projected.long, 6))
  await expect(page.getByText('claimed', { exact: true }).first()).toBeVisible()
  expect(app.sendRequests()).toBe(0)
})
