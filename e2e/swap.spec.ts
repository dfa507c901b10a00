import type { Page, Request } from '@playwright/test'
import { type Address, encodeFunctionData, maxUint256, parseUnits } from 'viem'
import type { DeployedMarket } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { tokenAbi } from '../devnet/protocolAbi'
import { sendFrom } from '../devnet/sendFrom'
import { vaultAbi } from '../src/chain/balancer/balancerAbi'
import { ownFunds } from '../src/chain/balancer/batchSwapArgs'
import { quoteSwaps } from '../src/chain/balancer/quoteSwap'
import { LENS_ADDRESS } from '../src/chain/lens/callLens'
import { SECONDARY_LENS_ADDRESS } from '../src/chain/secondary/readSecondary'
import { addressOf } from './addressOf'
import { holdingsOf } from './chainState'
import { expect, secondaryTest as test } from './fixtures'
import { expectAccessibleOnDarkPhone } from './looks'
import { untilSent } from './sending'

// Blocks come with transactions alone, so that a quote stays as it is.
test.use({ build: 'secondary', pace: 'still' })

const MARKET = '1-BTC/USD+USDC'
/** Its pool’s third token is WETH: another pool has the settlement token. */
const TWO_HOPS = '1-ETH/USD+USDC'

function balancerOf({ deployment: { balancer } }: Devnet) {
  if (balancer === undefined) throw new Error('Balancer was not deployed')
  return balancer
}

function poolIdOf(devnet: Devnet, { name }: DeployedMarket) {
  const found = balancerOf(devnet).pools.find((pool) => pool.market === name)
  if (found === undefined) throw new Error(`${name} has no pool on Balancer`)
  return found.id
}

/** What Balancer's contracts say of a swap, asked of them by the test. */
async function quoteOf(
  devnet: Devnet,
  market: DeployedMarket,
  [tokenIn, tokenOut]: readonly [Address, Address],
  amountIn: bigint,
): Promise<bigint> {
  const route = [{ poolId: poolIdOf(devnet, market), tokenIn, tokenOut }] as const
  const { multicall3 } = devnet.deployment.contracts
  const requests = [{ route, amountIn }]
  const [quote] = await quoteSwaps(devnet.client, multicall3, balancerOf(devnet), requests)
  if (quote === undefined) throw new Error('no quote')
  return quote.amountOut
}

async function openComparison(page: Page) {
  await page.getByText('Now or in the queue').click()
}

/** Pools, Balancer’s pools and farms, and the quote are read by calls of their own, all in one request. */
async function expectOneRequestPerRefresh(page: Page, { deployment }: Devnet) {
  const calls: string[][] = []
  const note = (request: Request) => {
    if (request.method() !== 'POST') return
    const asked = [request.postDataJSON()].flat() as { method: string; params: [{ to: string }] }[]
    if (asked.some(({ method }) => method === 'eth_call'))
      calls.push(asked.map(({ params: [{ to }] }) => to.toLowerCase()).sort())
  }
  page.on('request', note)
  await expect.poll(() => calls.length).toBeGreaterThan(3)
  page.off('request', note)
  const targets = [LENS_ADDRESS, SECONDARY_LENS_ADDRESS, deployment.contracts.multicall3]
  const together = targets.map((target) => target.toLowerCase()).sort()
  for (const call of calls) expect(call).toEqual(together)
}

for (const amount of ['12.5', '1000'])
  test(`swaps ${amount} USDC for long tokens and back: what comes is the quote`, async ({
    app,
    devnet,
  }) => {
    const market = marketOf(devnet, MARKET)
    const { settlementToken, longToken } = market
    const alice = addressOf(devnet, 'Alice')
    const { page } = app
    await app.returnAs('Alice')
    await app.openPool(market)
    await openComparison(page)
    const units = parseUnits(amount, 6)

    const before = await holdingsOf(devnet, market, alice)
    const bought = await quoteOf(devnet, market, [settlementToken, longToken], units)
    await page.getByLabel('Amount').fill(amount)
    // The changed amount has sent a request of its own.
    await expect(page.getByText(/^Quoted at block/)).toBeVisible()
    await expectOneRequestPerRefresh(page, devnet)
    await page.getByRole('button', { name: 'Approve and swap now' }).click()
    await expect(page.getByText(/^Swapped\. You received .*, exactly as quoted\.$/)).toBeVisible()
    await expect(page.getByLabel('Amount')).toHaveValue('')
    const between = await holdingsOf(devnet, market, alice)
    expect(between.settlement).toBe(before.settlement - units)
    expect(between.long).toBe(before.long + bought)

    const sold = await quoteOf(devnet, market, [longToken, settlementToken], between.long)
    await page.getByRole('region', { name: 'Trade' }).getByText('Burn', { exact: true }).click()
    await page.getByRole('button', { name: 'Max' }).click()
    await expect(page.getByRole('button', { name: 'Approve and swap now' })).toBeEnabled()
    await expectAccessibleOnDarkPhone(page)
    await page.getByRole('button', { name: 'Approve and swap now' }).click()
    await expect.poll(async () => (await holdingsOf(devnet, market, alice)).long).toBe(0n)
    const after = await holdingsOf(devnet, market, alice)
    expect(after.settlement).toBe(between.settlement + sold)
    await expect(
      page.getByText(/^Swapped\. You received .* USDC, exactly as quoted\.$/),
    ).toBeVisible()
    expect(app.sendRequests()).toBe(4)
    // Both are swaps in the history, and what they lost is known.
    const card = page.getByRole('region', { name: 'Profit and loss' })
    await card.locator('summary').click()
    const paidIn = card.locator('dl > div').filter({ hasText: 'Paid in so far' })
    await expect(paidIn).toContainText(`${Number(amount).toLocaleString('en')}`)
    await expect(card.getByText('Swap premium', { exact: true })).toBeVisible()
    await app.open('/portfolio/history?kind=swap')
    await expect(page.getByText('Swapped on Balancer')).toHaveCount(2)
  })

test('a price beyond the limit reverts, and is said in words', async ({ app, devnet }) => {
  const market = marketOf(devnet, MARKET)
  const { settlementToken, longToken } = market
  const { vault } = balancerOf(devnet)
  const { client } = devnet
  const [alice, carol] = [addressOf(devnet, 'Alice'), addressOf(devnet, 'Carol')]
  for (const person of [alice, carol])
    await sendFrom(client, person).call(settlementToken, tokenAbi, 'approve', [vault, maxUint256])
  const { page } = app
  await app.returnAs('Alice')
  await app.openPool(market)
  await openComparison(page)
  await page.getByLabel('Amount').fill('100')
  const before = await holdingsOf(devnet, market, alice)

  await client.setAutomine(false)
  const swap = page.getByRole('button', { name: 'Swap now', exact: true })
  await expect(swap).toBeEnabled()
  // Someone else's waits for a block already, for a higher fee: the simulation does not see it, and it comes first.
  const single = {
    poolId: poolIdOf(devnet, market),
    kind: 0,
    assetIn: settlementToken,
    assetOut: longToken,
    amount: parseUnits('2000', 6),
    userData: '0x',
  } as const
  const args = [single, ownFunds(carol), 0n, maxUint256] as const
  await client.sendTransaction({
    account: carol,
    chain: null,
    to: vault,
    data: encodeFunctionData({ abi: vaultAbi, functionName: 'swap', args }),
    gas: 1_000_000n,
    gasPrice: 10n ** 11n,
  })
  await swap.click()
  await untilSent(app, 1)
  await client.mine({ blocks: 1 })
  await client.setAutomine(true)
  await expect(page.getByText(/The price moved beyond your limit/).first()).toBeVisible()
  expect(await holdingsOf(devnet, market, alice)).toEqual(before)
})

test('over two hops, a bad slippage or deadline is said, and nothing is sent', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Alice')
  await app.openPool(marketOf(devnet, TWO_HOPS))
  await openComparison(page)
  await page.getByLabel('Amount').fill('100')
  const swap = page.getByRole('button', { name: 'Approve and swap now' })
  await expect(swap).toBeEnabled()
  // Both fees of 0.3%.
  const fee = page.locator('dl > div').filter({ hasText: 'Swap fee' })
  await expect(fee).toContainText('0.60%')
  await expectAccessibleOnDarkPhone(page)
  await page.getByLabel('Slippage').fill('50')
  await expect(page.getByText('Allow at most 5%')).toBeVisible()
  await expect(swap).toBeDisabled()
  await page.getByLabel('Slippage').fill('1')
  await page.getByLabel('Deadline').fill('1.5')
  await expect(page.getByText('Enter whole minutes.')).toBeVisible()
  // A field of the ticket: Enter must not send the commit.
  await page.getByLabel('Deadline').press('Enter')
  await expect(swap).toBeDisabled()
  expect(app.sendRequests()).toBe(0)
})

test('Balancer that does not respond takes nothing else down', async ({ app, devnet }) => {
  const { vault } = balancerOf(devnet)
  await devnet.client.setCode({ address: vault, bytecode: '0x' })
  const { page } = app
  await app.returnAs('Alice')
  await app.openPool(marketOf(devnet, MARKET))
  await page.getByLabel('Amount').fill('100')
  await openComparison(page)
  await expect(page.getByText('Balancer’s pools couldn’t be read')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Approve and mint / })).toBeEnabled()
})

test('a flip shows no swap', async ({ app, devnet }) => {
  const { page } = app
  await app.openPool(marketOf(devnet, MARKET))
  await expect(page.getByText('Now or in the queue')).toBeVisible()
  await page.getByRole('region', { name: 'Trade' }).getByText('Flip', { exact: true }).click()
  await expect(page.getByText('Now or in the queue')).toHaveCount(0)
})

test.describe('where no secondary pool is known', () => {
  test.use({ build: 'neutral' })

  test('nothing of it shows', async ({ app, devnet }) => {
    const { page } = app
    await app.returnAs('Alice')
    await app.openPool(marketOf(devnet, MARKET))
    await page.getByLabel('Amount').fill('100')
    await expect(page.getByText('This interval vs. the next')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Approve and mint / })).toBeEnabled()
    await expect(page.getByText(/Balancer|swap now/i)).toHaveCount(0)
    await expect(page.getByText('Now or in the queue')).toHaveCount(0)
    await app.open(`/liquidity/${marketOf(devnet, MARKET).pool}`)
    await expect(page.getByText('There are no Balancer pools on this network.')).toBeVisible()
  })
})
