import type { Page } from '@playwright/test'
import { parseEther } from 'viem'
import { sendAndWait } from '../devnet/controls'
import type { DeployedMarket } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import { approveTransaction, claimTransaction, commitTransaction } from '../devnet/transactions'
import { poolCommitterAbi } from '../src/chain/abi'
import { CommitType } from '../src/protocol/commitType'
import { addressOf } from './addressOf'
import { passUpkeeps } from './chainState'
import { type AppPage, expect } from './fixtures'
import { untilUpToDate } from './shownBlock'

/** Settled in 18 decimals, with a minting and a burning fee. */
export const CROOKED_MARKET = '5-ETH/USD+BAL'
/** An index that gives crooked prices. */
const ETH_USD = 3_456.78

export const TOKENS = ['longTokens', 'shortTokens', 'settlementTokens'] as const
export type ProjectedAmounts = Readonly<Record<(typeof TOKENS)[number], bigint>>

export const ODD_AMOUNT = 'amount=11.000000000000000007'

/** Both tokens in the wallet, and all three in escrow. */
export async function fillAllFields(
  devnet: Devnet,
  market: DeployedMarket,
  person: string,
): Promise<void> {
  const { client } = devnet
  const from = addressOf(devnet, person)
  const put = (type: CommitType, amountWei: bigint) =>
    sendAndWait(client, commitTransaction({ from, market, type, amountWei }))
  await devnet.setPrice('ETH', ETH_USD)
  await devnet.faucet(from, { BAL: 1_000, ETH: 10 })
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

/**
 * Follows a link to an order, which has to be for the interval that is open now, and sends it.
 *
 * @param order What the link says, with an amount
 * @returns What the ticket projected
 */
export async function placeOrder(
  app: AppPage,
  devnet: Devnet,
  market: DeployedMarket,
  order: string,
): Promise<ProjectedAmounts> {
  const { page } = app
  await app.open(`/pool/${market.pool}?${order}`)
  // The page that was there before still stands for a moment: a click is not to meet its empty form.
  const amount = page.getByLabel('Amount')
  await expect(amount).toHaveValue(new URLSearchParams(order).get('amount') ?? '')
  const interval = await devnet.client.readContract({
    address: market.committer,
    abi: poolCommitterAbi,
    functionName: 'updateIntervalId',
  })
  const ticket = page.getByRole('region', { name: 'Trade' })
  await openFold(page, 'Price, fees and impact')
  const shown = ticket.locator('dt', { hasText: /^Interval$/ }).locator('xpath=../dd')
  await expect(shown).toHaveText(interval.toString())
  // By the clock alone it is that interval already between the time of a rebalance and the rebalance itself.
  await untilUpToDate(page, devnet)
  // An offer that came with a link is confirmed.
  if (order.includes('claim='))
    await ticket.getByRole('checkbox', { name: /^Offer .* ETH$/ }).check()
  const send = ticket.getByRole('button', {
    name: /^(Approve and mint|Mint|Burn|Flip) (long|short|both sides|to long|to short)$/,
  })
  await send.click()
  // Figures that have come right with the click are agreed to by another.
  const again = ticket.getByRole('button', { name: /at the new figures$/ })
  // The form is empty once the commit is out, so the newest order is this one.
  await expect(async () => {
    if (await again.isVisible()) await again.click()
    await expect(amount).toHaveValue('', { timeout: 1_000 })
  }).toPass()
  await expect.poll(() => lastFlow(page).then(({ isFinished }) => isFinished)).toBe(true)
  return (await lastFlow(page)).projection
}

/** Opens a fold of the ticket, by the beginning of its line, where it is closed. */
export async function openFold(page: Page, title: string): Promise<void> {
  const summary = page.getByRole('region', { name: 'Trade' }).locator('summary', { hasText: title })
  if ((await summary.locator('..').getAttribute('open')) === null) await summary.click()
}

/** The newest order as this browser remembers it. */
async function lastFlow(
  page: Page,
): Promise<{ projection: ProjectedAmounts; isFinished: boolean }> {
  const text = await page.evaluate(() => localStorage.getItem('flows.v2') ?? '[]')
  const [flow] = JSON.parse(text, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith('bigint:') ? BigInt(value.slice(7)) : value,
  )
  return {
    projection: flow?.intent.projection,
    isFinished: flow?.steps.every((step: { status: { at: string } }) => step.status.at === 'done'),
  }
}
