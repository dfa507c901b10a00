import type { Page } from '@playwright/test'
import { type Address, encodeFunctionData, formatUnits, maxUint256, parseUnits } from 'viem'
import type { Devnet } from '../devnet/devnet'
import { marketOf } from '../devnet/marketOf'
import { tokenAbi } from '../devnet/protocolAbi'
import { sendFrom } from '../devnet/sendFrom'
import { toBalancedAmounts } from '../src/analytics/secondary/balancedAmounts'
import { vaultAbi } from '../src/chain/balancer/balancerAbi'
import { ownFunds } from '../src/chain/balancer/batchSwapArgs'
import { queryExit, queryJoin } from '../src/chain/balancer/joinExit'
import { addressOf } from './addressOf'
import { expect, testOn } from './fixtures'
import { expectAccessibleInAllLooks } from './looks'
import { SECONDARY_DEVNET } from './secondaryDevnet'
import { untilSent } from './sending'

const test = testOn(SECONDARY_DEVNET)
// Blocks come with transactions alone, so that a quote stays as it is.
test.use({ build: 'secondary', pace: 'still' })

const MARKET = '1-BTC/USD+USDC'
const ADDED = /^Liquidity added\. You received .* LP tokens, exactly as quoted\.$/
const REMOVED = /^Liquidity removed\. You received .*, exactly as quoted\.$/

/** The market's pool on Balancer, as its contracts have it; asked of them by the test. */
async function poolOf(devnet: Devnet) {
  const { client, deployment } = devnet
  const { balancer } = deployment
  const known = balancer?.pools.find(({ market }) => market === MARKET)
  if (balancer === undefined || known === undefined) throw new Error('Balancer was not deployed')
  const { vault } = balancer
  const read = { address: vault, abi: vaultAbi, functionName: 'getPoolTokens' } as const
  const [tokens, balances] = await client.readContract({ ...read, args: [known.id] })
  const { settlementToken } = marketOf(devnet, MARKET)
  const usdc = tokens.indexOf(settlementToken)
  return { balancer, vault, address: known.address, poolId: known.id, tokens, balances, usdc }
}

async function balancesOf(devnet: Devnet, tokens: readonly Address[], account: Address) {
  const call = { abi: tokenAbi, functionName: 'balanceOf', args: [account] } as const
  return Promise.all(
    tokens.map((address): Promise<bigint> => devnet.client.readContract({ ...call, address })),
  )
}

/** Gives someone a hundredth of what is in the pool. */
async function give(devnet: Devnet, to: Address) {
  const { tokens, balances } = await poolOf(devnet)
  const maker = sendFrom(devnet.client, addressOf(devnet, 'Market maker'))
  for (const [index, token] of tokens.entries())
    await maker.call(token, tokenAbi, 'transfer', [to, (balances[index] ?? 0n) / 100n])
}

async function choose(page: Page, name: string) {
  const form = page.getByRole('region', { name: 'Add or remove', exact: true })
  await form.getByText(name, { exact: true }).click()
}

test('adds and removes liquidity, all tokens and one alone: what comes is the quote', async ({
  app,
  devnet,
}) => {
  const { client } = devnet
  const { page } = app
  const alice = addressOf(devnet, 'Alice')
  await give(devnet, alice)
  const pool = await poolOf(devnet)
  const { poolId, tokens, usdc, balancer, address } = pool
  const lpOf = async () => (await balancesOf(devnet, [address], alice))[0] ?? 0n
  await app.returnAs('Alice')
  await app.openPool(marketOf(devnet, MARKET))
  await page.getByRole('link', { name: 'Liquidity on Balancer' }).click()
  await expect(page.getByRole('heading', { name: `Liquidity: ${MARKET}` })).toBeVisible()
  await expect(page.getByText('You have no liquidity in this pool.')).toBeVisible()

  const amount = page.getByLabel('Amount of USDC')
  await amount.fill('1,000')
  await expect(page.getByText('1,000 is ambiguous. Enter 1 or 1000.')).toBeVisible()
  await amount.fill('99999999')
  await expect(
    page.getByText(/^Not enough (long tokens|short tokens|USDC): this takes/).first(),
  ).toBeVisible()
  await choose(page, 'Remove')
  await choose(page, 'Add')
  await expect(amount).toHaveValue('99999999')

  const amountsIn =
    toBalancedAmounts(
      pool.balances.map((balance) => ({ balance })),
      usdc,
      parseUnits('40', 6),
    ) ?? []
  const join = { poolId, tokens, amountsIn }
  const quoted = await queryJoin(client, balancer, join, alice)
  await amount.fill('40')
  await expect(page.getByText('You receive at least')).toBeVisible()
  await expectAccessibleInAllLooks(page)
  const before = await balancesOf(devnet, tokens, alice)
  await client.setAutomine(false)
  await page.getByRole('button', { name: 'Approve and add liquidity' }).click()
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  await client.mine({ blocks: 1 })
  await client.setAutomine(true)
  await page.getByRole('button', { name: 'Continue: Approve token 2 of 3' }).click()
  await expect(page.getByText(ADDED)).toBeVisible()
  expect(await lpOf()).toBe(quoted)
  const between = await balancesOf(devnet, tokens, alice)
  expect(between.map((left, index) => (before[index] ?? 0n) - left)).toEqual(amountsIn)

  const only = tokens.map((_, index) => (index === usdc ? parseUnits('250', 6) : 0n))
  const more = await queryJoin(client, balancer, { ...join, amountsIn: only }, alice)
  await choose(page, 'One token')
  await choose(page, 'USDC')
  await amount.fill('250')
  await page.getByRole('button', { name: 'Approve and add liquidity' }).click()
  await expect.poll(lpOf).toBe(quoted + more)
  await expect(page.getByText(ADDED)).toHaveCount(1)

  await choose(page, 'Remove')
  await choose(page, 'All tokens')
  const removal = page.getByLabel('LP tokens to remove')
  for (const [lpIn, onlyToken] of [
    [quoted, undefined],
    [more, usdc],
  ] as const) {
    const had = await balancesOf(devnet, tokens, alice)
    const exit = { poolId, tokens, lpIn, onlyToken }
    const amounts = await queryExit(client, balancer, exit, alice)
    if (onlyToken !== undefined) await choose(page, 'One token')
    await removal.fill(formatUnits(lpIn, 18))
    const held = await lpOf()
    await page.getByRole('button', { name: 'Remove liquidity', exact: true }).click()
    await expect.poll(lpOf).toBe(held - lpIn)
    await expect(page.getByText(REMOVED)).toBeVisible()
    await expect(removal).toHaveValue('')
    const has = await balancesOf(devnet, tokens, alice)
    expect(has.map((now, index) => now - (had[index] ?? 0n))).toEqual(amounts)
  }
  expect(app.sendRequests()).toBe(8)

  await page.getByRole('link', { name: 'Fees, skew and other weights in the lab' }).click()
  await expect(page.getByLabel('Weight of long')).toHaveValue('33')
})

test('a refusal and a minimum that is not met are said, nothing is lost; a lying pool stays alone', async ({
  app,
  devnet,
}) => {
  const { client } = devnet
  const { page } = app
  const [alice, carol] = [addressOf(devnet, 'Alice'), addressOf(devnet, 'Carol')]
  const { vault, poolId, tokens, usdc, address } = await poolOf(devnet)
  const maker = sendFrom(client, addressOf(devnet, 'Market maker'))
  await maker.call(address, tokenAbi, 'transfer', [alice, parseUnits('50', 18)])
  await sendFrom(client, carol).call(tokens[usdc] ?? alice, tokenAbi, 'approve', [
    vault,
    maxUint256,
  ])
  await app.returnAs('Alice')
  await app.open(`/liquidity/${address}`)
  await choose(page, 'Remove')
  await choose(page, 'One token')
  await choose(page, 'long')
  await page.getByRole('button', { name: 'Max LP tokens' }).click()
  await app.wallet('Alice', 'rejectNext')
  await page.getByRole('button', { name: 'Remove liquidity', exact: true }).click()
  await expect(
    page.getByText('You rejected the request in your wallet. Nothing was sent.'),
  ).toBeVisible()

  await client.setAutomine(false)
  // Someone else’s waits for a block already, for a higher fee: the simulation does not see it, and it comes first.
  const single = {
    ...{ poolId, kind: 0, assetIn: tokens[usdc] ?? alice, userData: '0x' as const },
    ...{ assetOut: marketOf(devnet, MARKET).longToken, amount: parseUnits('2000', 6) },
  }
  const args = [single, ownFunds(carol), 0n, maxUint256] as const
  await client.sendTransaction({
    ...{ account: carol, chain: null, to: vault, gas: 1_000_000n, gasPrice: 10n ** 11n },
    data: encodeFunctionData({ abi: vaultAbi, functionName: 'swap', args }),
  })
  await page.getByRole('button', { name: 'Try again: Remove liquidity' }).click()
  await untilSent(app, 1)
  await client.mine({ blocks: 1 })
  await client.setAutomine(true)
  await expect(page.getByText(/The pool would give less than your minimum/).first()).toBeVisible()
  expect(await balancesOf(devnet, [address], alice)).toEqual([parseUnits('50', 18)])

  await app.open(`/liquidity/${marketOf(devnet, MARKET).pool}?account=${maker.address}`)
  await expect(page.getByText('LP tokens in wallet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove liquidity' })).toHaveCount(0)
  await client.setCode({ address, bytecode: '0x' })
  await app.open(`/liquidity/${address}`)
  await page.reload()
  await expect(page.getByText(/This Balancer pool isn’t responding/)).toBeVisible()
})
