import { encodeFunctionData, parseEther, parseUnits } from 'viem'
import { loadArtifact } from '../devnet/artifacts'
import { sendAndWait } from '../devnet/controls'
import { marketOf } from '../devnet/marketOf'
import { approveTransaction } from '../devnet/transactions'
import { erc20Abi } from '../src/chain/abi'
import { addressOf } from './addressOf'
import { expect, test } from './fixtures'
import {
  AMOUNT,
  aboutToMint,
  pendingOf,
  takePlace,
  untilCommitted,
  untilSeen,
  untilSent,
} from './sending'
import { RPC_PATH } from './serveApp'
import { blocksPass } from './shownBlock'
import { tipped } from './tipped'

/** Blocks come only with a transaction, or, where mining is off, when a test says so. */
test.use({ pace: 'still' })

const MARKET = '1-BTC/USD+USDC'
const COMMITTED = 'Committed. Expected to execute'

test('refused at the approval, then at the commit: each is asked for again, the other is not', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const minting = await aboutToMint(app, devnet, marketOf(devnet, MARKET), 'Alice')
  await app.wallet('Alice', 'rejectNext', 'eth_sendTransaction')
  await minting.click()
  await expect(
    page.getByText('You rejected the request in your wallet. Nothing was sent.'),
  ).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    0,
    { mined: 0, spent: 0n, allowance: 0n },
  ])

  await app.wallet('Alice', 'setDelay', 1_000)
  await page.getByRole('button', { name: /^Try again: Approve/ }).click()
  await untilSent(app, 1)
  await app.wallet('Alice', 'rejectNext', 'eth_sendTransaction')
  await expect(
    page.getByText('You rejected the request in your wallet. Nothing was sent.'),
  ).toBeVisible()
  expect(await minting.since()).toEqual({ mined: 1, spent: 0n, allowance: AMOUNT })

  await page.getByRole('button', { name: 'Try again: Commit' }).click()
  await expect(page.getByText(COMMITTED)).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    2,
    { mined: 2, spent: AMOUNT, allowance: 0n },
  ])
})

test('refused, then started again from the ticket: the old attempt offers nothing more, one is sent', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const minting = await aboutToMint(app, devnet, marketOf(devnet, MARKET), 'Alice')
  await app.wallet('Alice', 'rejectNext', 'eth_sendTransaction')
  await minting.click()
  const tryAgain = page.getByRole('button', { name: /^Try again/ })
  await expect(tryAgain).toBeVisible()
  await minting.click()
  await expect(page.getByText(COMMITTED)).toBeVisible()
  await expect(tryAgain).toHaveCount(0)
  expect(await minting.since()).toEqual({ mined: 2, spent: AMOUNT, allowance: 0n })
  await app.open('/transactions')
  await expect(page.getByText('You started it again later.')).toBeVisible()
})

test('while the code that sends is still on its way, an order is started once; without it, nothing is sent', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, MARKET)
  let isThere = false
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route(/runFlow-/, async (route) => {
    await gate
    await (isThere ? route.continue() : route.abort())
  })
  const minting = await aboutToMint(app, devnet, market, 'Carol')
  await minting.click()
  await expect(page.getByText('Preparing…')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Approve and mint / })).toBeDisabled()
  await expect(page.getByRole('button', { name: /^Continue/ })).toHaveCount(0)
  open()
  await expect(page.getByText('Part of the app failed to load. Nothing was sent.')).toBeVisible()
  expect(app.sendRequests()).toBe(0)
  isThere = true
  await page.reload()
  await page.getByRole('button', { name: /^Try again: Approve/ }).click()
  await expect(page.getByText(COMMITTED)).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    2,
    { mined: 2, spent: AMOUNT, allowance: 0n },
  ])
})

test('a tab that is closed while its wallet is asked: another one takes over, and finds what was sent', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, MARKET)
  const minting = await aboutToMint(app, devnet, market, 'Carol', { approved: true })
  await app.wallet('Carol', 'loseNext', 'eth_sendTransaction')
  await minting.click()
  await expect.poll(async () => (await minting.since()).spent).toBe(AMOUNT)
  // Or the first tab would find it by itself, sooner or later.
  await page.route(`**${RPC_PATH}`, (route) => route.abort())
  const other = await page.context().newPage()
  await other.goto(page.url().replace(/#.*/, '#/transactions'))
  const list = other.getByRole('region', { name: 'Recent transactions' })
  await expect(list).toContainText('Confirm it in your wallet.')
  // It is not this tab's to look for as long as the first one waits.
  await blocksPass(other, 1, () => devnet.client.mine({ blocks: 1 }))
  await expect(list).toContainText('Confirm it in your wallet.')
  await page.close()
  await expect(list).toContainText(COMMITTED)
  expect((await minting.since()).mined).toBe(1)
  await other.close()
})

test('a batch: refused and asked for again, reloaded while it waits for a block', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, MARKET)
  const minting = await aboutToMint(app, devnet, market, 'Bob', { batching: true })
  await app.wallet('Bob', 'rejectNext', 'wallet_sendCalls')
  await minting.click()
  await expect(
    page.getByText('You rejected the request in your wallet. Nothing was sent.'),
  ).toBeVisible()
  expect([app.sendRequests(), (await minting.since()).mined]).toEqual([0, 0])

  await devnet.client.setAutomine(false)
  await page.getByRole('button', { name: 'Try again: Approve if needed, commit' }).click()
  await expect(page.getByText('Waiting for your wallet.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Waiting for your wallet.')).toBeVisible()
  await devnet.client.mine({ blocks: 1 })
  await expect(page.getByText(COMMITTED)).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    1,
    { mined: 1, spent: AMOUNT, allowance: 0n },
  ])
})

test('a batch whose answer never comes: found by its name after a reload', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, MARKET)
  const minting = await aboutToMint(app, devnet, market, 'Carol', { batching: true })
  await app.wallet('Carol', 'loseNext', 'wallet_sendCalls')
  await minting.click()
  await expect.poll(async () => (await minting.since()).spent).toBe(AMOUNT)
  await expect(page.getByText('Confirm it in your wallet.')).toBeVisible()
  await page.reload()
  await expect(page.getByText(COMMITTED)).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    1,
    { mined: 1, spent: AMOUNT, allowance: 0n },
  ])
})

test('a wallet that takes no batch after all gets approval and commit one by one', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '3-BTC/USD+USDC')
  const minting = await aboutToMint(app, devnet, market, 'Carol', { batching: true })
  await app.wallet('Carol', 'rejectNext', 'wallet_sendCalls', 5750)
  await minting.click()
  await untilCommitted(page)
  expect([app.sendRequests(), await minting.since()]).toEqual([
    2,
    { mined: 2, spent: AMOUNT, allowance: 0n },
  ])
})

test('reloaded while the approval, and while the commit waits for a block', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '3-BTC/USD+USDC')
  const minting = await aboutToMint(app, devnet, market, 'Alice')
  await devnet.client.setAutomine(false)
  await minting.click()
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  await devnet.client.mine({ blocks: 1 })
  await page.getByRole('button', { name: 'Continue: Commit' }).click()
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  expect((await minting.since()).spent).toBe(0n)
  await devnet.client.mine({ blocks: 1 })
  await expect(page.getByText(COMMITTED)).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    2,
    { mined: 2, spent: AMOUNT, allowance: 0n },
  ])
})

test('the RPC dies after sending and comes back: the result is there, nothing is sent again', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '3-ETH/USD+USDC')
  const minting = await aboutToMint(app, devnet, market, 'Alice', { approved: true })
  await devnet.client.setAutomine(false)
  await minting.click()
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  let refused = 0
  await page.route(`**${RPC_PATH}`, (route) => {
    refused += 1
    return route.abort()
  })
  // What was asked before has its answer: the block is in none.
  await expect.poll(() => refused).toBeGreaterThan(0)
  await devnet.client.mine({ blocks: 1 })
  const before = refused
  await expect.poll(() => refused).toBeGreaterThan(before + 2)
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  await page.unroute(`**${RPC_PATH}`)
  await expect(page.getByText(COMMITTED)).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    1,
    { mined: 1, spent: AMOUNT, allowance: 0n },
  ])
})

test('made faster in the wallet: the result counts, under both hashes', async ({ app, devnet }) => {
  const { page } = app
  const market = marketOf(devnet, '1-ETH/USD+USDC')
  const minting = await aboutToMint(app, devnet, market, 'Alice', { approved: true })
  await devnet.client.setAutomine(false)
  await minting.click()
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  const { hash: slow } = await pendingOf(devnet, minting.account)
  const fast = await takePlace(devnet, minting.account)
  await page.reload()
  await devnet.client.mine({ blocks: 1 })
  await expect(page.getByText(COMMITTED)).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Portfolio' }).click()
  await page.getByRole('link', { name: 'Transactions' }).click()
  // The page of the pool, which names them too, stands a little longer.
  await expect(page.getByRole('heading', { name: 'Transactions', level: 1 })).toBeVisible()
  for (const hash of [slow, fast]) await expect(tipped(page, hash)).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    1,
    { mined: 1, spent: AMOUNT, allowance: 0n },
  ])
})

test('made faster before a node was asked for it: the result counts', async ({ app, devnet }) => {
  const { page } = app
  const market = marketOf(devnet, '3-ETH/USD+USDC')
  const minting = await aboutToMint(app, devnet, market, 'Alice', { approved: true })
  await devnet.client.setAutomine(false)
  await page.route(`**${RPC_PATH}`, (route) =>
    route.request().postData()?.includes('eth_getTransaction') ? route.abort() : route.continue(),
  )
  await minting.click()
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  const fast = await takePlace(devnet, minting.account)
  await devnet.client.mine({ blocks: 1 })
  await page.unroute(`**${RPC_PATH}`)
  await expect(page.getByText(COMMITTED)).toBeVisible()
  await expect(tipped(page, fast).first()).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    1,
    { mined: 1, spent: AMOUNT, allowance: 0n },
  ])
})

test('cancelled in the wallet, and pushed out by another payment: said so, and asked for again', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '1-ETH/USD+USDC')
  const minting = await aboutToMint(app, devnet, market, 'Bob', { approved: true })
  await devnet.client.setAutomine(false)
  await minting.click()
  const faults = [
    [{ to: minting.account, data: '0x', value: 0n }, 'You cancelled it in your wallet'],
    [
      { to: addressOf(devnet, 'Newcomer'), data: '0x', value: 1n },
      'Replaced by another transaction from your wallet',
    ],
  ] as const
  for (const [change, words] of faults) {
    await untilSeen(app)
    await takePlace(devnet, minting.account, change)
    await devnet.client.mine({ blocks: 1 })
    await expect(page.getByText(words)).toBeVisible()
    expect((await minting.since()).spent).toBe(0n)
    await page.getByRole('button', { name: 'Try again: Commit' }).click()
  }
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  await devnet.client.mine({ blocks: 1 })
  await expect(page.getByText(COMMITTED)).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    3,
    { mined: 3, spent: AMOUNT, allowance: 0n },
  ])
})

test('dropped by the network: said so, never sent again on its own, and at the person’s word', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '1-ETH/USD+USDC')
  await page.clock.install()
  const minting = await aboutToMint(app, devnet, market, 'Carol', { approved: true })
  await devnet.client.setAutomine(false)
  await minting.click()
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  const { hash } = await pendingOf(devnet, minting.account)
  await devnet.client.dropTransaction({ hash })
  // Half a minute from when it was missed first, which no one sees.
  const dropped = page.getByText('No node knows this transaction. It may')
  await expect(async () => {
    await page.clock.fastForward(30_000)
    await expect(dropped).toBeVisible({ timeout: 2_000 })
  }).toPass()
  expect([app.sendRequests(), (await minting.since()).mined]).toEqual([1, 0])
  await devnet.client.setAutomine(true)
  await page.getByRole('button', { name: 'It’s no longer in my wallet' }).press('Enter')
  // The button is gone with the question; the keyboard goes on from the card.
  const goOn = page.getByRole('button', { name: 'Try again: Commit' })
  await expect(goOn).toBeVisible()
  await expect(page.getByRole('region', { name: /^Mint / })).toBeFocused()
  await goOn.click()
  // By the page's clock, which was moved on, its rebalance is over.
  await expect(page.getByText(/^Committed\. Expected to/)).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    2,
    { mined: 1, spent: AMOUNT, allowance: 0n },
  ])
})

test('account, then chain switched in the middle: nothing goes elsewhere, and it goes on when back', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '3-ETH/USD+USDC')
  const bob = addressOf(devnet, 'Bob')
  const bobsNonce = await devnet.client.getTransactionCount({ address: bob })
  const minting = await aboutToMint(app, devnet, market, 'Carol')
  await devnet.client.setAutomine(false)
  await minting.click()
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  await app.wallet('Carol', 'switchAccount', bob)
  // What the other account waits for does not hold this one up.
  await expect(page.getByRole('button', { name: /^Approve and mint / })).toBeEnabled()
  await devnet.client.setAutomine(true)
  await devnet.client.mine({ blocks: 1 })
  await expect.poll(async () => (await minting.since()).allowance).toBe(AMOUNT)
  // The page comes to the commit while the other account is there, and stops.
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('flows.v2')))
    .toContain('"at":"stopped"')
  await expect(page.getByText('Approve this amount')).toHaveCount(0)
  await app.wallet('Carol', 'switchAccount', minting.account)
  await expect(page.getByText('This request belongs to another account.')).toBeVisible()

  await app.wallet('Carol', 'switchChain', 1)
  await page.getByRole('button', { name: 'Try again: Commit' }).click()
  await expect(page.getByText('Your wallet is on another network. Nothing was sent.')).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    1,
    { mined: 1, spent: 0n, allowance: AMOUNT },
  ])
  await app.wallet('Carol', 'switchChain', devnet.deployment.chainId)
  await page.getByRole('button', { name: 'Try again: Commit' }).click()
  await expect(page.getByText(COMMITTED)).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    2,
    { mined: 2, spent: AMOUNT, allowance: 0n },
  ])
  expect(await devnet.client.getTransactionCount({ address: bob })).toBe(bobsNonce)
})

test('the allowance is taken away in the block of the approval: said so, and the commit not sent', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '3-ETH/USD+USDC')
  const minting = await aboutToMint(app, devnet, market, 'Bob')
  await devnet.client.setAutomine(false)
  await minting.click()
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  const args = [market.pool, 0n] as const
  await devnet.client.sendTransaction({
    account: minting.account,
    chain: null,
    to: market.settlementToken,
    data: encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args }),
    gas: 200_000n,
  })
  await devnet.client.mine({ blocks: 1 })
  await expect(page.getByText('The token’s allowance doesn’t match the request.')).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    1,
    { mined: 2, spent: 0n, allowance: 0n },
  ])
  await devnet.client.setAutomine(true)
  await page.getByRole('button', { name: /^Try again: Approve/ }).click()
  await expect(page.getByText(COMMITTED)).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    3,
    { mined: 4, spent: AMOUNT, allowance: 0n },
  ])
})

test('the commit reverts in its block: the contract’s reason is told, and what it cost', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, '3-BTC/USD+USDC')
  const minting = await aboutToMint(app, devnet, market, 'Bob', { approved: true })
  await devnet.client.setAutomine(false)
  // Ahead of it in the same block: what no simulation can know.
  const { to, data } = approveTransaction(minting.account, market, 0n)
  await app.wallet('Bob', 'setDelay', 1_500)
  await minting.click()
  await expect(page.getByText('Confirm it in your wallet.')).toBeVisible()
  await devnet.client.sendTransaction({
    account: minting.account,
    chain: null,
    to: to ?? null,
    data,
    gas: 200_000n,
  })
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  await devnet.client.mine({ blocks: 1 })
  await expect(page.getByText(/Transaction reverted.*approval no longer covers/)).toBeVisible()
  expect([app.sendRequests(), await minting.since()]).toEqual([
    1,
    { mined: 2, spent: 0n, allowance: 0n },
  ])
})

test('the pool is paused between approval and commit: said so, and not sent', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const { client, deployment } = devnet
  const market = marketOf(devnet, '5-ETH/USD+BAL')
  const minting = await aboutToMint(app, devnet, market, 'Alice')
  await client.setAutomine(false)
  await minting.click()
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  await app.wallet('Alice', 'setDelay', 60_000)
  // The approval is held back for as long as it takes to pause the pool: it owes more than it holds.
  const { hash } = await pendingOf(devnet, minting.account)
  await client.setAutomine(true)
  await client.impersonateAccount({ address: market.pool })
  await client.setBalance({ address: market.pool, value: parseEther('1') })
  const pulled = [minting.account, parseUnits('1', 18)] as const
  const { invariantCheck, poolSwapLibrary } = deployment.contracts
  await page.route(`**${RPC_PATH}`, (route) => route.abort())
  await sendAndWait(client, {
    from: market.pool,
    to: market.settlementToken,
    data: encodeFunctionData({
      abi: loadArtifact('TestToken').abi,
      functionName: 'transfer',
      args: pulled,
    }),
  })
  await sendAndWait(client, {
    from: minting.account,
    to: invariantCheck,
    data: encodeFunctionData({
      abi: loadArtifact('InvariantCheck', poolSwapLibrary).abi,
      functionName: 'checkInvariants',
      args: [market.pool],
    }),
  })
  await client.waitForTransactionReceipt({ hash })
  await page.unroute(`**${RPC_PATH}`)
  await expect(page.getByText(/This pool is paused\..*Nothing was sent/)).toBeVisible()
  await expect(page.getByText('paused', { exact: true })).toBeVisible()
  expect(app.sendRequests()).toBe(1)
})
