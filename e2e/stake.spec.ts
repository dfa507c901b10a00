import type { Locator } from '@playwright/test'
import { type Address, encodeFunctionData, formatUnits, hexToBigInt, numberToHex } from 'viem'
import type { DeployedFarm } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { tokenAbi } from '../devnet/protocolAbi'
import { sendFrom } from '../devnet/sendFrom'
import { loadStakingRewards } from '../devnet/staking/stakingArtifact'
import { erc20Abi } from '../src/chain/abi'
import { formatAmount } from '../src/format/formatAmount'
import { addressOf } from './addressOf'
import { holdingsOf } from './chainState'
import { type AppPage, expect, test as plainTest, secondaryTest as test } from './fixtures'
import { expectAccessible, expectAccessibleInAllLooks, expectAccessibleOnDarkPhone } from './looks'

const { abi } = loadStakingRewards()
/** Of pool tokens of six decimals. */
const STAKE = 123_456_789n

test.use({ build: 'secondary', pace: 'still' })

function farmOf({ deployment }: Devnet, name: string): DeployedFarm {
  const farm = deployment.staking?.farms.find((one) => one.name === name)
  if (farm === undefined) throw new Error(`no farm is called ${name}`)
  return farm
}

/** Gives Alice pool tokens of the market maker's. */
async function give(devnet: Devnet, token: Address, amount = STAKE): Promise<void> {
  const maker = sendFrom(devnet.client, addressOf(devnet, 'Market maker'))
  await maker.call(token, tokenAbi, 'transfer', [addressOf(devnet, 'Alice'), amount])
}

/** Alice stakes without the app. */
async function stakeAsAlice(devnet: Devnet, { address, stakingToken }: DeployedFarm) {
  await give(devnet, stakingToken)
  const alice = sendFrom(devnet.client, addressOf(devnet, 'Alice'))
  await alice.call(stakingToken, tokenAbi, 'approve', [address, STAKE])
  await alice.call(address, abi, 'stake', [STAKE])
}

function balanceOf({ client }: Devnet, token: Address, account: Address): Promise<bigint> {
  const call = { abi: tokenAbi, functionName: 'balanceOf', args: [account] } as const
  return client.readContract({ address: token, ...call })
}

/** What the farm's contract would say that Alice has earned in a block of that time, on top of `block`. */
async function earnedAt(devnet: Devnet, farm: DeployedFarm, timeSec: bigint, block?: bigint) {
  const args = [addressOf(devnet, 'Alice')]
  const data = encodeFunctionData({ abi, functionName: 'earned', args })
  const tag = block === undefined ? 'latest' : numberToHex(block)
  const answer = await devnet.client.request<{
    Method: 'eth_call'
    Parameters: unknown[]
    ReturnType: `0x${string}`
  }>({
    method: 'eth_call',
    params: [{ to: farm.address, data }, tag, {}, { time: numberToHex(timeSec) }],
  })
  return hexToBigInt(answer)
}

function cardOf({ page }: AppPage, name: string | RegExp): Locator {
  return page.getByRole('region', typeof name === 'string' ? { name, exact: true } : { name })
}

/** The exact value of a fact in a card. */
async function exactFact(card: Locator, name: string): Promise<string> {
  const fact = card
    .locator('dl > div')
    .filter({ has: card.page().getByText(name, { exact: true }) })
  return (await fact.locator('dd [data-tip]').first().getAttribute('data-tip')) ?? ''
}

test('stakes, earns what the contract says to the unit, claims, and leaves with everything', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const { client } = devnet
  const farm = farmOf(devnet, '3-BTC/USD+USDC long')
  const alice = addressOf(devnet, 'Alice')
  await give(devnet, farm.stakingToken)
  const had = await balanceOf(devnet, farm.stakingToken, alice)
  await app.returnAs('Alice')
  await app.open('/')
  await page.getByRole('navigation').getByRole('link', { name: 'Stake' }).click()
  const name = '3-BTC/USD+USDC · long'
  const card = cardOf(app, name)
  const amount = card.getByLabel(`Amount to stake: ${name}`)

  await amount.fill('999999999')
  await expect(card.getByText(`Not enough. Your wallet holds`)).toBeVisible()
  await amount.fill('1.2345678')
  await expect(card.getByText('Use at most 6 decimals.')).toBeVisible()
  await card.getByRole('button', { name: `Max: ${name}` }).click()
  await expect(amount).toHaveValue(formatUnits(had, 6))
  await amount.fill(formatUnits(STAKE, 6))
  await card.getByRole('button', { name: `Approve and stake: ${name}` }).click()
  await expect(page.getByText('Staked. Rewards count from this block.')).toBeVisible()
  expect(await balanceOf(devnet, farm.address, alice)).toBe(STAKE)
  expect(await balanceOf(devnet, farm.stakingToken, alice)).toBe(had - STAKE)
  const allowance = await client.readContract({
    address: farm.stakingToken,
    abi: erc20Abi,
    functionName: 'allowance',
    args: [alice, farm.address],
  })
  expect(allowance).toBe(0n)

  await devnet.increaseTime(3_600)
  await expect.poll(() => exactFact(card, 'Earned')).toMatch(/^[1-9]/)
  const shown = await exactFact(card, 'Earned')
  const { timestamp } = await client.getBlock()
  // The page counts the seconds since that block was first seen.
  const seconds = Array.from({ length: 60 }, (_, passed) => timestamp + BigInt(passed))
  const said = await Promise.all(seconds.map((second) => earnedAt(devnet, farm, second)))
  expect(said.map((units) => `${formatUnits(units, 18)} TCR`)).toContain(shown)

  await card.getByRole('button', { name: /^Claim [\d.,]+ TCR/ }).click()
  await expect(page.getByText(/^[\d.,]+ TCR claimed to your wallet\.$/)).toBeVisible()
  const claimed = await client.getBlock()
  const due = await earnedAt(devnet, farm, claimed.timestamp, claimed.number - 1n)
  expect(due).toBeGreaterThan(0n)
  expect(await balanceOf(devnet, farm.rewardToken, alice)).toBe(due)

  await devnet.increaseTime(600)
  await card.getByRole('button', { name: `Withdraw all and claim: ${name}` }).click()
  await expect(
    page.getByText(/^123\.45 long and [\d.,]+ TCR withdrawn to your wallet\.$/),
  ).toBeVisible()
  const left = await client.getBlock()
  const rest = await earnedAt(devnet, farm, left.timestamp, left.number - 1n)
  expect(await balanceOf(devnet, farm.rewardToken, alice)).toBe(due + rest)
  expect(await balanceOf(devnet, farm.stakingToken, alice)).toBe(had)
  expect(await balanceOf(devnet, farm.address, alice)).toBe(0n)
  await expect(page.getByText('Nothing staked yet.')).toBeVisible()
})

test('ended, unfunded and paused farms offer what their contracts still do, ended ones first', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const alice = addressOf(devnet, 'Alice')
  const [ended, unfunded, paused, running] = [
    farmOf(devnet, '1-BTC/USD+USDC long, ended'),
    farmOf(devnet, '1-BTC/USD+USDC short, unfunded'),
    farmOf(devnet, '1-BTC/USD+USDC short, paused'),
    farmOf(devnet, '3-BTC/USD+USDC short'),
  ]
  const owner = sendFrom(devnet.client, addressOf(devnet, 'Market maker'))
  await owner.call(paused.address, abi, 'setPaused', [false])
  for (const farm of [running, ended, unfunded, paused]) await stakeAsAlice(devnet, farm)
  await owner.call(paused.address, abi, 'setPaused', [true])
  await devnet.increaseTime(3_600)
  await app.returnAs('Alice')
  await app.open('/stake')
  const own = page.getByRole('region', { name: 'Your stakes' })
  const badges = own.getByRole('heading', { level: 2 }).locator('xpath=following-sibling::span')
  await expect(badges).toHaveText([/Ended/, /Can’t pay rewards/, /Paused/, /Running/])
  const cards = own.locator('section')

  const first = cards.filter({ hasText: 'Ended' }).first()
  await expect(first).toContainText('Your 123.45 long tokens are still staked here.')
  await expect(first).toContainText(/Rewards ended on .*2\d\d\d\. Take them out\./)
  await expect(first.getByLabel(/^Amount to stake/)).toHaveCount(0)

  const poor = cards.filter({ hasText: 'Can’t pay rewards' })
  await expect(poor).toContainText(/This farm owes you [\d.]+ TCR and holds 0\.00 TCR/)
  await expect(poor.getByRole('button', { name: /^(Claim|Withdraw all and claim)/ })).toHaveCount(0)
  const before = await balanceOf(devnet, unfunded.stakingToken, alice)
  await poor.getByRole('button', { name: /^Withdraw all: / }).click()
  await expect(page.getByText('123.45 short withdrawn to your wallet.')).toBeVisible()
  expect(await balanceOf(devnet, unfunded.stakingToken, alice)).toBe(before + STAKE)
  await expect(poor).toContainText('Claiming would revert until the farm is funded again.')

  const still = cards.filter({ hasText: 'Paused' })
  await expect(still).toContainText(
    'Stakes already there still earn, and withdrawing and claiming still work.',
  )
  await expect(still.getByLabel(/^Amount to stake/)).toHaveCount(0)
  await still.getByRole('button', { name: /^Withdraw all and claim/ }).click()
  await expect.poll(() => balanceOf(devnet, paused.address, alice)).toBe(0n)

  await first.getByRole('button', { name: /^Withdraw all: / }).click()
  await expect.poll(() => balanceOf(devnet, ended.address, alice)).toBe(0n)
})

test('a watched address’s stakes are shown, added to its portfolio, and not touched', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const maker = addressOf(devnet, 'Market maker')
  await app.open(`/stake?account=${maker}`)
  const name = '3-BTC/USD+USDC · LP'
  const staked = await balanceOf(devnet, farmOf(devnet, '3-BTC/USD+USDC LP').address, maker)
  const card = cardOf(app, name)
  await expect.poll(() => exactFact(card, 'Your stake')).toBe(`${formatAmount(staked, 18)} LP`)
  await expect(card).toContainText('earn 100.00% of each hour’s rewards')
  const main = page.getByRole('main')
  await expect(main.getByRole('button', { name: /Claim|Withdraw|Connect/ })).toHaveCount(0)
  await page.getByText('The liquidity mining programme of 2022').click()
  await expect(page.getByText('481,205.13 TCR')).toBeVisible()
  await page.getByLabel('Share for pool token stakers').fill('30')
  await page.getByLabel('Farms for pool tokens').fill('2')
  const split = page.getByRole('region', { name: 'Split a weekly total' })
  await expect(split).toContainText('150,000')
  await expectAccessibleInAllLooks(page)
  await page.setViewportSize({ width: 320, height: 800 })
  await expectAccessible(page)

  await page.setViewportSize({ width: 1280, height: 900 })
  await app.open(`/portfolio?account=${maker}`)
  await expect(page.getByRole('columnheader', { name: 'Staked' })).toBeVisible()
  const list = page.getByRole('region', { name: 'Staked', exact: true })
  await expect(list.getByRole('listitem')).toHaveCount(6)
})

test('all staked or in Balancer’s pool, in a market that nobody keeps: out by the exit page alone', async ({
  app,
  devnet,
}) => {
  test.setTimeout(180_000)
  const { page } = app
  const market = marketOf(devnet, '1-BTC/USD+USDC')
  const alice = addressOf(devnet, 'Alice')
  const lpToken = devnet.deployment.balancer?.pools.find((pool) => pool.market === market.name)
  if (lpToken === undefined) throw new Error('no LP token')
  const [ended, unfunded] = [
    farmOf(devnet, '1-BTC/USD+USDC long, ended'),
    farmOf(devnet, '1-BTC/USD+USDC short, unfunded'),
  ]
  for (const farm of [ended, unfunded]) await stakeAsAlice(devnet, farm)
  await give(devnet, lpToken.address, 5n * 10n ** 20n)
  await devnet.increaseTime(43_200)
  const before = await holdingsOf(devnet, market, alice)
  expect([before.long, before.short]).toEqual([0n, 0n])

  // Someone else looks at it first: all there, and nothing to press.
  await app.open(`/exit/${market.pool}?account=${alice}`)
  const takeOut = page.getByRole('region', { name: 'Withdraw these first' })
  const steps = page.getByRole('region', { name: 'Steps' })
  const currentIn = (list: Locator) => list.locator('[aria-current=step]')
  await expect(takeOut.getByRole('listitem')).toHaveText([
    /Withdraw 123\.45 long from the TCR farm/,
    /Withdraw 123\.45 short from the TCR farm.*takes out your stake alone/,
    /Remove 500\.00 LP from Balancer’s pool/,
    /Burn everything/,
  ])
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await expectAccessibleOnDarkPhone(page)

  await page.setViewportSize({ width: 1280, height: 900 })
  await app.returnAs('Alice')
  await app.open('/')
  await expect(page.getByRole('row').filter({ hasText: market.name })).toContainText('Staked')
  await app.open('/portfolio')
  const holding = page.getByRole('region', { name: market.name, exact: true })
  await expect(holding).toContainText(/123\.45 long123\.45 short.*500\.00 LP= /)
  await app.open(`/pool/${market.pool}`)
  const position = page.getByRole('region', { name: 'Your position' })
  await expect(position).toContainText(
    /none in your wallet · 246\.\d\d staked · [\d.]+ in Balancer’s pool/,
  )
  await position.getByRole('button', { name: /^Your position/ }).click()
  await expect(position).toContainText(/Long tokens\+?123\.45.*LP tokens\+?500\.00 LP/)
  await page.getByRole('link', { name: 'Exit pool' }).click()
  await takeOut.getByRole('button', { name: /^Withdraw all/ }).click()
  await expect(currentIn(takeOut)).toContainText('short from the TCR farm')
  // The browser is closed for a while.
  await app.open(`/exit/${market.pool}?plan=burnFirst`)
  await page.reload()
  await takeOut.getByRole('button', { name: 'Withdraw all', exact: true }).click()
  await expect(currentIn(takeOut)).toContainText('Remove 500.00 LP')
  await takeOut.getByRole('button', { name: 'Remove liquidity' }).click()
  const again = steps.getByRole('button', { name: /^Rebalance now/ })
  await expect(currentIn(steps)).toContainText('Burn everything you hold')
  const out = await holdingsOf(devnet, market, alice)
  expect(out.long).toBeGreaterThan(STAKE)
  expect(out.short).toBeGreaterThan(STAKE)
  await steps.getByRole('button', { name: 'Burn everything' }).click()
  await expect(currentIn(steps)).toContainText('Wait until the burn can execute')
  await devnet.increaseTime(6 * market.updateIntervalSec)
  const claim = steps.getByRole('button', { name: 'Claim', exact: true })
  for (;;) {
    await expect(again.or(claim)).toBeEnabled()
    if (await claim.isVisible()) break
    const sent = app.sendRequests()
    // The button stays until its transaction is under way, and can give way to the claim just when it is to be pressed again.
    const isPressed = await again.click({ timeout: 5_000 }).then(
      () => true,
      () => false,
    )
    if (isPressed) await expect.poll(() => app.sendRequests()).toBe(sent + 1)
  }
  await claim.click()
  await expect(steps.getByText('You have nothing left in this pool.')).toBeVisible()
  const after = await holdingsOf(devnet, market, alice)
  expect([after.long, after.short, after.escrow]).toEqual([
    0n,
    0n,
    { longTokens: 0n, shortTokens: 0n, settlementTokens: 0n },
  ])
  expect(after.settlement).toBeGreaterThan(out.settlement)
  for (const { address } of [ended, unfunded, lpToken])
    expect(await balanceOf(devnet, address, alice)).toBe(0n)
})

plainTest.describe('a chain without farms', () => {
  plainTest.use({ build: 'neutral' })

  plainTest('has no page of them in its navigation', async ({ app }) => {
    const { page } = app
    await app.open('/stake')
    await expect(page.getByText('There are no farms on this network.')).toBeVisible()
    await expect(page.getByRole('navigation').getByRole('link', { name: 'Stake' })).toHaveCount(0)
  })
})
