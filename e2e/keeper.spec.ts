import { numberToHex, parseAbi } from 'viem'
import { readContract } from 'viem/actions'
import { pauseContract } from '../devnet/controls'
import { marketOf } from '../devnet/marketOf'
import { expect, test } from './fixtures'
import { behave, misbehave } from './misbehave'

/** No one is the keeper. */
test.use({ pace: { keeper: false } })

const committerAbi = parseAbi(['function updateIntervalId() view returns (uint128)'])

test('a visitor performs a rebalance that is due, is paid, and is told what it changed', async ({
  app,
  devnet,
}) => {
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const { page } = app
  const intervalId = () =>
    readContract(devnet.client, {
      address: market.committer,
      abi: committerAbi,
      functionName: 'updateIntervalId',
    })
  await app.returnAs('Alice')
  await app.openPool(market)
  await expect(page.getByRole('button', { name: 'Rebalance now' })).toHaveCount(0)
  const before = await intervalId()
  await devnet.setPrice('BTC', 99_000)
  await devnet.increaseTime(61)
  await expect(page.getByText('due now')).toBeVisible()
  // Keepers have a minute: nothing comes and goes at every rebalance.
  await expect(page.getByRole('button', { name: 'Rebalance now' })).toHaveCount(0)
  await devnet.increaseTime(60)
  await expect(page.getByText(/^Rebalance overdue /)).toBeVisible()
  await page.getByRole('button', { name: 'Rebalance now' }).click()
  await expect(
    page.getByText(/index 97,000\.00 → 99,000\.00, long \+[\d,.]+, short −[\d,.]+ USDC/),
  ).toBeVisible()
  await expect(page.getByText(/You earned 0\.\d+ USDC/)).toBeVisible()
  expect(await intervalId()).toBe(before + 2n)
  await expect(page.getByText(/^Rebalance overdue /)).toHaveCount(0)
})

test('what a rebalance did is said to be unknown where it cannot be read, and read at a click', async ({
  app,
  devnet,
}) => {
  const market = marketOf(devnet, '1-ETH/USD+USDC')
  const { page } = app
  await app.returnAs('Bob')
  await app.openPool(market)
  await devnet.increaseTime(121)
  // The flow gets its receipt, and no one after it.
  let isSettled = false
  await page.route('**/rpc', async (route) => {
    if (!route.request().postData()?.includes('eth_getTransactionReceipt')) return route.continue()
    if (isSettled) return route.abort()
    const response = await route.fetch()
    isSettled = !(await response.text()).includes('"result":null')
    return route.fulfill({ response })
  })
  await page.getByRole('button', { name: 'Rebalance now' }).click()
  const unread = page.getByText('Rebalance done, but its result couldn’t be loaded')
  await expect(unread).toBeVisible({ timeout: 60_000 })
  await page.unroute('**/rpc')
  await page.getByRole('button', { name: 'Try again', exact: true }).click()
  await expect(page.getByText(/You earned 0\.\d+ USDC/)).toBeVisible()
  await expect(unread).toHaveCount(0)
})

test('a chain that stands still grows old on the screen, and the rebalance comes due anyway', async ({
  app,
  devnet,
}) => {
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const { page } = app
  await devnet.increaseTime(61)
  await devnet.upkeep([market.pool])
  await devnet.increaseTime(30)
  const last = numberToHex(await devnet.client.getBlockNumber())
  await misbehave(page, async (request, ask) => {
    if (request.method !== 'eth_call') return undefined
    return {
      result: await ask({
        ...request,
        params: [request.params[0], last, ...request.params.slice(2)],
      }),
    }
  })
  await page.clock.install()
  await app.openPool(market)
  const banner = page.getByRole('banner')
  await expect(banner.getByText(/^block \d+, \d\ss ago$/)).toBeVisible()
  await page.clock.fastForward(15_000)
  await expect(banner.getByText(/^Stalled · (1[4-9]|2\d) s ago$/)).toBeVisible()
  await expect(banner.locator('.bg-warn')).toBeVisible()
  await page.clock.fastForward(80_000)
  await expect(page.getByText(/^Rebalance overdue /)).toBeVisible()
  await expect(banner.getByText('No new block')).toBeVisible()
  await behave(page)
  await expect(page.getByText(/^block \d+, \d+\ss ago$/)).toBeVisible()
})

test('a pool that is days late is caught up by several in one transaction', async ({
  app,
  devnet,
}) => {
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const { page } = app
  await devnet.increaseTime(60 * 40)
  await app.returnAs('Bob')
  await app.openPool(market)
  await expect(page.getByText(/Keeper late/).first()).toBeVisible()
  await page.locator('summary', { hasText: 'Rebalance overdue' }).click()
  await expect(page.getByText(/Catching up takes 3 rebalances, 3 per transaction/)).toBeVisible()
  await page.getByRole('button', { name: 'Rebalance now' }).click()
  await expect(page.getByText(/You earned/)).toBeVisible()
  await expect(page.getByText(/Keeper late/)).toHaveCount(0)
})

test('all that are due are performed from the list, for a reward that is estimated in each money', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Carol')
  await app.open()
  await devnet.increaseTime(121)
  await expect(page.getByText(/\d rebalances due in \d markets\./)).toBeVisible()
  await expect(page.getByText(/for a reward of about [\d.]+ USDC/)).toContainText('depends on gas')
  await page.getByRole('button', { name: 'Rebalance all' }).click()
  await expect(page.getByText(/You earned/).first()).toBeVisible()
  expect(app.sendRequests()).toBe(1)
})

test('days behind, the list says how much is left, and each transaction takes as many as it has gas for', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await devnet.upkeep()
  await devnet.increaseTime(60 * 15 * 9)
  await app.returnAs('Carol')
  await app.open()
  const bar = page.getByText(/\d+ rebalances due in \d+ markets\./)
  const behind = async () => Number(/(\d+) rebalances/.exec((await bar.textContent()) ?? '')?.[1])
  await expect.poll(behind).toBeGreaterThanOrEqual(18)
  const before = await behind()
  await page.getByRole('button', { name: `Rebalance 8 of ${before}` }).click()
  await expect(page.getByText(/You earned/).first()).toBeVisible()
  await expect.poll(behind).toBeLessThan(before - 5)
})

test('a pool whose committer alone is paused says what stands still, and can be upkept', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '1-ETH/USD+USDC')
  await pauseContract(devnet.client, devnet.deployment, market.committer)
  await devnet.increaseTime(121)
  await app.returnAs('Bob')
  await app.openPool(market)
  await expect(page.getByText(/^Claims are disabled .* The pool still rebalances/)).toBeVisible()
  await expect(page.getByText('Claims paused')).toBeVisible()
  await expect(page.getByText('due now', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Rebalance now' }).click()
  await expect(page.getByText(/You earned/)).toBeVisible()
})
