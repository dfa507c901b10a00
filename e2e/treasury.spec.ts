import { encodeFunctionData, formatUnits, parseUnits } from 'viem'
import { readContract } from 'viem/actions'
import { sendAndWait } from '../devnet/controls'
import type { DeployedMarket } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { erc20Abi, leveragedPoolAbi } from '../src/chain/abi'
import { addressOf, expect, testOn } from './fixtures'
import { expectAccessible, LOOKS, setLook } from './looks'

const test = testOn({ pastSec: 0, walk: false, keeper: false })

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
  // In the navigation only where the edition has a treasury.
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Treasury' })).toHaveCount(0)
  const card = page.getByRole('region', { name: bal.name, exact: true })
  await expect(card.getByTitle(addressOf(devnet, 'Deployer'))).toBeVisible()
  await expect(card).toContainText('10 % of 2.00 % a year')
  const exactly = (wei: bigint) => `${formatUnits(wei, 18)} BAL`
  await expect(card.getByTitle(exactly(before.accrued)).first()).toBeVisible()
  await expect(card).toContainText('Claimed so far')
  await card.getByRole('button', { name: 'Connect wallet to claim it for them' }).click()
  await page.getByRole('button', { name: /Alice/ }).click()

  await card.getByRole('button', { name: /^Claim for this address/ }).click()
  await expect(page.getByText('Claimed. What had accrued is at the pool’s secondary')).toBeVisible()
  expect(await feesOf(devnet, bal)).toEqual({ accrued: 0n, held: before.held + before.accrued })
  await expect(card.getByRole('button', { name: /^Nothing to claim yet/ })).toBeDisabled()
  await expect(card.getByText('Nothing to claim yet')).toBeVisible()
  const totals = page.getByRole('region', { name: 'In total, whoever it goes to' })
  await expect(totals.getByTitle(exactly(before.accrued))).toHaveCount(2)

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
  await page.getByRole('button', { name: `Claim all ${usdc.length}` }).click()
  await expect
    .poll(async () => (await Promise.all(usdc.map((market) => feesOf(devnet, market)))).at(-1))
    .toEqual({ accrued: 0n, held: expected })
  expect(await alice()).toBe(aliceBefore)
  expect(app.sendRequests()).toBe(1 + usdc.length)
  await expect(page.getByText(/more to come|It is the last/)).toHaveCount(0)
})

test('the projection is what the next rebalance adds', async ({ app, devnet }) => {
  const market = marketOf(devnet, NAMES[0])
  const { page } = app
  await passUpkeep(devnet)
  const before = await feesOf(devnet, market)
  await app.open('/treasury')
  const fact = page
    .getByRole('region', { name: market.name, exact: true })
    .locator('div', { has: page.getByText('Next rebalance adds') })
    .last()
  const title = await fact.locator('dd [title]').getAttribute('title')
  await devnet.setPrice('BTC', 91_000)
  await passUpkeep(devnet)
  const after = await feesOf(devnet, market)
  expect(parseUnits(title?.replace(' USDC', '') ?? '', 6)).toBe(after.accrued - before.accrued)
})

test('claimed by somebody else meanwhile: said so, and nothing is sent', async ({
  app,
  devnet,
}) => {
  const market = marketOf(devnet, NAMES[1])
  const { page } = app
  await passUpkeep(devnet)
  await app.open('/treasury')
  await app.connect('Carol')
  const button = page.getByRole('button', { name: `Claim for this address: ${market.name}` })
  await expect(button).toBeEnabled()
  // The page does not hear of it.
  await page.route('**/rpc', (route) =>
    route.request().postData()?.includes('"eth_call"') &&
    (route.request().postData()?.length ?? 0) > 2_000
      ? route.abort()
      : route.continue(),
  )
  const data = encodeFunctionData({ abi: leveragedPoolAbi, functionName: 'claimSecondaryFees' })
  await sendAndWait(devnet.client, { from: addressOf(devnet, 'Bob'), to: market.pool, data })
  await button.click()
  await expect(page.getByText(/Nothing has accrued here.*Nothing was sent/)).toBeVisible()
  expect(app.sendRequests()).toBe(0)
})

test('a claim whose answer is lost is found by its event, and not sent twice', async ({
  app,
  devnet,
}) => {
  const market = marketOf(devnet, NAMES[0])
  const { page } = app
  await passUpkeep(devnet)
  await app.open('/treasury')
  await app.connect('Alice')
  await app.wallet('Alice', 'loseNext', 'eth_sendTransaction')
  await page.getByRole('button', { name: `Claim for this address: ${market.name}` }).click()
  await expect.poll(async () => (await feesOf(devnet, market)).accrued).toBe(0n)
  await expect(page.getByText('Confirm it in your wallet.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Claimed. What had accrued is at the pool’s secondary')).toBeVisible()
  expect(app.sendRequests()).toBe(1)
})

for (const look of LOOKS)
  test(`axe finds nothing, ${look.name}`, async ({ app, devnet }) => {
    const { page } = app
    await setLook(page, look)
    await app.open('/treasury')
    const { name } = marketOf(devnet, NAMES[0])
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
    await expect(page.getByText('Claimed so far').first()).toBeVisible()
    await expectAccessible(page)
  })
