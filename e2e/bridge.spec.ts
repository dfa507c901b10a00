import type { Page } from '@playwright/test'
import { getAddress, parseEther, parseUnits } from 'viem'
import type { Devnet } from '../devnet/devnet'
import { bridgeSides } from '../devnet/ethereum/bridgeSides'
import { claimWithdrawals, confirmWithdrawals } from '../devnet/ethereum/outbox'
import { withdrawEth, withdrawToken } from '../devnet/ethereum/withdrawal'
import { marketOf } from '../devnet/marketOf'
import { addressOf } from './addressOf'
import { type AppPage, expect, bridgedTest as test } from './fixtures'
import { expectAccessibleInAllLooks } from './looks'
import { haveOnly } from './money'
import { ETHEREUM_PATH } from './serveApp'
import { blocksPass } from './shownBlock'

test.use({ pace: { keeper: false }, build: 'ethereum' })

const MARKET = '1-BTC/USD+USDC'
const BAL_MARKET = '5-ETH/USD+BAL'

/** The hint, by what only a hint has. */
const hintOn = (page: Page) =>
  page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Don’t show again' }) })

/** The ticket, for someone new. */
async function openTicket(app: AppPage, devnet: Devnet) {
  await app.returnAs('Newcomer')
  await app.openPool(marketOf(devnet, MARKET))
}

/** The same hint stands in both places. */
async function atTicketAndBridge(app: AppPage, check: () => Promise<void>) {
  await check()
  await app.open('/bridge')
  await check()
}

/** Where a link leads, and with what. */
async function linkOf(page: Page, name: string) {
  const href = await hintOn(page).getByRole('link', { name }).getAttribute('href')
  const url = new URL(href ?? '')
  return { site: `${url.origin}${url.pathname}`, ...Object.fromEntries(url.searchParams) }
}

const BRIDGE = {
  ...{ site: 'https://bridge.arbitrum.io/' },
  ...{ sourceChain: 'ethereum', destinationChain: 'arbitrum-one' },
}

/** The ways in which a page comes by what it says; `hintWords.test.tsx` has the other things to say. */
test.describe('what a wallet lacks is said at the ticket and on the bridge’s page', () => {
  test('money that is on Ethereum, with a link that brings all of it', async ({ app, devnet }) => {
    const { page } = app
    await haveOnly(devnet, 'Newcomer', { eth: '1', ethereumUsdc: 1_234_567_891n })
    const { address: token } = bridgeSides(devnet).bridge.tokens.USDC
    await openTicket(app, devnet)
    await atTicketAndBridge(app, async () => {
      await expect(hintOn(page)).toContainText(
        'You have 1,234.56 USDC on Ethereum and none on Devnet. Bridging takes 10–15 minutes and needs ETH on Ethereum for the fee, which this wallet doesn’t have enough of. On the bridge choose USDC.e, not native USDC.',
      )
      expect(await linkOf(page, 'Bridge USDC')).toEqual({ ...BRIDGE, token, amount: '1234.567891' })
    })
    const row = page.getByRole('row', { name: /^USDC/ })
    await expect(row.getByRole('cell').nth(0)).toHaveText('0.00')
    await expect(row.getByRole('cell').nth(1)).toHaveText('1,234.56')
  })

  test('a USDC that pools do not take', async ({ app, devnet }) => {
    const { page } = app
    await haveOnly(devnet, 'Newcomer', { eth: '1', nativeUsdc: 250_500_000n })
    const { nativeUsdc } = bridgeSides(devnet).bridge.arbitrum
    await openTicket(app, devnet)
    await expect(hintOn(page)).toContainText('You have 250.50 native USDC. Pools take USDC.e (0x')
    expect(await linkOf(page, 'Swap for USDC.e')).toMatchObject({
      site: 'https://app.uniswap.org/swap',
      inputCurrency: getAddress(nativeUsdc.address),
      outputCurrency: devnet.deployment.tokens.USDC.address,
      value: '250.5',
    })
    await app.openPool(marketOf(devnet, BAL_MARKET))
    await expect(hintOn(page)).toContainText('This wallet has no BAL on Devnet or Ethereum')
    await app.open('/bridge')
    await expect(hintOn(page)).toContainText('You have 250.50 native USDC')
    await expect(page.getByRole('row', { name: /^Native USDC/ })).toContainText('250.50')
  })

  test('ETH that is nowhere, and where it comes from first', async ({ app, devnet }) => {
    const { page } = app
    await haveOnly(devnet, 'Newcomer', { usdc: 5_000_000n, eth: '0.00001', ethereumEth: '0.0001' })
    await openTicket(app, devnet)
    await expect(hintOn(page)).toContainText(
      'This wallet has only 0.00001 ETH on Devnet, which may not cover network fees. Its ETH on Ethereum is too little to bridge. Get more first; an exchange can send it directly to Arbitrum One.',
    )
    await expect(hintOn(page).getByRole('link', { name: 'Bridge ETH' })).toHaveCount(0)
    await hintOn(page).getByRole('link', { name: 'How to get started' }).click()
    await expect(page.getByRole('heading', { name: 'Bridge', exact: true })).toBeVisible()
    await expect(hintOn(page)).toContainText('an exchange can send it directly to Arbitrum One')
    await expect(hintOn(page).getByRole('link')).toHaveCount(0)
  })

  test('nothing of someone who has what a pool takes', async ({ app, devnet }) => {
    const { page } = app
    await haveOnly(devnet, 'Newcomer', { eth: '1', bal: parseUnits('1', 18) })
    await openTicket(app, devnet)
    await expect(page.getByLabel('Amount')).toBeVisible()
    await app.open('/bridge')
    await expect(page.getByText('This wallet is ready to trade')).toBeVisible()
    await expect(hintOn(page)).toHaveCount(0)
  })

  test('everything, and then the ticket leads to the page that tells more', async ({
    app,
    devnet,
  }) => {
    const { page } = app
    await haveOnly(devnet, 'Newcomer', {})
    await openTicket(app, devnet)
    await expect(hintOn(page)).toContainText('no USDC or ETH on Devnet or Ethereum')
    await hintOn(page).getByRole('link', { name: 'How to get started' }).click()
    await expect(page.getByRole('heading', { name: 'Bridge', exact: true })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Deposit' })).toContainText(
      'a little ETH on Devnet',
    )
    // There is nothing on Ethereum that the bridge could bring.
    await expect(hintOn(page)).toContainText('no USDC or ETH')
    await expect(hintOn(page).getByRole('link')).toHaveCount(0)
  })

  test('the right network, with a button that switches or adds it', async ({ app, devnet }) => {
    const { page } = app
    await haveOnly(devnet, 'Newcomer', { eth: '1', usdc: 5_000_000n })
    await openTicket(app, devnet)
    await expect(page.getByLabel('Amount')).toBeVisible()
    await expect(hintOn(page)).toHaveCount(0)
    await app.wallet('Newcomer', 'switchChain', 1)
    await expect(hintOn(page)).toContainText(
      'Your wallet is on another network. Switch to Devnet to trade.',
    )
    await app.wallet('Newcomer', 'rejectNext')
    await hintOn(page).getByRole('button', { name: 'Switch network' }).click()
    await expect(hintOn(page)).toBeVisible()
    await hintOn(page).getByRole('button', { name: 'Switch network' }).click()
    await expect(hintOn(page)).toHaveCount(0)
  })
})

test('a hint is dismissed for the token that it is about; before, it was for all', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await haveOnly(devnet, 'Newcomer', {
    ...{ eth: '1', ethereumEth: '1' },
    ...{ ethereumUsdc: 7_000_000n, ethereumBal: parseUnits('8', 18) },
  })
  await openTicket(app, devnet)
  await expect(hintOn(page)).toContainText('7.00 USDC on Ethereum')
  await hintOn(page).getByRole('button', { name: 'Don’t show again' }).click()
  await expect(hintOn(page)).toHaveCount(0)
  await app.openPool(marketOf(devnet, BAL_MARKET))
  await expect(hintOn(page)).toContainText('You have 8.00 BAL on Ethereum')
  await page.evaluate(
    (owner) => localStorage.setItem('bridgeHints.v1', `${owner} onEthereum`),
    addressOf(devnet, 'Newcomer'),
  )
  for (const market of [BAL_MARKET, MARKET]) {
    await app.openPool(marketOf(devnet, market))
    await page.reload()
    await expect(page.getByRole('button', { name: /^Account 0x/ })).toBeVisible()
    await expect(page.getByLabel('Amount')).toBeVisible()
    await blocksPass(page, 2)
    await expect(hintOn(page)).toHaveCount(0)
  }
})

test('a dismissed hint stays dismissed over a reload, that kind and that account alone', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await haveOnly(devnet, 'Newcomer', { ethereumUsdc: 7_000_000n })
  await haveOnly(devnet, 'Carol', { ethereumUsdc: 7_000_000n })
  await openTicket(app, devnet)
  await expect(hintOn(page)).toContainText('no ETH on Devnet')
  await hintOn(page).getByRole('button', { name: 'Don’t show again' }).click()
  await expect(hintOn(page)).toContainText('7.00 USDC on Ethereum')
  await hintOn(page).getByRole('button', { name: 'Don’t show again' }).click()
  await expect(hintOn(page)).toHaveCount(0)
  // The form still takes an amount: hints block nothing, and neither does their absence.
  await page.getByLabel('Amount').fill('5')
  await page.reload()
  await expect(page.getByRole('button', { name: /^Account 0x/ })).toBeVisible()
  await expect(page.getByLabel('Amount')).toBeVisible()
  await blocksPass(page, 2)
  await expect(hintOn(page)).toHaveCount(0)
  await app.wallet('Newcomer', 'switchAccount', addressOf(devnet, 'Carol'))
  await expect(hintOn(page)).toContainText('no ETH on Devnet')
})

test('withdrawals wait, are ready, and are claimed, by Ethereum’s word', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const sides = bridgeSides(devnet)
  const alice = addressOf(devnet, 'Alice')
  await withdrawEth(sides, alice, parseEther('1.25'))
  await withdrawToken(sides, alice, 'USDC', 2_000_000_000n)
  await app.open('/bridge')
  const leaving = page.getByRole('region', { name: 'Withdraw' })
  await expect(leaving).toContainText('about 7 days')
  await expect(leaving).toContainText('a second transaction, on Ethereum')
  await app.returnAs('Alice')
  const list = page.getByRole('region', { name: 'Withdrawals to Ethereum' })
  const items = list.getByRole('listitem')
  await expect(items).toHaveCount(2)
  await expect(items.nth(0)).toContainText('2,000.00 USDC')
  await expect(items.nth(1)).toContainText('1.25 ETH')
  for (const item of await items.all()) {
    await expect(item.getByText('Waiting', { exact: true })).toBeVisible()
    await expect(item).toContainText(/About 6\sd\s\d+\sh left/)
    await expect(item.getByRole('progressbar')).toBeVisible()
    await expect(item.getByRole('link', { name: /Claim/ })).toHaveCount(0)
  }

  await confirmWithdrawals(sides)
  await withdrawToken(sides, alice, 'BAL', parseUnits('3', 18))
  await page.reload()
  await expect(items).toHaveCount(3)
  await expect(items.nth(0)).toContainText('Waiting')
  await expect(items.nth(1)).toContainText('Ready to claim')
  await expect(items.nth(2)).toContainText('Ready to claim')
  const claim = items.nth(1).getByRole('link', { name: 'Claim on Ethereum' })
  await expect(claim).toHaveAttribute('href', /^https:\/\/bridge\.arbitrum\.io\/\?.*tab=tx_history/)

  await claimWithdrawals(sides)
  await page.reload()
  await expect(items.nth(1).getByText('Claimed', { exact: true })).toBeVisible()
  await expect(items.nth(2).getByText('Claimed', { exact: true })).toBeVisible()
  await expect(items.nth(0)).toContainText('Waiting')
  await expect(list.getByRole('link', { name: /Claim/ })).toHaveCount(0)

  // Anyone's can be looked at, without a wallet.
  await page.evaluate(() => localStorage.clear())
  await app.open(`/bridge?account=${alice}`)
  await page.reload()
  await expect(items).toHaveCount(3)
})

test('while Ethereum’s RPC is away everything else works, and it is asked once a minute', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await haveOnly(devnet, 'Bob', { eth: '1', usdc: 9_000_000n })
  await withdrawToken(bridgeSides(devnet), addressOf(devnet, 'Bob'), 'USDC', 1_000_000n)
  await haveOnly(devnet, 'Bob', { usdc: 8_000_000n, ethereumEth: '1', ethereumUsdc: 5n })
  let asked = 0
  await page.route(`**${ETHEREUM_PATH}`, (route) => {
    asked += 1
    return route.abort()
  })
  await app.open('/bridge')
  await blocksPass(page, 1)
  expect(asked).toBe(0)
  await app.returnAs('Bob')
  await expect(
    page.getByText('The Ethereum RPC isn’t responding. Retrying every minute'),
  ).toBeVisible()
  await expect(hintOn(page)).toContainText('Bridging ETH from Ethereum takes 10–15 minutes')
  await expect(page.getByRole('row', { name: /^USDC/ }).getByRole('cell').nth(1)).toHaveText('—')
  const list = page.getByRole('region', { name: 'Withdrawals to Ethereum' })
  await expect(list.getByRole('listitem')).toContainText('Waiting (estimate)')
  await expect(list).toContainText(
    'The Ethereum RPC isn’t responding: status and times are estimates',
  )
  await app.openPool(marketOf(devnet, MARKET))
  await page.getByLabel('Amount').fill('5')
  await blocksPass(page, 3)
  // Balances and the outbox, each once.
  expect(asked).toBe(2)
})

test('no host but our own is asked, and Ethereum in one request a minute', async ({
  app,
  devnet,
  served,
}) => {
  const { page } = app
  const hosts = new Set<string>()
  const onEthereum: string[] = []
  page.on('request', (request) => {
    const { protocol, host, pathname } = new URL(request.url())
    if (protocol !== 'data:') hosts.add(host)
    if (pathname === ETHEREUM_PATH) onEthereum.push(request.postData() ?? '')
  })
  await haveOnly(devnet, 'Bob', { ethereumEth: '1', ethereumUsdc: 5_000_000n })
  await app.returnAs('Bob')
  await app.open('/bridge')
  await expect(hintOn(page)).toBeVisible()
  await app.openPool(marketOf(devnet, MARKET))
  await expect(hintOn(page)).toBeVisible()
  await blocksPass(page, 2)
  // The test's own wallet speaks to its node directly.
  hosts.delete(new URL(devnet.rpcUrl).host)
  expect([...hosts]).toEqual([new URL(served.url).host])
  expect(onEthereum.map((body) => (JSON.parse(body) as { method: string }).method)).toEqual([
    'eth_call',
  ])
})

test('axe finds nothing on the bridge’s page, in any look', async ({ app, devnet }) => {
  const { page } = app
  await haveOnly(devnet, 'Newcomer', { eth: '1', usdc: 9_000_000n, ethereumUsdc: 77_000_000n })
  await withdrawToken(bridgeSides(devnet), addressOf(devnet, 'Newcomer'), 'USDC', 9_000_000n)
  await confirmWithdrawals(bridgeSides(devnet))
  await app.returnAs('Newcomer')
  await app.open('/bridge')
  await expect(hintOn(page)).toBeVisible()
  await expect(page.getByText('Ready to claim').first()).toBeVisible()
  await expectAccessibleInAllLooks(page)
})

test.describe('without an RPC of Ethereum', () => {
  test.use({ build: 'neutral' })

  test('someone with ETH and no money is told where it comes from, until they have heard enough', async ({
    app,
    devnet,
  }) => {
    const { page } = app
    await haveOnly(devnet, 'Newcomer', { eth: '1' })
    const { address: token } = bridgeSides(devnet).bridge.tokens.USDC
    await openTicket(app, devnet)
    for (const route of ['ticket', '/bridge']) {
      if (route === '/bridge') await app.open(route)
      await expect(hintOn(page)).toContainText(
        'This wallet has no USDC on Devnet. Bridging from Ethereum takes 10–15 minutes. On the bridge choose USDC.e, not native USDC.',
      )
      expect(await linkOf(page, 'Bridge USDC')).toEqual({ ...BRIDGE, token })
    }
    await hintOn(page).getByRole('button', { name: 'Don’t show again' }).click()
    await expect(hintOn(page)).toHaveCount(0)
    await expect(page.getByText('This wallet is ready to trade')).toHaveCount(0)
    await app.wallet('Newcomer', 'switchAccount', addressOf(devnet, 'Carol'))
    await expect(page.getByRole('row', { name: /^USDC/ })).toContainText('50,000.00')
    await expect(page.getByText('This wallet is ready to trade')).toBeVisible()
  })

  test('hints say less, and states are estimates that are called so', async ({ app, devnet }) => {
    const { page } = app
    const sides = bridgeSides(devnet)
    await haveOnly(devnet, 'Newcomer', { ethereumEth: '1', ethereumUsdc: 5n })
    await openTicket(app, devnet)
    await expect(hintOn(page)).toContainText('no USDC or ETH on Devnet. You need both')

    await withdrawToken(sides, addressOf(devnet, 'Alice'), 'USDC', 1_000_000n)
    await confirmWithdrawals(sides)
    await app.wallet('Newcomer', 'switchAccount', addressOf(devnet, 'Alice'))
    await app.open('/bridge')
    await expect(page.getByText('Ethereum balances aren’t available')).toBeVisible()
    const list = page.getByRole('region', { name: 'Withdrawals to Ethereum' })
    await expect(list.getByRole('listitem')).toContainText('Waiting (estimate)')
    await expect(list).toContainText('claimed withdrawals can’t be detected')
    await devnet.increaseTime(8 * 86_400)
    await expect(list.getByRole('listitem')).toContainText('Ready (estimate)')
    await expect(list.getByRole('link', { name: 'Claim on Ethereum' })).toBeVisible()
  })
})
