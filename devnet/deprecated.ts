import { CommitType } from '../src/protocol/commitType'
import { accountAddress } from './accounts'
import type { BlockBuilder } from './blockBuilder'
import { sendAndWait } from './controls'
import { Deployer } from './deployer'
import { deployFactory } from './deployFactory'
import { queueMarket, readMarkets } from './deployMarkets'
import type { DeprecatedDeployment } from './deployment'
import type { Protocol } from './deployProtocol'
import type { DevnetClient } from './devnetClient'
import type { MarketSpec } from './markets'
import type { Timeline } from './timeline'
import { approveTransaction, commitTransaction, toWei, upkeepTransaction } from './transactions'

/** Upkept once, before hand-over, which catches up 15 intervals at most: so the long ones. */
const MARKET: MarketSpec = {
  name: '2-ETH/USD+USDC',
  leverage: 2,
  symbol: 'ETH',
  settlement: 'USDC',
  oracle: { kind: 'spot' },
  updateIntervalSec: 3_600,
  frontRunningIntervalSec: 300,
  mintingFeeWad: 0n,
  changeIntervalWad: 0n,
  burningFeeWad: 0n,
  longSeed: 2_000,
  shortSeed: 3_000,
}

/**
 * A second factory with one market, which Alice is long in and Bob short: as if an earlier version of the protocol had
 * been replaced. No one keeps it up after hand-over. Takes two seconds of the timeline.
 */
export async function deployDeprecated(
  client: DevnetClient,
  blocks: BlockBuilder,
  protocol: Protocol,
  timeline: Timeline,
): Promise<DeprecatedDeployment> {
  const nonce = await client.getTransactionCount({ address: accountAddress('Deployer') })
  const deployer = new Deployer(blocks, nonce)
  const factory = deployFactory(deployer, protocol.contracts.poolSwapLibrary)
  const contracts = { ...protocol.contracts, ...factory }
  queueMarket(deployer, { ...protocol, contracts }, MARKET)
  await timeline.advance(timeline.nowSec + 1)
  const [market] = await readMarkets(client, factory.poolFactory, [MARKET])
  if (market === undefined) throw new Error('The deprecated market was not deployed')

  const { decimals } = protocol.tokens[MARKET.settlement]
  const mint = (name: string, type: CommitType, amount: number) => {
    const from = accountAddress(name)
    const amountWei = toWei(amount, decimals)
    blocks.add(approveTransaction(from, market, amountWei))
    blocks.add(commitTransaction({ from, market, type, amountWei }))
  }
  mint('Alice', CommitType.LongMint, MARKET.longSeed)
  mint('Bob', CommitType.ShortMint, MARKET.shortSeed)
  await timeline.advance(timeline.nowSec + 1)
  return { poolFactory: factory.poolFactory, poolKeeper: factory.poolKeeper, market }
}

/** Performs the deprecated market's upkeep, if one is due. */
export async function upkeepDeprecated(
  client: DevnetClient,
  { poolKeeper, market }: DeprecatedDeployment,
): Promise<void> {
  await sendAndWait(client, upkeepTransaction(accountAddress('Keeper'), poolKeeper, [market.pool]))
}
