import { marketOf } from '../devnet/marketOf'
import { RPC_TIMEOUT_MS } from '../src/chain/network'
import { passUpkeeps } from './chainState'
import { expect, test } from './fixtures'
import { AMOUNT, aboutToMint } from './sending'
import { openFold } from './ticketOrders'

test.use({ pace: 'still' })

const MARKET = '1-BTC/USD+USDC'
const COMMITTED = 'Committed. Expected to execute'
/** How long the wallet takes, by the page's clock: longer than what a test does meanwhile. */
const DELAY_MS = 10_000
/** What a straddle of 20 USDC puts on each side. */
const AMOUNT_EACH = 10_000_000n

test('a rebalance while the approval lies in the wallet: the commit waits for a word on the new figures', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, MARKET)
  await page.clock.install()
  const minting = await aboutToMint(app, devnet, market, 'Alice')
  await app.wallet('Alice', 'setDelay', DELAY_MS)
  await minting.click()
  const card = page.getByRole('region', { name: /^Mint / })
  await expect(card).toContainText('Confirm it in your wallet.')
  // Keyboard users continue from here.
  await expect(card).toBeFocused()
  await passUpkeeps(devnet, market, 1)
  await page.clock.fastForward(DELAY_MS)
  const goOn = card.getByRole('button', { name: 'Try again: Commit with the new figures' })
  await expect(goOn).toBeVisible()
  await expect(card).toContainText('Nothing is committed until you confirm')
  await expect(card).toContainText(/Interval(\d+) → (?!\1)\d+/)
  expect(app.sendRequests()).toBe(1)
  expect(await minting.since()).toEqual({ mined: 1, spent: 0n, allowance: AMOUNT })

  await app.wallet('Alice', 'setDelay', 0)
  await goOn.click()
  await expect(page.getByText(COMMITTED)).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    2,
    { mined: 2, spent: AMOUNT, allowance: 0n },
  ])
})

test('the second part of a straddle never goes into another interval unasked', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, MARKET)
  await page.clock.install()
  const minting = await aboutToMint(app, devnet, market, 'Bob', { approved: true })
  await openFold(page, 'Options')
  await page.getByRole('checkbox', { name: 'Straddle' }).check()
  await page.getByLabel('Amount').fill('20')
  await app.wallet('Bob', 'setDelay', DELAY_MS)
  await minting.click()
  const card = page.getByRole('region', { name: /^Straddle / })
  await expect(card).toContainText('Confirm it in your wallet.')
  await page.clock.fastForward(DELAY_MS)
  await expect.poll(async () => (await minting.since()).spent).toBe(AMOUNT_EACH)
  await app.wallet('Bob', 'rejectNext', 'eth_sendTransaction')
  await expect.poll(() => app.askedToSend('Bob')).toBe(2)
  await page.clock.fastForward(DELAY_MS)
  await expect(card).toContainText('You rejected the request in your wallet')
  await expect(card).toContainText('Commit 1 is already sent')
  await passUpkeeps(devnet, market, 1)
  await expect(card.getByRole('alert')).toContainText(/The cut-off (has )?passed/)
  await app.wallet('Bob', 'setDelay', 0)
  await card.getByRole('button', { name: /with the new figures$/ }).click()
  await expect(page.getByText('2 commits sent.')).toBeVisible()
  expect((await minting.since()).spent).toBe(2n * AMOUNT_EACH)
})

test('an order is not started where the network does not answer', async ({ app, devnet }) => {
  const { page } = app
  await page.clock.install()
  const minting = await aboutToMint(app, devnet, marketOf(devnet, MARKET), 'Carol', {
    approved: true,
  })
  await expect(page.getByRole('button', { name: /^Mint (long|short|both sides)$/ })).toBeEnabled()
  await page.route('**/rpc', async (route) => {
    // The small questions are answered, the one for the pools is not.
    if ((route.request().postData()?.length ?? 0) > 3_000) return
    await route.continue()
  })
  await minting.click()
  await expect(page.getByRole('button', { name: 'Checking the network…' })).toBeDisabled()
  // It has the time that any request has.
  await page.clock.fastForward(RPC_TIMEOUT_MS)
  await expect(page.getByRole('alert').getByText('The network didn’t respond')).toBeVisible()
  expect(app.sendRequests()).toBe(0)
})

test('an order that is changed while the network is checked is not started', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const minting = await aboutToMint(app, devnet, marketOf(devnet, MARKET), 'Carol', {
    approved: true,
  })
  let answer = () => {}
  const wait = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/rpc', async (route) => {
    if ((route.request().postData()?.length ?? 0) > 3_000) await wait
    await route.continue()
  })
  await minting.click()
  await expect(page.getByRole('button', { name: 'Checking the network…' })).toBeDisabled()
  await page.getByLabel('Amount').fill('7')
  answer()
  await expect(page.getByRole('alert')).toContainText('You changed the order during the check.')
  await expect(page.getByLabel('Amount')).toHaveValue('7')
  expect(app.sendRequests()).toBe(0)
  expect(await minting.since()).toMatchObject({ mined: 0, spent: 0n })
})
