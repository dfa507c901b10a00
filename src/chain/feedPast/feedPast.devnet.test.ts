import { type Address, createClient, encodeFunctionData, type Hex, http } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import { sendAndWait } from '../../../devnet/controls'
import { type Devnet, startDevnet } from '../../../devnet/devnet'
import { feedStandInAbi } from '../../../devnet/feed/feedStandIn'
import { type FeedPast, readFeedPast } from './feedPast'

const PAST_SEC = 1_800
const DOLLAR = 10n ** 8n

describe('the past of a feed of the devnet', () => {
  let devnet: Devnet
  beforeAll(async () => {
    devnet = await startDevnet({ pastSec: PAST_SEC, keeper: false, walk: false })
  }, 60_000)
  afterAll(() => devnet.stop())

  const read = (
    feed: Address,
    { fromSec = 0, maxRounds = 5_000 } = {},
  ): Promise<FeedPast | undefined> =>
    readFeedPast(
      createClient({ transport: http(devnet.rpcUrl) }),
      devnet.deployment.contracts.multicall3,
      feed,
      { fromSec, maxRounds, signal: new AbortController().signal },
    )
  const write = (feed: Address, data: Hex) =>
    sendAndWait(devnet.client, { from: accountAddress('Price pusher'), to: feed, data })
  const setPrice = (feed: Address, dollars: bigint) =>
    write(
      feed,
      encodeFunctionData({
        abi: feedStandInAbi,
        functionName: 'setPrice',
        args: [dollars * DOLLAR],
      }),
    )

  it('is what it answered while it lived, up to now', async () => {
    const feed = devnet.deployment.feeds['ETH/USD'].address
    // The past may end with a price in this very second, of which only the last one counts.
    await devnet.increaseTime(60)
    await devnet.setPrice('ETH', 3_333)
    const { timestamp } = await devnet.client.getBlock()
    const fromSec = Number(timestamp) - PAST_SEC / 2
    const past = await read(feed, { fromSec })
    expect(past?.isWhole).toBe(true)
    expect(past?.rounds.length).toBeGreaterThan(PAST_SEC / 2 / 60 - 2)
    expect(past?.rounds[0]?.atSec).toBeGreaterThanOrEqual(fromSec)
    expect(past?.rounds.at(-1)?.priceWad).toBe(3_333n * 10n ** 18n)
    expect(new Set(past?.rounds.map(({ priceWad }) => priceWad)).size).toBeGreaterThan(20)
    expect((await read(feed))?.isWhole).toBe(false)
  })

  it('leaves out missing rounds and zero answers, and goes on before the present aggregator', async () => {
    const feed = devnet.deployment.feeds['BAL/USD'].address
    const before = (await read(feed))?.rounds ?? []
    const skip = encodeFunctionData({
      abi: feedStandInAbi,
      functionName: 'skipRounds',
      args: [1_000n],
    })
    const replace = encodeFunctionData({ abi: feedStandInAbi, functionName: 'replaceAggregator' })
    await write(feed, skip)
    for (const dollars of [2n, 0n, 3n]) {
      await devnet.increaseTime(60)
      await setPrice(feed, dollars)
    }
    await write(feed, replace)
    // As a feed without any round.
    expect(await read(feed)).toEqual({ rounds: [], existing: 0, isWhole: false })
    await devnet.increaseTime(60)
    await setPrice(feed, 4n)
    const past = await read(feed)
    expect(past?.rounds.slice(0, before.length)).toEqual(before)
    expect(past?.rounds.slice(before.length).map(({ priceWad }) => priceWad)).toEqual(
      [2n, 3n, 4n].map((dollars) => dollars * 10n ** 18n),
    )
    const { atSec = 0 } = past?.rounds.at(-2) ?? {}
    expect((await read(feed, { fromSec: atSec }))?.rounds).toHaveLength(2)
  })

  it('is none of a contract that is no feed', async () => {
    expect(await read(devnet.deployment.contracts.poolFactory)).toBeUndefined()
    expect(await read(accountAddress('Alice'))).toBeUndefined()
  })
})
