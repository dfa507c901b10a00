import { parseUnits } from 'viem'
import { HOSTILE_CONTRACTS } from '../devnet/hostileContracts'
import { marketOf } from '../devnet/marketOf'
import { addressOf } from './addressOf'
import { holdingsOf, passUpkeeps } from './chainState'
import { expect, testOn } from './fixtures'
import { untilCommitted } from './sending'

const test = testOn({ pastSec: 0, walk: false, hostileContracts: true })

test.use({ pace: { keeper: false } })

/** Of the attacks, these leave a pool that can be read; the others cost it its row. */
const READABLE = ['INTERVALS', 'FAR', 'MEGABYTE', 'PERIODS', 'NEGATIVE']

test('with pools around that attack their readers: the list, a trade from mint to claim, and the keeper’s panel', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const unread = HOSTILE_CONTRACTS.length - READABLE.length
  await app.open('/?unverified')
  for (const { name } of devnet.deployment.markets)
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
  for (const name of READABLE)
    await expect(page.getByRole('link', { name: `1-ETH/USD+${name}`, exact: true })).toBeVisible()
  await expect(
    page.getByText(`${unread} unverified markets couldn’t be loaded and aren’t listed.`),
  ).toBeVisible()

  const alice = addressOf(devnet, 'Alice')
  const before = await holdingsOf(devnet, market, alice)
  await app.returnAs('Alice')
  await app.openPool(market)
  await page.getByLabel('Amount').fill('100')
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  await untilCommitted(page)
  await passUpkeeps(devnet, market)
  const position = page.getByRole('region', { name: 'Your position' })
  await position.getByRole('button', { name: 'Claim', exact: true }).click()
  await expect(page.getByText(/claimed to your wallet\.$/)).toBeVisible()
  const after = await holdingsOf(devnet, market, alice)
  expect(after.long).toBeGreaterThan(before.long)
  expect(after.settlement).toBe(before.settlement - parseUnits('100', 6))

  await app.open()
  await devnet.increaseTime(121)
  await expect(page.getByText(/\d+ rebalances due in \d+ markets\./)).toBeVisible()
  await page.getByRole('button', { name: /^Rebalance / }).click()
  await expect(page.getByText(/You earned/).first()).toBeVisible()
})
