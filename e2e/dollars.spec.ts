import { readContract } from 'viem/actions'
import { marketOf } from '../devnet/marketOf'
import { leveragedPoolAbi } from '../devnet/protocolAbi'
import { formatDollars } from '../src/format/formatRatio'
import { addressOf } from './addressOf'
import { expect, test } from './fixtures'
import { untilCommitted } from './sending'

test.use({ pace: { keeper: false } })

const CENTS_PER_BAL = 250n

test('BAL is worth what its feed says, everywhere and as an estimate; USDC without a feed is no dollar', async ({
  app,
  devnet,
}) => {
  await devnet.setPrice('BAL', Number(CENTS_PER_BAL) / 100)
  const market = marketOf(devnet, '5-ETH/USD+BAL')
  const [short, long] = await readContract(devnet.client, {
    address: market.pool,
    abi: leveragedPoolAbi,
    functionName: 'balances',
  })
  const size = formatDollars(((short + long) * CENTS_PER_BAL) / 100n)
  const { page } = app
  await app.open()
  await expect(page.getByRole('row', { name: market.name })).toContainText(size)
  await expect(page.getByRole('row', { name: '3-ETH/USD+USDC' })).toContainText('USDC')
  await expect(page.getByText('≈ $')).toHaveCount(1)

  await app.openPool(market)
  await expect(page.getByText(size)).toBeVisible()
  await expect(page.getByText('BAL in a pool can’t vote')).toBeVisible()
  await page.getByLabel('Amount').fill('3.5')
  await expect(page.getByText('≈ $8.75', { exact: true })).toBeVisible()
  await page.getByText('If the index moves', { exact: true }).click()
  await expect(
    page.getByRole('columnheader', { name: 'Value (BAL), if it moves after' }),
  ).toBeVisible()
  // As many as the table's moves.
  await expect(page.getByRole('cell', { name: /≈ \$\d/ })).toHaveCount(7)
  await page.getByText('Burn', { exact: true }).click()
  await page.getByLabel('Amount').fill('3.5')
  const preview = page.locator('div', { has: page.getByText('You receive (projected)') }).last()
  await expect(preview.getByText(/^≈ \$\d/)).toHaveCount(1)
  await expect(preview).toContainText('BAL')
  await expect(page.getByText('BAL in a pool can’t vote')).toHaveCount(0)

  await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
  await page.getByLabel('Amount').fill('3.5')
  await expect(page.getByText('You receive (projected)')).toBeVisible()
  await expect(page.getByText('≈ $')).toHaveCount(0)
  await expect(page.getByText('BAL in a pool can’t vote')).toHaveCount(0)

  await app.open(`/portfolio?account=${addressOf(devnet, 'Dora')}`)
  const totals = page.getByRole('region', { name: 'Total' })
  await expect(totals.getByRole('row', { name: /^BAL/ })).toContainText('≈ $')
  await expect(totals.getByRole('row', { name: /^USDC/ })).not.toContainText('$')
})

test('what waits in the queue, its fee, and what came of it are worth what the feed says too', async ({
  app,
  devnet,
}) => {
  await devnet.setPrice('BAL', Number(CENTS_PER_BAL) / 100)
  const { page } = app
  await app.returnAs('Alice')
  await app.openPool(marketOf(devnet, '5-ETH/USD+BAL'))
  await page.getByLabel('Amount').fill('100')
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  await untilCommitted(page)
  const pending = page.getByRole('region', { name: 'Pending commits' })
  await expect(pending.getByText('≈ $250.00', { exact: true })).toBeVisible()
  await expect(pending.getByText(/^minting fee .* BAL ≈ \$\d/)).toBeVisible()
  await devnet.increaseTime(3_600)
  await devnet.upkeep()
  await page.getByRole('button', { name: 'Claim', exact: true }).click()
  const position = page.getByRole('region', { name: 'Your position' })
  await position.getByRole('button', { name: /^Your position/ }).click()
  const worth = position.locator('div', { has: page.getByText('Wallet value') }).last()
  await expect(worth.getByText(/^≈ \$\d/)).toBeVisible()
})
