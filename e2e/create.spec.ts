import type { Page } from '@playwright/test'
import type { Address } from 'viem'
import { parseUnits, zeroAddress } from 'viem'
import { marketOf } from '../devnet/marketOf'
import { addressOf } from './addressOf'
import { holdingsOf } from './chainState'
import { bridgedTest, expect, test } from './fixtures'
import { expectAccessibleInAllLooks } from './looks'
import { askFee, madeMarket, placeFake, planLink, realAddresses, shownAddresses } from './newMarket'
import { untilCommitted, untilSent } from './sending'

/** No one is the keeper, as for a market that someone has just made. */
test.use({ pace: { keeper: false } })
const FAKE = '0x00000000000000000000000000000000000000fa'

const makeButton = (page: Page) => page.getByRole('button', { name: 'Create market', exact: true })

const othersMarket = (page: Page) =>
  page.getByText(/^0x.* has an unfinished market\. Only that account/)

/** The pool on whose page the browser is. */
async function openedPool(page: Page): Promise<Address> {
  await expect(page).toHaveURL(/#\/pool\/0x[0-9a-fA-F]{40}$/)
  return `0x${page.url().slice(-40)}`
}

test('a 5x ETH market in BAL: made, at the predicted addresses, traded once', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const alice = addressOf(devnet, 'Alice')
  await app.open()
  await page.getByRole('link', { name: 'Create one' }).click()
  await app.connect('Alice')
  await page.getByRole('button', { name: 'Settlement token: BAL' }).click()
  await page.getByRole('button', { name: 'Oracle feed: ETH/USD' }).click()
  await page.getByLabel('Leverage').fill('5')
  await page.getByLabel('Update interval').fill('1 min')
  await page.getByLabel('Front-running interval').fill('15 s')
  await page.getByLabel('Minting fee').fill('0.3')
  await page.getByLabel('Burning fee').fill('0.1')
  await expect(
    page.getByText('Pool 5-ETH/USD+BAL, tokens 5L-ETH/USD+BAL and 5S-ETH/USD+BAL.'),
  ).toBeVisible()
  await expect(
    page.getByText(/Keeper gas is paid at 1 ETH = 2,833.*, according to the contract of 5-ETH/),
  ).toBeVisible()
  await expect(page).toHaveURL(/burn=0.1/)
  const { 'Oracle wrapper': wrapper, ...predicted } = await shownAddresses(page)

  await makeButton(page).click()
  await expect(page.getByRole('heading', { name: '5-ETH/USD+BAL' })).toBeVisible()
  const pool = await openedPool(page)
  // Another market has this name already.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `5-ETH/USD+BAL ${pool.slice(0, 6)}…${pool.slice(-4)}`,
  )
  const { wrapper: realWrapper, ...real } = await realAddresses(devnet, pool)
  expect(predicted).toEqual(real)
  expect(wrapper).toBe(realWrapper)
  expect(app.sendRequests()).toBe(2)

  const market = await madeMarket(devnet, pool)
  const before = await holdingsOf(devnet, market, alice)
  await page.getByLabel('Amount').fill('100')
  await page.getByRole('button', { name: /^Approve and mint / }).click()
  await untilCommitted(page)
  await devnet.increaseTime(125)
  await page.getByRole('button', { name: 'Rebalance now' }).click()
  await expect(page.getByText(/You earned/)).toBeVisible()
  const { escrow } = await holdingsOf(devnet, market, alice)
  expect(escrow.longTokens).toBeGreaterThan(0n)
  await page.getByRole('button', { name: 'Claim', exact: true }).click()
  await expect(page.getByText(/claimed to your wallet\.$/)).toBeVisible()
  const after = await holdingsOf(devnet, market, alice)
  expect(after.long).toBe(escrow.longTokens)
  const spent = before.settlement - after.settlement
  // What the keeper was paid came back to the same wallet.
  expect(spent).toBeLessThanOrEqual(parseUnits('100', 18))
  expect(spent).toBeGreaterThan(parseUnits('99', 18))
})

test('an average whose factory asks a fee: four transactions, reloaded after the first', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const delayMs = 10_000
  await page.clock.install()
  await askFee(devnet, 25_000_000n)
  await app.returnAs('Bob')
  await app.open(planLink(devnet, { kind: 'sma', periods: '4', sample: '2 min', name: 'SLOW' }))
  await expect(page.getByText(/fee: 25 USDC\. You’ll approve exactly this amount/)).toBeVisible()
  await expect(
    page.getByText('Shorter than the SMA window (8 min), so traders know part of the price'),
  ).toBeVisible()
  const predicted = await shownAddresses(page)
  await app.wallet('Bob', 'setDelay', delayMs)
  await makeButton(page).click()
  await expect.poll(() => app.askedToSend('Bob')).toBe(1)
  await page.clock.fastForward(delayMs)
  await untilSent(app, 1)
  await app.wallet('Bob', 'rejectNext', 'eth_sendTransaction')
  await expect.poll(() => app.askedToSend('Bob')).toBe(2)
  await page.clock.fastForward(delayMs)
  await expect(
    page.getByText('You rejected the request in your wallet. Nothing was sent.'),
  ).toBeVisible()
  // What is there stays, and the rest is still where it was predicted, once the page knows of the nonce that is used.
  await expect.poll(() => shownAddresses(page)).toEqual(predicted)

  await page.reload()
  await expect(makeButton(page)).toBeDisabled()
  await page.getByRole('button', { name: 'Try again: Create SMA oracle' }).click()
  await expect(page.getByRole('heading', { name: '5-SLOW', exact: true })).toBeVisible()
  const { wrapper, ...real } = await realAddresses(devnet, await openedPool(page))
  expect(predicted).toMatchObject({ ...real, 'SMA oracle': wrapper })
  expect(app.sendRequests()).toBe(4)

  await page.getByRole('navigation').getByRole('link', { name: 'Portfolio' }).click()
  await page.getByRole('link', { name: 'Transactions' }).click()
  await expect(page.getByText('Market created. You can open its page.')).toBeVisible()
  await page.getByRole('link', { name: 'Create market 5-SLOW' }).click()
  await expect(page.getByRole('heading', { name: '5-SLOW', exact: true })).toBeVisible()
})

test('refused in the wallet: nothing is sent, and another account cannot continue with it', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Carol')
  await app.open(planLink(devnet, { name: 'REFUSED', leverage: '6' }))
  await app.wallet('Carol', 'rejectNext', 'eth_sendTransaction')
  await makeButton(page).click()
  await expect(
    page.getByText('You rejected the request in your wallet. Nothing was sent.'),
  ).toBeVisible()
  expect(app.sendRequests()).toBe(0)
  await app.wallet('Carol', 'switchAccount', addressOf(devnet, 'Alice'))
  await expect(othersMarket(page)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Try again/ })).toHaveCount(0)
  await app.wallet('Carol', 'switchAccount', addressOf(devnet, 'Carol'))
  await page.getByRole('button', { name: 'Try again: Create oracle wrapper' }).click()
  await expect(page.getByRole('heading', { name: '6-REFUSED', exact: true })).toBeVisible()
  expect(app.sendRequests()).toBe(2)
})

test('someone else’s unfinished market is in no one’s way, and dismissed once nothing hangs on it', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Bob')
  await app.open(planLink(devnet, { name: 'BOBS', leverage: '11' }))
  // The page goes while the wallet is asked: whether that has sent something, no one knows.
  await app.wallet('Bob', 'setDelay', 60_000)
  await makeButton(page).click()
  await expect(page.getByText('Confirm it in your wallet.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'It wasn’t sent' })).toBeVisible()
  await expect(makeButton(page)).toBeDisabled()
  await expect(makeButton(page)).toHaveAccessibleDescription(/You have an unfinished market/)
  await expect(othersMarket(page)).toHaveCount(0)

  const switchTo = (person: string) => app.wallet('Bob', 'switchAccount', addressOf(devnet, person))
  const putAside = page.getByRole('button', { name: 'Dismiss' })
  await switchTo('Carol')
  await expect(othersMarket(page)).toBeVisible()
  await expect(page.getByText('This stays here until it’s known')).toBeVisible()
  await expect(putAside).toHaveCount(0)
  await expect(makeButton(page)).toBeEnabled()
  await expect(page.getByText('You have an unfinished market')).toHaveCount(0)

  await switchTo('Bob')
  await page.getByRole('button', { name: 'It wasn’t sent' }).click()
  await expect(page.getByRole('button', { name: /^(Continue|Try again): Create/ })).toBeVisible()
  await switchTo('Carol')
  await putAside.click()
  await expect(othersMarket(page)).toHaveCount(0)
  await expect(makeButton(page)).toBeEnabled()
  await makeButton(page).click()
  await expect(page.getByRole('heading', { name: '11-BOBS', exact: true })).toBeVisible()
  expect(app.sendRequests()).toBe(2)
})

test('a market whose page was reloaded at its very end is opened anyway, and once', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Alice')
  await app.open(planLink(devnet, { name: 'ENDED', leverage: '12' }))
  let isReloaded = false
  page.on('request', (request) => {
    isReloaded ||= request.isNavigationRequest()
  })
  await page.route('**/rpc', (route) =>
    isReloaded && route.request().postData()?.includes('"eth_call"')
      ? route.abort()
      : route.continue(),
  )
  // It goes in the moment in which the last step is written down, before the list can hold the pool.
  await page.evaluate(() => {
    const timer = setInterval(() => {
      if (!localStorage.getItem('flows.v2')?.includes('"deployPool":"0x')) return
      clearInterval(timer)
      location.reload()
    }, 1)
  })
  await makeButton(page).click()
  await untilSent(app, 2)
  const link = page.getByRole('link', { name: 'Open the market’s page' })
  await expect(link).toBeVisible()
  await expect(link).toHaveAttribute('href', /#\/pool\/0x/)
  await expect(makeButton(page)).toBeDisabled()
  await expect(makeButton(page)).toHaveAccessibleDescription(/Your market was created\. Its page/)
  await page.unroute('**/rpc')
  // The next try comes when the app's pause between tries is over.
  await expect(page.getByRole('heading', { name: '12-ENDED', exact: true })).toBeVisible({
    timeout: 60_000,
  })
  await openedPool(page)

  await page.goBack()
  await expect(makeButton(page)).toBeEnabled()
  await expect(link).toHaveCount(0)
  expect(app.sendRequests()).toBe(2)
})

test('a wrapper whose answer is lost is found after a reload, and not made twice', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Carol')
  await app.open(planLink(devnet, { name: 'LOST', leverage: '7' }))
  await app.wallet('Carol', 'loseNext', 'eth_sendTransaction')
  await makeButton(page).click()
  await untilSent(app, 1)
  await page.reload()
  await page.getByRole('button', { name: 'Continue: Create pool' }).click()
  await expect(page.getByRole('heading', { name: '7-LOST', exact: true })).toBeVisible()
  expect(app.sendRequests()).toBe(2)
})

test('an identical market is pointed to, and so is one with other fees', async ({
  app,
  devnet,
}) => {
  const { page } = app
  await app.returnAs('Alice')
  await app.open(planLink(devnet, { interval: '2 min', front: '30 s' }))
  await expect(page.getByText('this market already exists as 5-ETH/USD+BAL')).toBeVisible()
  await page.getByLabel('Minting fee').fill('0.4')
  await expect(page.getByText('is the same market with different fees')).toBeVisible()
  await expect(makeButton(page)).toBeEnabled()
  await page.getByRole('link', { name: 'Open market' }).click()
  await expect(page).toHaveURL(new RegExp(marketOf(devnet, '5-ETH/USD+BAL').pool))
})

test('a check refuses in a sentence beside its field, whatever it looks at', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const linkWith = (change: Readonly<Record<string, string>> = {}) =>
    planLink(devnet, { leverage: '9', ...change })
  await app.returnAs('Alice')
  await app.open(linkWith())
  await expect(makeButton(page)).toBeEnabled()
  const { timestamp } = await devnet.client.getBlock()
  const { contracts } = devnet.deployment
  // A few of each kind: `checkMarket.test.ts` and `parseMarketForm.test.ts` have them all.
  const cases: readonly [
    change: Record<string, string>,
    says: RegExp,
    words?: readonly bigint[],
  ][] = [
    [{ token: '' }, /Enter the settlement token/],
    [{ token: FAKE }, /has 19 decimals\. The factory accepts at most 18/, [19n]],
    [
      { feed: FAKE },
      /This feed was last updated 2\sd\s0\sh ago/,
      [1n, 5n, 0n, timestamp - 172_800n, 1n],
    ],
    [{ eth: contracts.poolKeeper }, /There’s no Chainlink feed or oracle wrapper/],
    [{ kind: 'sma', periods: '25' }, /Use a whole number from 1 to 24/],
    [{ burn: '10.1' }, /The maximum burning fee is 10%/],
  ]
  for (const [change, says, words] of cases) {
    if (words !== undefined) await placeFake(devnet, FAKE, words)
    await app.open(linkWith(change))
    await expect(page.getByText(says)).toBeVisible()
    await expect(makeButton(page)).toBeDisabled()
  }

  await askFee(devnet, 10n ** 15n)
  await app.open(linkWith())
  await expect(page.getByText(/fee: 1,000,000,000 USDC\. Your wallet has/)).toBeVisible()
  await expect(makeButton(page)).toBeDisabled()
  await askFee(devnet, 0n)
  await expect(makeButton(page)).toBeEnabled()

  await devnet.client.setCode({ address: addressOf(devnet, 'Alice'), bytecode: '0x6000' })
  await expect(page.getByText('Your wallet is a smart contract')).toBeVisible()
  await expect(makeButton(page)).toBeDisabled()
  expect(app.sendRequests()).toBe(0)
})

test('no addresses are shown for what is no token, and a name that says another token is remarked on', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const { pool } = marketOf(devnet, '5-ETH/USD+BAL')
  await app.returnAs('Alice')
  await app.open(planLink(devnet, { leverage: '13', name: 'ETH/USD+USDC' }))
  await expect(page.getByText(/The part after \+ .* settles in BAL, not USDC\./)).toBeVisible()
  await expect(makeButton(page)).toBeEnabled()
  await expect.poll(async () => (await shownAddresses(page)).Pool).toMatch(/^0x/)
  for (const token of [zeroAddress, pool]) {
    await app.open(planLink(devnet, { token }))
    await expect(page.getByText('There’s no ERC-20 token at this address')).toBeVisible()
    const shown = Object.values(await shownAddresses(page))
    expect(shown).toEqual(['', '', '', '', ''])
    await expect(page.getByText('This token can’t be used as a settlement token')).toBeVisible()
    await expect(makeButton(page)).toBeDisabled()
  }
})

/** Where the bridge is known, and with it the token that is taken for another. */
bridgedTest('the other USDC is told from the one that markets take', async ({ app, devnet }) => {
  const { page } = app
  const { tokens, ethereum } = devnet.deployment
  if (ethereum === undefined) throw new Error('There is no Ethereum beside the devnet')
  const { nativeUsdc } = ethereum.arbitrum
  await app.open(planLink(devnet, { token: nativeUsdc.address }))
  await expect(page.getByText(/This isn’t the USDC that other markets use/)).toBeVisible()
  await app.open(planLink(devnet, { token: tokens.USDC.address }))
  await expect(page.getByText('USDC, 6 decimals.')).toBeVisible()
  await expect(page.getByText(/This isn’t the USDC/)).toHaveCount(0)
})

test('axe finds nothing, nothing is too wide, in any look', async ({ app, devnet }) => {
  const { page } = app
  await app.returnAs('Alice')
  await app.open(planLink(devnet, { kind: 'sma', burn: '11' }))
  await expect(page.getByText('The maximum burning fee is 10%')).toBeVisible()
  await expectAccessibleInAllLooks(page)
})

test('with the keyboard alone', async ({ app, devnet }) => {
  const { page } = app
  await app.returnAs('Bob')
  await app.open(planLink(devnet, { token: '', name: 'KEYS', leverage: '8' }))
  const tabTo = async (name: string) => {
    const isThere = () =>
      page.evaluate(
        (wanted) =>
          [
            document.activeElement?.getAttribute('aria-label'),
            document.activeElement?.textContent,
          ].some((text) => text === wanted),
        name,
      )
    for (let count = 0; count < 60 && !(await isThere()); count++) await page.keyboard.press('Tab')
    expect(await isThere()).toBe(true)
  }
  await tabTo('Settlement token: BAL')
  await page.keyboard.press('Enter')
  await expect(makeButton(page)).toBeEnabled()
  await tabTo('Create market')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '8-KEYS', exact: true })).toBeVisible()
})
