import { type Address, type Hex, numberToHex, pad } from 'viem'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { expect, test } from './fixtures'
import { behave, misbehave } from './misbehave'
import { tabPanel } from './poolTabs'

/** What must never stand on a page. */
const NONSENSE = /NaN|undefined|Infinity|Something went wrong on this page/

/** Puts other code at an address for as long as something is done. */
async function withCode(
  { client }: Devnet,
  address: Address,
  bytecode: Hex,
  act: () => Promise<void>,
): Promise<void> {
  const before = await client.getCode({ address })
  if (before === undefined) throw new Error(`There is no contract at ${address}`)
  await client.setCode({ address, bytecode })
  try {
    await act()
  } finally {
    await client.setCode({ address, bytecode: before })
  }
}

/** Code that answers every call with the same word. */
function codeAnswering(word: bigint): Hex {
  return `0x7f${pad(numberToHex(word)).slice(2)}60005260206000f3`
}

test('a market whose contracts stop answering is counted, the others stay, and it comes back', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '3-BTC/USD+USDC')
  const others = devnet.deployment.markets.length - 1
  await app.open()
  await expect(page.locator('[data-market]')).toHaveCount(others + 1)
  await withCode(devnet, market.committer, '0x', async () => {
    await expect(page.getByText('One market couldn’t be loaded and isn’t listed.')).toBeVisible()
    await expect(page.locator('[data-market]')).toHaveCount(others)
    await expect(page.locator('main')).not.toContainText(NONSENSE)
    await app.open(`/pool/${market.pool}`)
    await expect(page.getByRole('heading', { name: 'This pool couldn’t be loaded' })).toBeVisible()
  })
  await expect(page.getByRole('heading', { name: market.name })).toBeVisible({ timeout: 40_000 })
})

test('an RPC that answers a web page: a sentence, and the markets once it answers again', async ({
  app,
}) => {
  const { page } = app
  await misbehave(page, () => ({ status: 200, body: '<!doctype html><title>Log in</title>' }))
  await app.open()
  await expect(
    page.getByText('Can’t load data from the network. Retrying automatically.'),
  ).toBeVisible()
  await expect(page.locator('main')).not.toContainText(NONSENSE)
  await behave(page)
  await expect(page.getByRole('link', { name: '3-ETH/USD+USDC' })).toBeVisible({ timeout: 20_000 })
})

test('answers that are cut off change nothing on the screen; another id does no harm', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
  await misbehave(page, async (request, ask) => {
    const result = await ask(request)
    return typeof result === 'string' ? { result: result.slice(0, result.length / 2) } : undefined
  })
  await expect(page.getByText(/^(RPC error|Rate limit) · \d+\ss ago$/)).toBeVisible()
  await expect(tabPanel(page, 'Sides')).toBeVisible()
  await behave(page)
  await misbehave(page, async (request, ask) => ({ result: await ask(request), id: 999 }))
  await expect(page.getByText(/^block \d+, 0\ss ago$/)).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('main')).not.toContainText(NONSENSE)
})

test('a token that says the wallet holds 2^255 of it is shown, in the room there is', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '5-ETH/USD+BAL')
  await app.openPool(market)
  await app.connect('Alice')
  await withCode(devnet, market.settlementToken, codeAnswering(2n ** 255n), async () => {
    await expect(page.getByText('5.789e58 BAL').first()).toBeVisible()
    for (const width of [1_440, 390]) {
      await page.setViewportSize({ width, height: 900 })
      const needed = () => page.evaluate(() => document.documentElement.scrollWidth)
      await expect.poll(needed).toBeLessThanOrEqual(width)
    }
    await expect(page.locator('main')).not.toContainText(NONSENSE)
  })
})
