import { CommitType } from '../src/protocol/commitType'
import { accountAddress } from './accounts'
import type { BlockBuilder } from './blockBuilder'
import type { DeployedMarket, Deployment } from './deployment'
import type { DevnetClient } from './devnetClient'
import { readHoldings } from './holdings'
import { approveTransaction, claimTransaction, commitTransaction, toWei } from './transactions'

type Deed =
  | { readonly do: 'mintLong' | 'mintShort'; readonly amount: number }
  /** A share of the tokens in the wallet. */
  | { readonly do: 'burnLong' | 'burnShort' | 'flipLong' | 'flipShort'; readonly share: number }
  | { readonly do: 'claim' }

/** What one of the offered accounts did, so that its user finds a history. */
export type Story = Deed & {
  /** Part of the past that was over, 0 to 1. */
  readonly at: number
  readonly who: string
  readonly market: string
}

/**
 * Alice holds and waits, Bob trades BAL, Carol changes sides. What comes at 1 is still queued at
 * hand-over. Of what was settled, some was claimed and some waits in escrow.
 */
export const STORIES: readonly Story[] = [
  { at: 0.1, who: 'Alice', market: '3-ETH/USD+USDC', do: 'mintLong', amount: 6_000 },
  { at: 0.12, who: 'Bob', market: '5-ETH/USD+BAL', do: 'mintLong', amount: 2_500 },
  { at: 0.15, who: 'Carol', market: '1-ETH/USD+USDC', do: 'mintShort', amount: 4_000 },
  { at: 0.16, who: 'Bob', market: '5-ETH/USD+BAL', do: 'claim' },
  { at: 0.2, who: 'Carol', market: '1-ETH/USD+USDC', do: 'claim' },
  { at: 0.4, who: 'Alice', market: '3-BTC/USD+USDC', do: 'mintShort', amount: 2_000 },
  { at: 0.45, who: 'Alice', market: '3-BTC/USD+USDC', do: 'claim' },
  { at: 0.5, who: 'Alice', market: '3-ETH/USD+USDC', do: 'claim' },
  { at: 0.55, who: 'Bob', market: '5-ETH/USD+BAL', do: 'burnLong', share: 0.4 },
  { at: 0.6, who: 'Carol', market: '1-ETH/USD+USDC', do: 'flipShort', share: 0.5 },
  { at: 0.7, who: 'Bob', market: '3-ETH/USD+USDC', do: 'mintShort', amount: 3_000 },
  { at: 0.8, who: 'Alice', market: '1-BTC/USD+USDC', do: 'mintLong', amount: 1_500 },
  { at: 0.85, who: 'Alice', market: '3-BTC/USD+USDC', do: 'burnShort', share: 0.5 },
  { at: 1, who: 'Alice', market: '3-ETH/USD+USDC', do: 'mintLong', amount: 1_000 },
  { at: 1, who: 'Alice', market: '3-ETH/USD+USDC', do: 'burnLong', share: 0.25 },
  { at: 1, who: 'Carol', market: '3-BTC/USD+USDC', do: 'mintLong', amount: 1_200 },
  { at: 1, who: 'Bob', market: '5-ETH/USD+BAL', do: 'flipLong', share: 0.3 },
]

const POOL_TOKEN_DEEDS = {
  burnLong: [CommitType.LongBurn, 'long'],
  burnShort: [CommitType.ShortBurn, 'short'],
  flipLong: [CommitType.LongBurnShortMint, 'long'],
  flipShort: [CommitType.ShortBurnLongMint, 'short'],
} as const

/**
 * Queues what a story tells; a deed for which the account has nothing is left out.
 *
 * @returns How many deeds were queued
 */
export async function queueStory(
  client: DevnetClient,
  blocks: BlockBuilder,
  deployment: Deployment,
  story: Story,
): Promise<number> {
  const market = deployment.markets.find(({ name }) => name === story.market)
  if (market === undefined) return 0
  const from = accountAddress(story.who)
  switch (story.do) {
    case 'claim':
      blocks.add(claimTransaction(from, market))
      return 1
    case 'mintLong':
    case 'mintShort': {
      const type = story.do === 'mintLong' ? CommitType.LongMint : CommitType.ShortMint
      const { decimals } = deployment.tokens[market.settlementSymbol]
      const amountWei = toWei(story.amount, decimals)
      blocks.add(approveTransaction(from, market, amountWei))
      blocks.add(commitTransaction({ from, market, type, amountWei }))
      return 1
    }
    default: {
      const [type, side] = POOL_TOKEN_DEEDS[story.do]
      const { wallet } = await readHoldings(client, market, from)
      const amountWei = (wallet[side] * BigInt(Math.round(story.share * 1_000))) / 1_000n
      if (amountWei === 0n) return 0
      blocks.add(commitTransaction({ from, market, type, amountWei }))
      return 1
    }
  }
}

const QUEUE = [
  ['Dora', CommitType.LongMint, 0.012],
  ['Emil', CommitType.ShortMint, 0.007],
  ['Frida', CommitType.LongBurn, 0.06],
  ['Gustav', CommitType.ShortBurn, 0.05],
  ['Gustav', CommitType.LongBurnShortMint, 0.08],
] as const

/**
 * Queues commits of the bots in a market, so that its queue is not empty at hand-over.
 *
 * @returns How many commits were queued
 */
export async function queueLastCommits(
  client: DevnetClient,
  blocks: BlockBuilder,
  market: DeployedMarket,
  withFlip: boolean,
): Promise<number> {
  let queued = 0
  for (const [who, type, share] of QUEUE) {
    if (type === CommitType.LongBurnShortMint && !withFlip) continue
    const from = accountAddress(who)
    const { wallet, longBalance, shortBalance } = await readHoldings(client, market, from)
    const isMint = type === CommitType.LongMint || type === CommitType.ShortMint
    const tokens = type === CommitType.ShortBurn ? wallet.short : wallet.long
    const whole = isMint ? longBalance + shortBalance : tokens
    const amountWei = (whole * BigInt(Math.round(share * 1_000))) / 1_000n
    if (amountWei === 0n) continue
    blocks.add(commitTransaction({ from, market, type, amountWei }))
    queued++
  }
  return queued
}
