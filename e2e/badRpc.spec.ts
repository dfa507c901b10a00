import type { Page } from '@playwright/test'
import { type Hex, numberToHex, parseAbiItem } from 'viem'
import type { DeployedMarket } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { expect, livedTest as test } from './fixtures'
import { behave, misbehave, type Reply } from './misbehave'
import { openTab, tabPanel } from './poolTabs'
import { blocksPass, shownBlock } from './shownBlock'

const LIMIT = 40n

/** How one provider refuses too wide a range of blocks; `poolHistory.devnet.test.ts` has others. */
const REFUSAL: Reply = {
  status: 400,
  body: `{"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"exceed maximum block range: ${LIMIT}"}}`,
}

interface Seen {
  readonly block: number
  readonly price: number
}

/** Begins to note down each block and each price that is shown. */
async function watchScreen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Seen[] = []
    Object.assign(window, { seen })
    const note = () => {
      const block = /block (\d+)/.exec(document.querySelector('header')?.textContent ?? '')?.[1]
      const text = [...document.querySelectorAll('main dt')].find((dt) =>
        dt.textContent?.startsWith('Index price'),
      )?.nextElementSibling?.textContent
      const price = /[\d,.]+/.exec(text ?? '')?.[0]?.replaceAll(',', '')
      if (block !== undefined && price !== undefined)
        seen.push({ block: Number(block), price: Number(price) })
    }
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
}

function seenOnScreen(page: Page): Promise<readonly Seen[]> {
  return page.evaluate(() => (window as unknown as { seen: Seen[] }).seen)
}

async function upkeepsOnChain({ client, deployment }: Devnet, { pool }: DeployedMarket) {
  const logs = await client.getLogs({
    address: deployment.contracts.poolKeeper,
    event: parseAbiItem(
      'event UpkeepSuccessful(address indexed pool, bytes data, int256 indexed startPrice, int256 indexed endPrice)',
    ),
    args: { pool },
    fromBlock: 0n,
  })
  return logs.length
}

test('an RPC that limits the blocks of a log request: the past is complete anyway', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  let refused = 0
  let read = 0
  await misbehave(page, ({ method, params }) => {
    if (method !== 'eth_getLogs') return undefined
    const [{ fromBlock, toBlock }] = params as [{ fromBlock: Hex; toBlock: Hex }]
    const isTooWide = BigInt(toBlock) - BigInt(fromBlock) + 1n > LIMIT
    if (isTooWide) refused += 1
    else read += 1
    return isTooWide ? REFUSAL : undefined
  })
  await app.openPool(market)
  const history = page.getByRole('region', { name: 'History' })
  await history.getByText('All', { exact: true }).click()
  const shown = async () =>
    Number(/^(\d+) rebalances/.exec((await history.getByRole('status').textContent()) ?? '')?.[1])
  await expect
    .poll(async () => (await shown()) - (await upkeepsOnChain(devnet, market)), {
      timeout: 30_000,
    })
    .toBe(0)
  expect(await shown()).toBeGreaterThan(110)
  expect(refused).toBeGreaterThan(0)
  expect(read).toBeGreaterThanOrEqual(3)

  const past = await openTab(page, 'Rebalances')
  const more = past.getByRole('button', { name: 'Show more' })
  await expect(more).toBeVisible()
  while (await more.isVisible()) await more.click()
  const listed = async () => (await past.getByRole('row').count()) - 1
  await expect.poll(async () => (await listed()) - (await upkeepsOnChain(devnet, market))).toBe(0)
})

test('an RPC that is busy for a while: the data stays, and its age is told', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  await app.openPool(market)
  const history = page.getByRole('region', { name: 'History' })
  await expect(history.getByText(/^\d+ rebalances\./)).toBeVisible()
  await misbehave(page, () => ({
    status: 429,
    body: 'Too Many Requests',
    headers: { 'retry-after': '2' },
  }))
  await expect(page.getByText(/^Rate limit · \d+\ss ago$/)).toBeVisible()
  await expect(tabPanel(page, 'Sides')).toBeVisible()
  await expect(history.locator('.recharts-line').first()).toBeVisible()

  await behave(page)
  await expect(page.getByText(/^block \d+, \d+\ss ago$/)).toBeVisible({ timeout: 40_000 })
})

test('an RPC with one backend far behind: the page never goes back, nor mixes the two', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '1-ETH/USD+USDC')
  await app.openPool(market)
  let calls = 0
  const lag = 3n
  await misbehave(page, async (request, ask) => {
    calls += 1
    if (request.method !== 'eth_call' || calls % 2 === 0) return undefined
    const head = BigInt((await ask({ ...request, method: 'eth_blockNumber', params: [] })) as Hex)
    const params = [request.params[0], numberToHex(head - lag), ...request.params.slice(2)]
    return { result: await ask({ ...request, params }) }
  })
  await watchScreen(page)
  for (const price of [3_500, 3_600, 3_700]) {
    await devnet.setPrice('ETH', price)
    await blocksPass(page, 4)
  }
  const seen = await seenOnScreen(page)
  const blocks = seen.map(({ block }) => block)
  const prices = seen.map(({ price }) => price)
  expect(new Set(blocks).size).toBeGreaterThan(4)
  expect(blocks).toEqual(blocks.toSorted((a, b) => a - b))
  expect(prices).toEqual(prices.toSorted((a, b) => a - b))
  expect(prices.at(-1)).toBe(3_700)
})

test('an RPC that falls behind for good: what is newer stays, and its age is told', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.openPool(marketOf(devnet, '1-ETH/USD+USDC'))
  const old = numberToHex((await devnet.client.getBlockNumber()) - 3n)
  const shown = await shownBlock(page)
  await misbehave(page, async (request, ask) => {
    if (request.method !== 'eth_call') return undefined
    return {
      result: await ask({
        ...request,
        params: [request.params[0], old, ...request.params.slice(2)],
      }),
    }
  })
  await expect(page.getByText(/^Stale · \d+\ss ago$/)).toBeVisible()
  const kept = await shownBlock(page)
  expect(kept).toBeGreaterThanOrEqual(shown)
  await behave(page)
  await expect(page.getByText(/^block \d+, \d+\ss ago$/)).toBeVisible()
})
