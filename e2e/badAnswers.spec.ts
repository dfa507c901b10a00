import { numberToHex, pad, toFunctionSelector } from 'viem'
import { marketOf } from '../devnet/marketOf'
import { expect, test } from './fixtures'
import { behave, changeInnerAnswers, goesTo, misbehave, type Reply } from './misbehave'

/** What must never stand on a page. */
const NONSENSE = /NaN|undefined|Infinity|This page broke/

/** Ways in which an RPC can answer only a part of what one call asks. */
const HALVES = [
  ['pool', 'fails', { success: false, returnData: '0x' }],
  ['committer', 'answers nothing', { success: true, returnData: '0x' }],
  ['longToken', 'is cut short', { success: true, returnData: '0x01' }],
] as const

for (const [part, how, answer] of HALVES)
  test(`when the ${part} of one market ${how}, that market is counted and the others stay`, async ({
    app,
    devnet,
  }) => {
    const { page } = app
    const market = marketOf(devnet, '3-BTC/USD+USDC')
    const others = devnet.deployment.markets.length - 1
    await app.open()
    await expect(page.locator('[data-market]')).toHaveCount(others + 1)
    await misbehave(page, (request, ask) =>
      changeInnerAnswers(request, ask, (call) =>
        goesTo(call, [market[part]]) ? answer : undefined,
      ),
    )
    await expect(page.getByText('One pool could not be read and is not listed.')).toBeVisible()
    await expect(page.locator('[data-market]')).toHaveCount(others)
    await expect(page.locator('main')).not.toContainText(NONSENSE)

    await app.open(`/pool/${market.pool}`)
    await expect(page.getByRole('heading', { name: 'This pool cannot be read' })).toBeVisible()
    await behave(page)
    await expect(page.getByRole('heading', { name: market.name })).toBeVisible({ timeout: 40_000 })
  })

test('queue entries that are left out are not taken for an empty queue', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '3-BTC/USD+USDC')
  const totals = toFunctionSelector('totalPoolCommitments(uint256)')
  await app.openPool(market)
  await misbehave(page, (request, ask) =>
    changeInnerAnswers(request, ask, (call) =>
      goesTo(call, [market.committer]) && call.callData.startsWith(totals)
        ? { success: false, returnData: '0x' }
        : undefined,
    ),
  )
  await expect(page.getByRole('heading', { name: 'This pool cannot be read' })).toBeVisible()
})

test('a pool that the factory’s list leaves out is asked for again', async ({ app, devnet }) => {
  const { page } = app
  const pools = toFunctionSelector('pools(uint256)')
  const { poolFactory } = devnet.deployment.contracts
  await misbehave(page, (request, ask) =>
    changeInnerAnswers(request, ask, (call) =>
      goesTo(call, [poolFactory]) && call.callData === `${pools}${pad('0x1').slice(2)}`
        ? { success: false, returnData: '0x' }
        : undefined,
    ),
  )
  await app.open()
  await expect(page.getByText('a part of the list of pools is missing')).toBeVisible()
  await expect(page.locator('[data-market]')).toHaveCount(0)
  await behave(page)
  await expect(page.locator('[data-market]')).toHaveCount(devnet.deployment.markets.length)
})

/** What comes instead of an answer. */
const GARBAGE: readonly (readonly [what: string, reply: Reply])[] = [
  ['a web page', { status: 200, body: '<!doctype html><title>Log in</title>' }],
  ['nothing', { status: 200, body: '' }],
  ['an empty result', { result: '0x' }],
  ['hex of odd length', { result: '0x123' }],
  ['a list that never ends', { result: `0x${'ff'.repeat(320)}` }],
]

for (const [what, reply] of GARBAGE)
  test(`an RPC that answers ${what}: a sentence, and the markets once it answers again`, async ({
    app,
  }) => {
    const { page } = app
    await misbehave(page, () => reply)
    await app.open()
    await expect(page.getByText('The network gives no usable answer.')).toBeVisible()
    await expect(page.locator('main')).not.toContainText(NONSENSE)
    await behave(page)
    await expect(page.getByRole('link', { name: '3-ETH/USD+USDC' })).toBeVisible({
      timeout: 20_000,
    })
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
  await expect(page.getByText(/trying again · block \d+, \d+ s ago/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Long side' })).toBeVisible()
  await behave(page)
  await misbehave(page, async (request, ask) => ({ result: await ask(request), id: 999 }))
  await expect(page.getByText(/^block \d+, 0 s ago$/)).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('main')).not.toContainText(NONSENSE)
})

for (const [what, value] of [
  ['2^255', 2n ** 255n],
  ['2^256 − 1', 2n ** 256n - 1n],
  ['0', 0n],
] as const)
  test(`a market whose contracts answer ${what} to everything takes nothing else down`, async ({
    app,
    devnet,
  }) => {
    const { page } = app
    const market = marketOf(devnet, '5-ETH/USD+BAL')
    const other = marketOf(devnet, '1-BTC/USD+USDC')
    const { pool, committer, longToken, shortToken } = market
    const words = pad(numberToHex(value)).slice(2).repeat(7)
    await app.open()
    await expect(page.locator('[data-market]', { hasText: market.name })).toBeVisible()
    await misbehave(page, (request, ask) =>
      changeInnerAnswers(request, ask, (call) =>
        goesTo(call, [pool, committer, longToken, shortToken])
          ? { success: true, returnData: `0x${words}` }
          : undefined,
      ),
    )
    await expect(page.getByText('One pool could not be read and is not listed.')).toBeVisible()
    await expect(page.locator('[data-market]', { hasText: other.name })).toBeVisible()
    await expect(page.locator('main')).not.toContainText(NONSENSE)
    await app.open(`/pool/${pool}`)
    await expect(page.getByRole('heading', { name: 'This pool cannot be read' })).toBeVisible()
  })

test('a pool balance of 2^255 is not computed with', async ({ app, devnet }) => {
  const { page } = app
  const market = marketOf(devnet, '5-ETH/USD+BAL')
  const balances = toFunctionSelector('balances()')
  const word = pad(numberToHex(2n ** 255n)).slice(2)
  await app.openPool(market)
  await misbehave(page, (request, ask) =>
    changeInnerAnswers(request, ask, (call) =>
      goesTo(call, [market.pool]) && call.callData.startsWith(balances)
        ? { success: true, returnData: `0x${word}${word}` }
        : undefined,
    ),
  )
  await expect(page.getByRole('heading', { name: 'This pool cannot be read' })).toBeVisible()
})

test('a token that says the wallet holds 2^255 of it is shown, in the room there is', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '5-ETH/USD+BAL')
  const balanceOf = toFunctionSelector('balanceOf(address)')
  await app.openPool(market)
  await app.connect('Alice')
  await misbehave(page, (request, ask) =>
    changeInnerAnswers(request, ask, (call) =>
      goesTo(call, [market.settlementToken, market.longToken]) &&
      call.callData.startsWith(balanceOf)
        ? { success: true, returnData: pad(numberToHex(2n ** 255n)) }
        : undefined,
    ),
  )
  await expect(page.getByText('5.789e58 long')).toBeVisible()
  for (const width of [1_440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    const needed = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(needed).toBeLessThanOrEqual(width)
  }
  await expect(page.locator('main')).not.toContainText(NONSENSE)
})
