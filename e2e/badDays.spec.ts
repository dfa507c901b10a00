import type { Request } from '@playwright/test'
import { parseAbi, parseUnits } from 'viem'
import { writeContract } from 'viem/actions'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { addressOf } from './addressOf'
import { holdingsOf } from './chainState'
import { type AppPage, expect, test } from './fixtures'
import { tabPanel } from './poolTabs'
import { untilCommitted } from './sending'
import { RPC_PATH, WALLET_RPC_PATH } from './serveApp'

const AMOUNT = parseUnits('25', 6)
const erc20TransferAbi = parseAbi(['function transfer(address to, uint256 amount) returns (bool)'])

/** Opens a market with someone's wallet connected. */
async function openConnected(app: AppPage, devnet: Devnet, person: string, name: string) {
  const market = marketOf(devnet, name)
  const account = addressOf(devnet, person)
  await app.returnAs(person)
  await app.openPool(market)
  const holdings = () => holdingsOf(devnet, market, account)
  return { market, account, holdings, before: await holdings() }
}

test('the RPC goes away: the page stays, says how old it is, and comes back', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
  await page.route(`**${RPC_PATH}`, (route) => route.abort())
  await expect(page.getByText(/^RPC error · \d+\ss ago$/)).toBeVisible()
  await expect(page.getByRole('heading', { name: '3-ETH/USD+USDC' })).toBeVisible()
  await expect(tabPanel(page, 'Sides')).toBeVisible()

  await page.unroute(`**${RPC_PATH}`)
  await expect(page.getByText(/^block \d+, \d+\ss ago$/)).toBeVisible({ timeout: 40_000 })
})

test('the browser is offline: the page stays, asks nothing, and goes on when it is back', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
  await expect(page.getByText(/^block \d+, \d+\ss ago$/)).toBeVisible()
  await page.context().setOffline(true)
  await expect(page.getByText(/^Offline ·/)).toBeVisible()
  await expect(tabPanel(page, 'Sides')).toBeVisible()
  const asked: string[] = []
  const note = (request: Request) => {
    asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`.slice(0, 300))
  }
  page.on('request', note)
  await expect(page.getByText(/^Offline · ([6-9]|\d\d) s ago$/)).toBeVisible()
  expect(asked).toEqual([])
  page.off('request', note)

  await page.context().setOffline(false)
  await expect(page.getByText(/^block \d+, \d+\ss ago$/)).toBeVisible()
  await expect(page.getByText(/^Offline ·/)).toBeHidden()
})

test('the RPC is not there from the start: says so, and shows the markets once it is', async ({
  app,
}) => {
  const { page } = app
  await page.route(`**${RPC_PATH}`, (route) => route.abort())
  await app.open()
  await expect(
    page.getByText('Can’t load data from the network. Retrying automatically.'),
  ).toBeVisible()
  await page.unroute(`**${RPC_PATH}`)
  await expect(page.getByRole('link', { name: '3-ETH/USD+USDC' })).toBeVisible({ timeout: 40_000 })
})

test('the wallet refuses: back to where it was, amount kept, and it can be tried again', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const { holdings, before } = await openConnected(app, devnet, 'Bob', '3-ETH/USD+USDC')
  await page.getByLabel('Amount').fill('25')
  await app.wallet('Bob', 'rejectNext', 'eth_sendTransaction')
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  await expect(
    page.getByText('You rejected the request in your wallet. Nothing was sent.'),
  ).toBeVisible()
  await expect(page.getByLabel('Amount')).toHaveValue('25')
  expect(await holdings()).toEqual(before)

  await page.getByRole('button', { name: /^Try again: Approve/ }).click()
  await untilCommitted(page)
  expect((await holdings()).settlement).toBe(before.settlement - AMOUNT)
})

test('the wallet is on another chain: offers to switch, and sends nothing there', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Carol')
  await app.openPool(marketOf(devnet, '3-ETH/USD+USDC'))
  await page.getByLabel('Amount').fill('25')
  await expect(page.getByRole('button', { name: /^Approve and mint / })).toBeEnabled()
  await app.wallet('Carol', 'switchChain', 1)
  const trade = page.getByRole('region', { name: 'Trade' })
  await expect(trade.getByRole('button', { name: 'Switch to Devnet' })).toBeVisible()
  await expect(trade.getByRole('button', { name: /mint/i })).toHaveCount(0)
  expect(app.sendRequests()).toBe(0)

  await app.wallet('Carol', 'rejectNext', 'wallet_switchEthereumChain', 4200)
  await trade.getByRole('button', { name: 'Switch to Devnet' }).click()
  await expect(trade.getByRole('alert')).toContainText(
    /Switch to Devnet in your wallet, or add it manually: network name Devnet, chain ID \d+, RPC URL http/,
  )
  await trade.getByRole('button', { name: 'Switch to Devnet' }).click()
  await expect(page.getByRole('button', { name: /^Approve and mint / })).toBeEnabled()
  await expect(page.getByLabel('Amount')).toHaveValue('25')
})

test('a reload between approval and commit goes on where it was', async ({ app, devnet }) => {
  const { page } = app
  const { holdings, before } = await openConnected(app, devnet, 'Carol', '3-ETH/USD+USDC')
  await page.getByLabel('Amount').fill('25')
  await app.wallet('Carol', 'setDelay', 1_000)
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  // The approval goes through, the commit is refused; the person reloads the page.
  await expect.poll(() => app.sendRequests()).toBe(1)
  await app.wallet('Carol', 'rejectNext', 'eth_sendTransaction')
  await expect(page.getByText('You rejected the request in your wallet.')).toBeVisible()
  await page.reload()

  await expect(page.getByRole('button', { name: /^Account 0x/ })).toBeVisible()
  await expect(page.getByText('Approve this amount')).toBeVisible()
  expect((await holdings()).allowance).toBe(AMOUNT)
  await page.getByRole('button', { name: /: Commit$/ }).click()
  await untilCommitted(page)
  const after = await holdings()
  expect(after.settlement).toBe(before.settlement - AMOUNT)
  expect(after.allowance).toBe(0n)
})

test('a reload after sending finds the transaction again and never sends twice', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const { market, holdings, before } = await openConnected(app, devnet, 'Alice', '3-ETH/USD+USDC')

  // The commit reaches the chain, but the wallet's answer with the hash never reaches the page.
  let commits = 0
  await page.route(`**${WALLET_RPC_PATH}`, async (route) => {
    const body = route.request().postData() ?? ''
    const isCommit =
      body.includes('"eth_sendTransaction"') &&
      body.toLowerCase().includes(market.committer.slice(2).toLowerCase())
    if (!isCommit) return route.continue()
    commits += 1
    await route.fetch()
    return undefined
  })
  await page.getByLabel('Amount').fill('25')
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  await expect.poll(() => commits).toBe(1)
  await expect.poll(async () => (await holdings()).settlement).toBe(before.settlement - AMOUNT)
  await page.reload()

  await untilCommitted(page)
  const pending = page.getByRole('region', { name: 'Pending commits' })
  await expect(pending.getByText('Mint long')).toBeVisible()
  expect(commits).toBe(1)
  expect((await holdings()).settlement).toBe(before.settlement - AMOUNT)
})

test('a reload while the wallet still asks: nothing is sent on its own, and the person says how it ended', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const { holdings, before } = await openConnected(app, devnet, 'Bob', '3-ETH/USD+USDC')
  await page.getByLabel('Amount').fill('25')
  await app.wallet('Bob', 'setDelay', 60_000)
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  await expect(page.getByText('Confirm it in your wallet.')).toBeVisible()
  await page.reload()

  await expect(page.getByText('Your wallet’s response was lost')).toBeVisible()
  await expect(page.getByLabel('Amount')).toHaveValue('25')
  await expect(
    page.getByRole('button', { name: /^Approve and mint (long|short|both sides)$/ }),
  ).toBeDisabled()
  expect(await holdings()).toEqual(before)
  await page.getByRole('button', { name: 'It wasn’t sent' }).click()
  await page.getByRole('button', { name: /^Continue: Approve/ }).click()
  await untilCommitted(page)
  expect((await holdings()).settlement).toBe(before.settlement - AMOUNT)
})

test('a commit that the contract would refuse is explained and not sent', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const { market, account, holdings } = await openConnected(app, devnet, 'Carol', '5-ETH/USD+BAL')
  await page.getByLabel('Amount').fill('100')
  await app.wallet('Carol', 'setDelay', 2_000)
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  await expect(page.getByText('Confirm it in your wallet.')).toBeVisible()
  // While the wallet asks for the approval, everything leaves the account by another way.
  const { settlement } = await holdings()
  await writeContract(devnet.client, {
    account,
    address: market.settlementToken,
    abi: erc20TransferAbi,
    functionName: 'transfer',
    args: [addressOf(devnet, 'Newcomer'), settlement],
    chain: null,
  })
  await expect(
    page.getByText('Your wallet no longer holds this amount. Nothing was sent.'),
  ).toBeVisible()
  expect(app.sendRequests()).toBe(1)
})
