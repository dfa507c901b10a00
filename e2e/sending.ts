import type { Page } from '@playwright/test'
import type { Address, Hash, Hex } from 'viem'
import { parseUnits } from 'viem'
import { sendAndWait } from '../devnet/controls'
import type { DeployedMarket } from '../devnet/deployment'
import type { Devnet } from '../devnet/devnet'
import { approveTransaction } from '../devnet/transactions'
import { addressOf } from './addressOf'
import { holdingsOf } from './chainState'
import { type AppPage, expect } from './fixtures'

/** What the fault tests mint with, in a currency of six decimals. */
export const AMOUNT = parseUnits('25', 6)

/** Someone about to mint, and what the chain said before. */
export interface Minting {
  readonly account: Address
  /** What has happened on the chain since. */
  since(): Promise<{ mined: number; spent: bigint; allowance: bigint }>
  click(): Promise<void>
}

/** Opens a market, connects, and types an amount; with `approved` the commit is all there is to send. */
export async function aboutToMint(
  app: AppPage,
  devnet: Devnet,
  market: DeployedMarket,
  person: string,
  { approved = false, batching = false } = {},
): Promise<Minting> {
  const account = addressOf(devnet, person)
  await sendAndWait(devnet.client, approveTransaction(account, market, approved ? AMOUNT : 0n))
  await app.returnAs(person)
  await app.openPool(market)
  if (batching) await app.wallet(person, 'setBatching', true)
  const nonce = () => devnet.client.getTransactionCount({ address: account })
  const [before, nonceBefore] = [await holdingsOf(devnet, market, account), await nonce()]
  await app.page.getByLabel('Amount').fill('25')
  return {
    account,
    async since() {
      const { settlement, allowance } = await holdingsOf(devnet, market, account)
      const mined = (await nonce()) - nonceBefore
      return { mined, spent: before.settlement - settlement, allowance }
    },
    async click() {
      const name = approved ? /^Mint (long|short|both sides)$/ : /^Approve and mint /
      await app.page.getByRole('button', { name }).click()
    },
  }
}

/** The account's transaction that waits for a block. */
export async function pendingOf({ client }: Devnet, account: Address) {
  const { pending } = await client.getTxpoolContent()
  const [, mine] =
    Object.entries(pending).find(([from]) => from.toLowerCase() === account.toLowerCase()) ?? []
  const [transaction] = Object.values(mine ?? {})
  if (transaction === undefined) throw new Error('Nothing of this account waits for a block')
  return transaction
}

/** Takes the place of a transaction that waits for a block, as a wallet does to speed it up or to cancel it. */
export async function takePlace(
  devnet: Devnet,
  account: Address,
  change: { readonly to?: Address; readonly data?: Hex; readonly value?: bigint } = {},
): Promise<Hash> {
  const { nonce, to, input, gasPrice, maxFeePerGas } = await pendingOf(devnet, account)
  return devnet.client.sendTransaction({
    account,
    chain: null,
    nonce: Number(nonce),
    to: change.to ?? to,
    data: change.data ?? input,
    value: change.value ?? 0n,
    gas: 1_000_000n,
    gasPrice: 3n * BigInt(gasPrice ?? maxFeePerGas ?? 0n),
  })
}

/** Waits until the wallet was asked to send so often. */
export async function untilSent(app: AppPage, count: number): Promise<void> {
  await expect.poll(() => app.sendRequests()).toBe(count)
}

/** Waits until the page has seen its transaction at a node: from then on it knows the nonce. */
export async function untilSeen({ page }: AppPage): Promise<void> {
  await expect(page.getByText('Sent. Waiting for confirmation.')).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('flows.v2')))
    .toMatch(/"at":"sent"[^}]*"trace"/)
}

/**
 * Waits for an order of one commit to be out. Where the cut-off of a market whose time goes on falls between its approval and
 * the commit, the new figures are taken, as a person would.
 */
export async function untilCommitted(page: Page): Promise<void> {
  const committed = page.getByText(/^Committed\. (Expected|After|Executes)/)
  const withNewFigures = page.getByRole('button', { name: /with the new figures$/ })
  await expect(committed.or(withNewFigures).first()).toBeVisible()
  if (await withNewFigures.isVisible()) await withNewFigures.click()
  await expect(committed).toBeVisible()
}
