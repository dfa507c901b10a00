import { encodeFunctionData } from 'viem'
import { CommitType } from '../src/protocol/commitType'
import { accountAddress } from './accounts'
import type { BlockBuilder } from './blockBuilder'
import { Deployer } from './deployer'
import { queueMarket, readMarkets } from './deployMarkets'
import type { Impostor } from './deployment'
import type { Protocol } from './deployProtocol'
import type { DevnetClient } from './devnetClient'
import { type MarketSpec, pickMarkets } from './markets'
import { poolFactoryAbi, priceFeedAbi } from './protocolAbi'
import type { Timeline } from './timeline'
import { approveTransaction, commitTransaction, toWei } from './transactions'

const DECIMALS = 8
const PRICE = 3_400n * 10n ** BigInt(DECIMALS)

/** Who makes it, is the first in it, and sets its fees. */
const CREATOR = 'Bob'

/**
 * What it takes to deceive: genuine contracts, of the very name and terms of another market, on a feed of its creator's own,
 * with a skew to lure people into. Alice has already put something in. Takes two seconds of the timeline.
 */
export async function deployImpostor(
  client: DevnetClient,
  blocks: BlockBuilder,
  protocol: Protocol,
  timeline: Timeline,
): Promise<Impostor> {
  const creator = accountAddress(CREATOR)
  const nonce = await client.getTransactionCount({ address: creator })
  const deployer = new Deployer(blocks, nonce, creator)
  const [model] = pickMarkets('1-ETH/USD+USDC')
  if (model === undefined) throw new Error('There is no market to look like')
  const market: MarketSpec = { ...model, longSeed: 20_000, shortSeed: 2_000 }
  const feed = { address: deployer.deploy('TestChainlinkOracle'), decimals: DECIMALS }
  for (const [functionName, value] of [
    ['setDecimals', DECIMALS],
    ['setPrice', PRICE],
  ] as const)
    deployer.call(
      feed.address,
      encodeFunctionData({ abi: priceFeedAbi, functionName, args: [value as never] }),
    )
  const feeds = { ...protocol.feeds, 'ETH/USD': feed }
  queueMarket(deployer, { ...protocol, feeds }, market)
  await timeline.advance(timeline.nowSec + 1)

  const { poolFactory } = protocol.contracts
  const numPools = await client.readContract({
    address: poolFactory,
    abi: poolFactoryAbi,
    functionName: 'numPools',
  })
  const [deployed] = await readMarkets(client, poolFactory, [market], Number(numPools) - 1)
  if (deployed === undefined) throw new Error('The impostor was not deployed')
  const { decimals } = protocol.tokens.USDC
  for (const [name, type, amount] of [
    [CREATOR, CommitType.LongMint, market.longSeed],
    [CREATOR, CommitType.ShortMint, market.shortSeed],
    ['Alice', CommitType.LongMint, 100],
  ] as const) {
    const from = accountAddress(name)
    const amountWei = toWei(amount, decimals)
    blocks.add(approveTransaction(from, deployed))
    blocks.add(commitTransaction({ from, market: deployed, type, amountWei }))
  }
  await timeline.advance(timeline.nowSec + 1)
  return { market: deployed, feed }
}
