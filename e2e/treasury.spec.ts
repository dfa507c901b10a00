import type { Locator } from '@playwright/test'
import {
  type Address,
  encodeFunctionData,
  formatUnits,
  parseAbi,
  parseEther,
  parseUnits,
} from 'viem'
import { readContract } from 'viem/actions'
import { sendAndWait } from '../devnet/controls'
import type { DeployedMarket } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { edition } from '../src/brand/editions/balancer'
import { erc20Abi, leveragedPoolAbi } from '../src/chain/abi'
import { addressOf } from './addressOf'
import { expect, test } from './fixtures'
import { expectAccessibleInAllLooks } from './looks'
import { planLink } from './newMarket'
import { tipped } from './tipped'

test.use({ pace: { keeper: false } })

const NAMES = ['1-BTC/USD+USDC', '3-BTC/USD+USDC'] as const

/** What a pool keeps for its secondary fee address, and what that address holds, from the contracts. */
async function feesOf(devnet: Devnet, market: DeployedMarket) {
  const pool = { address: market.pool, abi: leveragedPoolAbi } as const
  const accrued = await readContract(devnet.client, { ...pool, functionName: 'secondaryFees' })
  const held = await readContract(devnet.client, {
    address: market.settlementToken,
    abi: erc20Abi,
    functionName: 'balanceOf',
    args: [addressOf(devnet, 'Deployer')],
  })
  return { accrued, held }
}

/** A name and its value, in a card. */
function factOf(card: Locator, name: string): Locator {
  return card.locator('div', { has: card.page().getByText(name, { exact: true }) }).last()
}

/** The pool's secondary fee address names another one. */
async function handOver(devnet: Devnet, pool: Address, from: Address, to: Address): Promise<void> {
  const abi = parseAbi(['function updateSecondaryFeeAddress(address)'])
  await devnet.client.impersonateAccount({ address: from })
  await devnet.client.setBalance({ address: from, value: parseEther('1') })
  const data = encodeFunctionData({ abi, args: [to] })
  await sendAndWait(devnet.client, { from, to: pool, data })
}

/** Someone who gets nothing of it has a pool pay. */
async function claimByBob(devnet: Devnet, pool: Address): Promise<void> {
  const data = encodeFunctionData({ abi: leveragedPoolAbi, functionName: 'claimSecondaryFees' })
  await sendAndWait(devnet.client, { from: addressOf(devnet, 'Bob'), to: pool, data })
}

async function passUpkeep(devnet: Devnet): Promise<void> {
  await devnet.increaseTime(3_600)
  await devnet.upkeep()
}

test('a stranger has one pool pay, then all: the address gets it to the wei, the stranger nothing', async ({
  app,
  devnet,
}) => {
  await passUpkeep(devnet)
  const { page } = app
  const bal = marketOf(devnet, '5-ETH/USD+BAL')
  const before = await feesOf(devnet, bal)
  expect(before.accrued).toBeGreaterThan(0n)

  await app.open('/treasury')
  await expect(page.getByRole('heading', { name: 'Fees', level: 1 })).toBeVisible()
  const navigation = page.getByRole('navigation')
  await navigation.getByRole('button', { name: 'More' }).click()
  await expect(navigation.getByRole('link', { name: 'Fees' })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await page.keyboard.press('Escape')
  const card = page.getByRole('region', { name: bal.name, exact: true })
  await expect(tipped(card, addressOf(devnet, 'Deployer')).first()).toBeVisible()
  await expect(card).toContainText('10% of 2.00% a year')
  const exactly = (wei: bigint) => `${formatUnits(wei, 18)} BAL`
  await expect(tipped(card, exactly(before.accrued)).first()).toBeVisible()
  await expect(card).toContainText('Paid out so far')
  await card.getByRole('button', { name: 'Connect wallet to pay out' }).click()
  await page.getByRole('button', { name: /Alice/ }).click()

  await card.getByRole('button', { name: /^Pay out to this address/ }).click()
  await expect(
    page.getByText('Claimed. The accrued fees were sent to the pool’s secondary'),
  ).toBeVisible()
  expect(await feesOf(devnet, bal)).toEqual({ accrued: 0n, held: before.held + before.accrued })
  await expect(card.getByRole('button', { name: /^Nothing to pay out/ })).toBeDisabled()
  await expect(card.getByText('Nothing to pay').last()).toBeVisible()
  const totals = page.getByRole('region', { name: 'All pools, all recipients' })
  await expect(tipped(totals, exactly(before.accrued))).toHaveCount(2)
  await expect(tipped(factOf(card, 'Total accrued'), exactly(before.accrued))).toBeVisible()

  const usdc = devnet.deployment.markets.filter(
    ({ settlementSymbol }) => settlementSymbol === 'USDC',
  )
  const waiting = await Promise.all(usdc.map((market) => feesOf(devnet, market)))
  const expected = waiting.reduce((sum, { accrued }) => sum + accrued, waiting[0]?.held ?? 0n)
  const alice = () =>
    readContract(devnet.client, {
      address: usdc[0]?.settlementToken ?? '0x',
      abi: erc20Abi,
      functionName: 'balanceOf',
      args: [addressOf(devnet, 'Alice')],
    })
  const aliceBefore = await alice()
  await page.getByRole('button', { name: `Pay out all ${usdc.length} pools` }).click()
  await expect
    .poll(async () => (await Promise.all(usdc.map((market) => feesOf(devnet, market)))).at(-1))
    .toEqual({ accrued: 0n, held: expected })
  expect(await alice()).toBe(aliceBefore)
  expect(app.sendRequests()).toBe(1 + usdc.length)
  await expect(page.getByText(/more to go|Last one/)).toHaveCount(0)
})

test('the projection is what the next rebalance adds', async ({ app, devnet }) => {
  const market = marketOf(devnet, NAMES[0])
  const { page } = app
  await passUpkeep(devnet)
  const before = await feesOf(devnet, market)
  await app.open('/treasury')
  const card = page.getByRole('region', { name: market.name, exact: true })
  const title = await factOf(card, 'Next rebalance adds')
    .locator('dd [data-tip]')
    .getAttribute('data-tip')
  await devnet.setPrice('BTC', 91_000)
  await passUpkeep(devnet)
  const after = await feesOf(devnet, market)
  expect(parseUnits(title?.replace(' USDC', '') ?? '', 6)).toBe(after.accrued - before.accrued)
})

test('claimed by someone else meanwhile: said so, and nothing is sent', async ({ app, devnet }) => {
  const market = marketOf(devnet, NAMES[1])
  const { page } = app
  await passUpkeep(devnet)
  await app.returnAs('Carol')
  await app.open('/treasury')
  const button = page.getByRole('button', { name: `Pay out to this address: ${market.name}` })
  await expect(button).toBeEnabled()
  // The page does not hear of it.
  await page.route('**/rpc', (route) =>
    route.request().postData()?.includes('"eth_call"') &&
    (route.request().postData()?.length ?? 0) > 2_000
      ? route.abort()
      : route.continue(),
  )
  await claimByBob(devnet, market.pool)
  await button.click()
  await expect(page.getByText(/No fees to claim.*Nothing was sent/)).toBeVisible()
  expect(app.sendRequests()).toBe(0)
})

test('a claim whose answer is lost is found by its event, and not sent twice', async ({
  app,
  devnet,
}) => {
  const market = marketOf(devnet, NAMES[0])
  const { page } = app
  await passUpkeep(devnet)
  await app.returnAs('Alice')
  await app.open('/treasury')
  await app.wallet('Alice', 'loseNext', 'eth_sendTransaction')
  await page.getByRole('button', { name: `Pay out to this address: ${market.name}` }).click()
  await expect.poll(async () => (await feesOf(devnet, market)).accrued).toBe(0n)
  await expect(page.getByText('Confirm it in your wallet.')).toBeVisible()
  await page.reload()
  await expect(
    page.getByText('Claimed. The accrued fees were sent to the pool’s secondary'),
  ).toBeVisible()
  expect(app.sendRequests()).toBe(1)
})

test('axe finds nothing, in any look', async ({ app, devnet }) => {
  const { page } = app
  await app.open('/treasury')
  const { name } = marketOf(devnet, NAMES[0])
  await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
  await expect(page.getByText('Paid out so far').first()).toBeVisible()
  await expectAccessibleInAllLooks(page)
})

test.describe('in an edition that has a treasury', () => {
  test.use({ build: 'balancer' })

  test('the treasury’s total holds what it was paid itself, not what a pool paid to other addresses', async ({
    app,
    devnet,
  }) => {
    const { treasury } = edition
    if (treasury === undefined) throw new Error('The edition has no treasury')
    const deployer = addressOf(devnet, 'Deployer')
    const { pool, ...bal } = marketOf(devnet, '5-ETH/USD+BAL')
    const accrued = async () => (await feesOf(devnet, { pool, ...bal })).accrued
    const exactly = (wei: bigint) => `${formatUnits(wei, 18)} BAL`
    await passUpkeep(devnet)
    const earlier = await accrued()
    await claimByBob(devnet, pool)

    const { page } = app
    await app.open('/treasury')
    const inBal = (title: string) =>
      page
        .getByRole('region', { name: title })
        .locator('dl')
        .filter({ has: page.getByText('BAL', { exact: true }).first() })
    const treasurys = inBal('For the treasury')
    const everybodys = inBal('All pools, all recipients')
    await expect(page.getByText('No pool currently pays the treasury')).toBeVisible()
    await expect(tipped(treasurys, '0 BAL')).toHaveCount(4)
    await expect(tipped(factOf(everybodys, 'Paid out so far'), exactly(earlier))).toBeVisible()

    await handOver(devnet, pool, deployer, treasury)
    await passUpkeep(devnet)
    const later = await accrued()
    await expect(tipped(factOf(treasurys, 'Ready to pay out'), exactly(later))).toBeVisible()
    await expect(tipped(factOf(treasurys, 'Paid out so far'), '0 BAL')).toBeVisible()
    await expect(tipped(factOf(treasurys, 'Total accrued'), exactly(later))).toBeVisible()
    await claimByBob(devnet, pool)
    const both = exactly(earlier + later)
    await expect(tipped(factOf(everybodys, 'Paid out so far'), both)).toBeVisible()
    await expect(tipped(factOf(treasurys, 'Paid out so far'), exactly(later))).toBeVisible()

    const card = page.getByRole('region', { name: bal.name, exact: true })
    const paid = card.getByRole('list', { name: `Fees paid by ${bal.name}` }).getByRole('listitem')
    await expect(paid).toHaveCount(2)
    await expect(tipped(paid.first(), exactly(earlier))).toBeVisible()
    await expect(tipped(paid.first(), deployer)).toBeVisible()
    await expect(tipped(paid.last(), exactly(later))).toBeVisible()
    await expect(paid.last()).toContainText('to the treasury')
    // BAL has a feed, USDC has none.
    await expect(factOf(card, 'Paid out so far')).toContainText('$')
    await expect(page.getByRole('region', { name: NAMES[0], exact: true })).not.toContainText('$')

    await handOver(devnet, pool, treasury, deployer)
    await passUpkeep(devnet)
    await expect(tipped(factOf(treasurys, 'Next rebalances add'), '0 BAL')).toBeVisible()
    await expect(tipped(factOf(treasurys, 'Ready to pay out'), '0 BAL')).toBeVisible()
    await expect(tipped(factOf(treasurys, 'Paid out so far'), exactly(later))).toBeVisible()
    await expect(tipped(factOf(treasurys, 'Total accrued'), exactly(later))).toBeVisible()
  })

  test('two pools of one name are told apart by their addresses', async ({ app, devnet }) => {
    const { page } = app
    const { name, pool } = marketOf(devnet, '5-ETH/USD+BAL')
    await app.returnAs('Alice')
    await app.open(planLink(devnet))
    await page.getByRole('button', { name: 'Create market', exact: true }).click()
    // Its address stands beside a name that another market has.
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    const second = page.url().slice(-42)
    expect(second).not.toBe(pool)
    await app.open('/treasury')
    // The second one’s oracle is not known.
    await page.getByText('1 unverified market', { exact: true }).click()
    const short = (address: string) => `${address.slice(0, 6)}…${address.slice(-4)}`
    for (const address of [pool, second]) {
      const shown = `${name} (${short(address)})`
      const card = page.getByRole('region', { name: shown, exact: true })
      await expect(card).toHaveCount(1)
      await expect(card.getByRole('button', { name: `: ${shown}` })).toHaveCount(1)
      await expect(card.getByRole('link', { name: `Market ${shown}` })).toBeVisible()
    }
    await expect(page.getByRole('region', { name: NAMES[0], exact: true })).toHaveCount(1)
  })

  test('axe finds nothing, nothing is too wide, in any look', async ({ app }) => {
    const { page } = app
    await app.open('/treasury')
    await expect(page.getByRole('region', { name: 'For the treasury' })).toBeVisible()
    await expect(page.getByText('Total accrued').first()).toBeVisible()
    await expectAccessibleInAllLooks(page)
  })
})
