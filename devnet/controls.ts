import {
  type Address,
  encodeFunctionData,
  type Hash,
  type Hex,
  parseEther,
  TransactionReceiptNotFoundError,
} from 'viem'
import { accountAddress } from './accounts'
import type { QueuedTransaction } from './blockBuilder'
import type { Deployment } from './deployment'
import type { DevnetClient } from './devnetClient'
import { FEED_NAMES, type FeedAnswers, feedUpdates, inOneCall, toFeedAnswers } from './feedAnswers'
import type { PriceSymbol, SettlementSymbol } from './markets'
import type { Prices } from './priceSource'
import { pausableAbi, priceFeedAbi } from './protocolAbi'
import { mintTokensTransaction, toWei, upkeepGroups, upkeepTransaction } from './transactions'

/** How long a transaction may wait for its block. */
const MOST_WAIT_MS = 20_000

/**
 * Sends a transaction of an unlocked account and waits until it is mined.
 *
 * @throws When it reverts, and when no block takes it in for 20 seconds
 */
export async function sendAndWait(client: DevnetClient, transaction: QueuedTransaction) {
  const { from, to, data, valueWei, gas = 1_000_000n } = transaction
  const send = () =>
    client.sendTransaction({
      account: from,
      ...(to === undefined ? {} : { to }),
      data,
      value: valueWei ?? 0n,
      gas,
      gasPrice: 100_000_000n,
    })
  // The node counts an account's transactions, and may count wrongly when a bot sends from it at the same moment.
  const hash = await send().catch((error: unknown) => {
    if (/nonce too low|replacement transaction underpriced/i.test(String(error))) return send()
    throw error
  })
  const receipt = await waitForReceipt(client, hash)
  if (receipt.status !== 'success') throw new Error(`Transaction ${hash} reverted`)
  return receipt
}

/** Asks for the receipt itself: where blocks are rare, waiting for another block to look again may be waiting forever. */
async function waitForReceipt(client: DevnetClient, hash: Hash) {
  const deadlineMs = Date.now() + MOST_WAIT_MS
  while (Date.now() < deadlineMs) {
    try {
      return await client.getTransactionReceipt({ hash })
    } catch (error) {
      if (!(error instanceof TransactionReceiptNotFoundError)) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, client.pollingInterval))
  }
  const { pending, queued } = await client.getTxpoolStatus()
  throw new Error(
    `Transaction ${hash} is in no block after ${MOST_WAIT_MS / 1_000} s; ${pending} pending and ${queued} queued in the pool`,
  )
}

/** What the feeds answer, now or at a recent block. */
export async function readAnswers(
  client: DevnetClient,
  deployment: Deployment,
  blockNumber?: bigint,
): Promise<FeedAnswers> {
  const answers = await client.multicall({
    allowFailure: false,
    ...(blockNumber === undefined ? {} : { blockNumber }),
    contracts: FEED_NAMES.map(
      (name) =>
        ({
          address: deployment.feeds[name].address,
          abi: priceFeedAbi,
          functionName: 'price',
        }) as const,
    ),
  })
  const [btc = 0n, eth = 0n, bal = 0n, ethBal = 0n] = answers
  return { 'BTC/USD': btc, 'ETH/USD': eth, 'BAL/USD': bal, 'ETH/BAL': ethBal }
}

/** Dollar prices as the feeds have them. */
export function toPrices(answers: FeedAnswers): Prices {
  return {
    BTC: Number(answers['BTC/USD']) / 1e8,
    ETH: Number(answers['ETH/USD']) / 1e8,
    BAL: Number(answers['BAL/USD']) / 1e8,
  }
}

/**
 * Brings all feeds to the given prices.
 *
 * @returns The block in which they changed; nothing when they were there already
 */
export async function pushPrices(
  client: DevnetClient,
  deployment: Deployment,
  prices: Prices,
): Promise<bigint | undefined> {
  const current = await readAnswers(client, deployment)
  const updates = feedUpdates(deployment.feeds, current, toFeedAnswers(prices), true)
  if (updates.length === 0) return undefined
  const from = accountAddress('Price pusher')
  return (await sendAndWait(client, { from, ...inOneCall(updates) })).blockNumber
}

/**
 * Sets the dollar price of one symbol, and with it every feed that depends on it.
 *
 * @throws RangeError when the price is not a positive number
 */
export async function setPrice(
  client: DevnetClient,
  deployment: Deployment,
  symbol: PriceSymbol,
  usd: number,
): Promise<void> {
  if (!(usd > 0) || !Number.isFinite(usd)) throw new RangeError(`A price must be positive: ${usd}`)
  const prices = toPrices(await readAnswers(client, deployment))
  await pushPrices(client, deployment, { ...prices, [symbol]: usd })
}

/** Moves the clock forward and mines a block there. */
export async function increaseTime(client: DevnetClient, seconds: number): Promise<void> {
  await client.increaseTime({ seconds })
  await client.mine({ blocks: 1 })
}

/**
 * Performs the upkeep of the pools; those that are not due are left as they are by the contract.
 *
 * @returns Transaction hashes
 */
export async function upkeep(
  client: DevnetClient,
  deployment: Deployment,
  pools: readonly Address[] = deployment.markets.map(({ pool }) => pool),
): Promise<readonly Hex[]> {
  const hashes: Hex[] = []
  for (const group of upkeepGroups(pools)) {
    const { poolKeeper } = deployment.contracts
    const transaction = upkeepTransaction(accountAddress('Keeper'), poolKeeper, group)
    hashes.push((await sendAndWait(client, transaction)).transactionHash)
  }
  return hashes
}

/** Pauses a pool or its committer alone, as its invariant check does when money is missing. */
export async function pauseContract(
  client: DevnetClient,
  { contracts: { invariantCheck } }: Deployment,
  contract: Address,
): Promise<void> {
  await client.impersonateAccount({ address: invariantCheck })
  await client.setBalance({ address: invariantCheck, value: parseEther('1') })
  const data = encodeFunctionData({ abi: pausableAbi, functionName: 'pause' })
  await sendAndWait(client, { from: invariantCheck, to: contract, data })
}

/** Whole units; what is absent is left alone. ETH is added like the tokens. */
export type FaucetAmounts = Partial<Record<SettlementSymbol | 'ETH', number>>

const FAUCET_DEFAULT: FaucetAmounts = { ETH: 10, USDC: 10_000, BAL: 5_000 }

/** Gives tokens and ETH to an address. */
export async function faucet(
  client: DevnetClient,
  deployment: Deployment,
  address: Address,
  amounts: FaucetAmounts = FAUCET_DEFAULT,
): Promise<void> {
  const from = accountAddress('Faucet')
  for (const symbol of ['USDC', 'BAL'] as const) {
    const amount = amounts[symbol]
    if (amount === undefined) continue
    const token = deployment.tokens[symbol]
    const amountWei = toWei(amount, token.decimals)
    await sendAndWait(client, mintTokensTransaction(from, token, address, amountWei))
  }
  if (amounts.ETH !== undefined) {
    const value = (await client.getBalance({ address })) + parseEther(amounts.ETH.toFixed(18))
    await client.setBalance({ address, value })
  }
}
