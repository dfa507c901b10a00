import type { Page } from '@playwright/test'
import { parseEther } from 'viem'
import { getBalance } from 'viem/actions'
import { sendAndWait } from '../devnet/controls'
import type { DeployedMarket } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import { approveTransaction, claimTransaction, commitTransaction } from '../devnet/transactions'
import { poolCommitterAbi } from '../src/chain/abi'
import { CommitType } from '../src/protocol/commitType'
import { holdingsOf, passUpkeeps } from './chainState'
import { addressOf, expect, marketOf, test } from './fixtures'

/** Settled in 18 decimals, with a minting and a burning fee, and an index that gives crooked prices. */
const MARKET = '5-ETH/USD+BAL'
const ETH_USD = 3_456.78

type Promised = Readonly<Record<'longTokens' | 'shortTokens' | 'settlementTokens', bigint>>

/** Orders by their links, each of 11.000000000000000007 of what it pays with. */
const ORDERS = [
  'action=mint&side=long',
  'action=mint&side=short',
  'action=burn&side=long',
  'action=burn&side=short',
  'action=flip&side=long',
  'action=flip&side=short',
  'action=straddle',
  'action=mint&side=long&claim=0.001',
]
const AMOUNT = 'amount=11.000000000000000007'

for (const source of ['wallet', 'escrow'] as const)
  test(`what the ticket promises is what comes, to the wei: all commit types, ${source}`, async ({
    app,
    devnet,
  }) => {
    test.setTimeout(240_000)
    const { page } = app
    const market = marketOf(devnet, MARKET)
    const person = source === 'wallet' ? 'Bob' : 'Carol'
    await giveEverything(devnet, market, person)
    await app.openPool(market)
    await app.connect(person)
    for (const order of ORDERS) {
      await passUpkeeps(devnet, market, 1)
      await app.open(`/pool/${market.pool}?${order}&from=${source}&${AMOUNT}`)
      expect(await placeAndCompare(page, devnet, market, person), order).toBe(true)
    }
  })

test('an order from escrow and wallet both comes to what was promised, too', async ({
  app,
  devnet,
}) => {
  const { page } = app
  const market = marketOf(devnet, MARKET)
  await giveEverything(devnet, market, 'Alice')
  await app.openPool(market)
  await app.connect('Alice')
  await passUpkeeps(devnet, market, 1)
  await app.open(`/pool/${market.pool}?action=burn&from=both&unit=percent&amount=100`)
  expect(await placeAndCompare(page, devnet, market, 'Alice')).toBe(true)
  const left = await holdingsOf(devnet, market, addressOf(devnet, 'Alice'))
  expect(left.long + left.escrow.longTokens).toBe(0n)
})

test('an offered claim is paid with the commit, and the promise holds', async ({ app, devnet }) => {
  const { page } = app
  const market = marketOf(devnet, MARKET)
  const { autoClaim } = devnet.deployment.contracts
  const before = await getBalance(devnet.client, { address: autoClaim })
  await passUpkeeps(devnet, market, 1)
  await app.openPool(market)
  await app.connect('Alice')
  await app.open(`/pool/${market.pool}?${AMOUNT}&claim=0.0123`)
  expect(await placeAndCompare(page, devnet, market, 'Alice')).toBe(true)
  const after = await getBalance(devnet.client, { address: autoClaim })
  expect(after - before).toBe(parseEther('0.0123'))
})

/** Both tokens in the wallet, and all three in escrow. */
async function giveEverything(
  devnet: Devnet,
  market: DeployedMarket,
  person: string,
): Promise<void> {
  const { client } = devnet
  const from = addressOf(devnet, person)
  const put = (type: CommitType, amountWei: bigint) =>
    sendAndWait(client, commitTransaction({ from, market, type, amountWei }))
  await devnet.setPrice('ETH', ETH_USD)
  await sendAndWait(client, approveTransaction(from, market))
  for (const round of ['wallet', 'escrow']) {
    await put(CommitType.LongMint, parseEther('200'))
    await put(CommitType.ShortMint, parseEther('200'))
    if (round === 'escrow') await put(CommitType.LongBurn, parseEther('50'))
    await passUpkeeps(devnet, market, 2)
    if (round === 'wallet') await sendAndWait(client, claimTransaction(from, market))
  }
  await sendAndWait(client, approveTransaction(from, market, 0n))
}

/** Sends the order of the form, lets its upkeep happen, and compares the escrow with what had been promised. */
async function placeAndCompare(
  page: Page,
  devnet: Devnet,
  market: DeployedMarket,
  person: string,
): Promise<boolean> {
  const escrow = async () =>
    (await holdingsOf(devnet, market, addressOf(devnet, person))).escrow as Promised
  const interval = await devnet.client.readContract({
    address: market.committer,
    abi: poolCommitterAbi,
    functionName: 'updateIntervalId',
  })
  const ticket = page.getByRole('region', { name: 'Trade' })
  const shown = ticket.locator('dt', { hasText: 'Executes in interval' }).locator('xpath=../dd')
  await expect(shown).toHaveText(interval.toString())
  const confirm = ticket.getByRole('button', { name: 'Confirm the new figures' })
  if (await confirm.isVisible()) await confirm.click()
  await ticket.getByRole('button', { name: /^(Approve and commit|Commit)$/ }).click()
  // The form is empty once the commit is out, so the newest order is this one.
  await expect(page.getByLabel('Amount')).toHaveValue('')
  await expect.poll(() => lastFlow(page).then(({ isFinished }) => isFinished)).toBe(true)
  const { promise } = await lastFlow(page)

  const before = await escrow()
  await passUpkeeps(devnet, market, 1)
  const after = await escrow()
  const names = ['longTokens', 'shortTokens', 'settlementTokens'] as const
  expect(names.map((name) => after[name] - before[name])).toEqual(names.map((n) => promise[n]))
  return names.some((name) => promise[name] > 0n)
}

/** The newest order as this browser remembers it. */
async function lastFlow(page: Page): Promise<{ promise: Promised; isFinished: boolean }> {
  const text = await page.evaluate(() => localStorage.getItem('flows.v2') ?? '[]')
  const [flow] = JSON.parse(text, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith('bigint:') ? BigInt(value.slice(7)) : value,
  )
  return {
    promise: flow?.intent.promise,
    isFinished: flow?.steps.every((step: { status: { at: string } }) => step.status.at === 'done'),
  }
}
