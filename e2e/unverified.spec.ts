import type { Page } from '@playwright/test'
import { encodeFunctionData, parseAbi } from 'viem'
import { sendAndWait } from '../devnet/controls'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { addressOf } from './addressOf'
import { holdingsOf, passUpkeeps } from './chainState'
import { expect, testOn } from './fixtures'
import { expectAccessible } from './looks'
import { untilCommitted } from './sending'
import { openFold } from './ticketOrders'

const test = testOn({ pastSec: 0, walk: false, impostor: true })
// One worker for all: a devnet and a browser of each test's own would cost more than the tests.
test.describe.configure({ mode: 'default' })

test.use({ pace: { keeper: false } })

/** Genuine contracts of the name of another market, on their creator's own feed; executed once. */
async function impostorOf(devnet: Devnet) {
  const { impostor } = devnet.deployment
  if (impostor === undefined) throw new Error('The devnet has no impostor')
  await devnet.increaseTime(121)
  await devnet.upkeep([impostor.market.pool])
  return impostor
}

const short = (address: string) => `${address.slice(0, 6)}…${address.slice(-4)}`
const feeAbi = parseAbi(['function setMintingFee(uint256 _mintingFee)'])
const linkTo = (page: Page, pool: string) => page.locator(`[data-market][href$="${pool}"]`)

test('a stranger’s market of another’s name is not listed unless asked for, comes last, is not recommended and not performed', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const { market } = await impostorOf(devnet)
  const genuine = marketOf(devnet, market.name)
  await app.open()
  await expect(linkTo(page, genuine.pool)).toBeVisible()
  await expect(page.getByText('1 unverified market is hidden.')).toBeVisible()
  await expect(linkTo(page, market.pool)).toHaveCount(0)
  await expect(page.getByText(/^Highest skew yield|^No skew to farm/)).toBeVisible()
  const best = page
    .getByText(/^Highest skew yield/)
    .locator('..')
    .getByRole('link')
  for (const href of await best.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href')),
  ))
    expect(href?.toLowerCase()).not.toContain(market.pool.toLowerCase())
  await page.getByText('Assumptions').click()
  await expect(
    page.getByText(/Compares only verified markets where each side holds at least 1,000 times/),
  ).toBeVisible()

  await page.getByRole('button', { name: 'Show unverified markets' }).click()
  await expect(page).toHaveURL(/unverified/)
  // Two markets of one name, neither known by its address.
  for (const { pool } of [market, genuine])
    await expect(linkTo(page, pool)).toHaveText(`${market.name}${short(pool)}`)
  const markets = page.locator('[data-market]')
  await expect(markets).toHaveCount(devnet.deployment.markets.length + 1)
  await expect(markets.last()).toHaveAttribute('href', new RegExp(market.pool, 'i'))
  const row = page.getByRole('row').filter({ has: linkTo(page, market.pool) })
  await expect(row).toContainText('Unverified')
  // What a stranger's skew would pay is a lure.
  await expect(row.locator('[data-tip^="Estimated weekly yield"]')).toHaveCount(0)
  await expectAccessible(page)

  // Two intervals later every market but the stranger's is offered.
  await devnet.increaseTime(241)
  const due = devnet.deployment.markets.filter(({ updateIntervalSec }) => updateIntervalSec <= 241)
  await expect(page.getByText(new RegExp(`due in ${due.length} markets\\.`))).toBeVisible()
})

test('a stranger’s market says what each part can take, and takes no order without a tick; leaving needs none', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const { market, feed } = await impostorOf(devnet)
  const alice = addressOf(devnet, 'Alice')
  await app.returnAs('Alice')
  await app.open()
  // She has something in it.
  await expect(linkTo(page, market.pool)).toBeVisible()
  await app.openPool(market)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `${market.name} ${short(market.pool)}`,
  )
  const notice = page.getByText('Unverified market.').locator('../..')
  await expect(notice).toContainText(
    `imitates ${market.name}, a different market (${short(marketOf(devnet, market.name).pool)})`,
  )
  await expect(notice).toContainText(`Price feed${' '}${short(feed.address)}`)
  await expect(notice).toContainText('move almost all funds from one side')
  await expect(notice).toContainText('set the minting fee to almost 100%')
  await expect(page.getByRole('region', { name: 'Your first mint' })).toHaveCount(0)

  const ticket = page.getByRole('region', { name: 'Trade' })
  const send = ticket.getByRole('button', { name: /(mint|burn) long$/i })
  const tick = ticket.getByRole('checkbox', { name: 'I trust these 2 components with my funds' })
  await ticket.getByLabel('Amount').fill('100')
  await expect(ticket.getByText(short(feed.address))).toBeVisible()
  await expect(send).toBeDisabled()
  await tick.check()
  await expect(send).toBeEnabled()

  // The one who made it raises a fee: nothing is sent on the figures of before.
  const fee = encodeFunctionData({
    abi: feeAbi,
    functionName: 'setMintingFee',
    args: [99n * 10n ** 16n],
  })
  await sendAndWait(devnet.client, {
    from: addressOf(devnet, 'Bob'),
    to: market.committer,
    data: fee,
  })
  await expect(ticket.getByText('The market’s fees changed.')).toBeVisible()
  await expect(ticket.getByText('0.000% → 99.000%')).toBeVisible()
  await expect(ticket.getByRole('button', { name: /at the new figures$/ })).toBeEnabled()
  await expect(send).toHaveCount(0)
  await expectAccessible(page)

  await ticket.getByText('Burn', { exact: true }).click()
  await expect(tick).toHaveCount(0)
  await openFold(page, 'Options')
  await ticket.getByText('Escrow', { exact: true }).click()
  await ticket.getByLabel('Amount').fill('50')
  await send.click()
  await untilCommitted(page)
  await passUpkeeps(devnet, market)
  const before = await holdingsOf(devnet, market, alice)
  await page
    .getByRole('region', { name: 'Your position' })
    .getByRole('button', { name: 'Claim', exact: true })
    .click()
  await expect(page.getByText(/claimed to your wallet\.$/)).toBeVisible()
  const after = await holdingsOf(devnet, market, alice)
  expect(after.settlement).toBeGreaterThan(before.settlement)

  await app.open('/portfolio')
  await expect(
    page.getByRole('region', { name: market.name }).getByText('Unverified'),
  ).toBeVisible()
})
