import { createClient, encodeFunctionData, http } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { sendAndWait } from '../../devnet/controls'
import type { Devnet } from '../../devnet/devnet'
import { MARKETS, type MarketSpec } from '../../devnet/markets'
import { poolKeeperAbi } from '../../devnet/protocolAbi'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { approveTransaction, commitTransaction, upkeepTransaction } from '../../devnet/transactions'
import { resolveNetwork } from '../chain/network'
import { getPoolRegistry } from '../chain/poolRegistry'
import { getSnapshot } from '../chain/snapshot'
import { CommitType } from '../protocol/commitType'
import { getBurn, mintingOrBurningFee } from '../protocol/poolSwapLibrary'
import { getPrice } from '../protocol/smaOracle'
import { orderOutcomes } from './orderLadder'
import { currentSpotPrice } from './outlook'
import { commitSlot, tokenPrice } from './poolFigures'
import { wadToNumber } from './wadToNumber'

const alice = accountAddress('Alice')
const AMOUNT = 1_000_000_000n
/** A fifth down, where 64 upkeeps show a fraction of what comes of it. */
const MOVE = -2_000

/** An average of 24 samples, one an hour, in a pool with an upkeep each five minutes. */
const LONG_AVERAGE: MarketSpec = {
  ...(MARKETS[3] as MarketSpec),
  oracle: { kind: 'sma', samples: 24, sampleIntervalSec: 3_600 },
  updateIntervalSec: 300,
  frontRunningIntervalSec: 30,
  mintingFeeWad: 10n ** 15n,
  changeIntervalWad: 10n ** 13n,
  burningFeeWad: 5n * 10n ** 14n,
}

let devnet: Devnet
beforeAll(async () => {
  devnet = await startQuietDevnet({ markets: [LONG_AVERAGE] })
}, 60_000)
afterAll(() => devnet?.stop())

it('an order in a pool of a long average is worth what the table says once the average has followed, to the unit', async () => {
  const { client, deployment, rpcUrl } = devnet
  const [market] = deployment.markets
  if (market === undefined) throw new Error('no market')
  const { poolFactory, poolKeeper } = deployment.contracts
  const network = resolveNetwork({ chainId: deployment.chainId, rpcUrls: [rpcUrl], poolFactory })
  const reader = createClient({ transport: http(rpcUrl, { retryCount: 0 }) })
  const registry = await getPoolRegistry(reader, network)
  const read = async () => {
    const { pools } = await getSnapshot(reader, network, registry, alice)
    const [pool] = pools
    if (pool?.account === undefined) throw new Error('no pool')
    return { pool: pool.snapshot, ...pool.account }
  }
  // Rewards depend on gas and are the one estimate: here there are none.
  await sendAndWait(client, {
    from: accountAddress('Deployer'),
    to: poolKeeper,
    data: encodeFunctionData({ abi: poolKeeperAbi, functionName: 'setGasPrice', args: [0n] }),
  })
  await sendAndWait(client, approveTransaction(alice, market))
  const upkeepAt = async (timestamp: bigint) => {
    await client.setNextBlockTimestamp({ timestamp })
    await sendAndWait(
      client,
      upkeepTransaction(accountAddress('Keeper'), poolKeeper, [market.pool]),
    )
  }

  const before = await read()
  const { updateIntervalId: intervalId } = commitSlot(before.pool, before.pool.timestampSec)
  const order = { commitType: CommitType.LongMint, amount: AMOUNT }
  const outcomes = orderOutcomes({
    pool: before.pool,
    user: before.user,
    legs: [order],
    intervalId,
  })
  const row = outcomes.rows.find(({ moveBasisPoints }) => moveBasisPoints === MOVE)
  const same = outcomes.rows.find(({ moveBasisPoints }) => moveBasisPoints === 0)
  const { followsInSec } = outcomes
  if (row === undefined || followsInSec === undefined) throw new Error('no projection')

  const { commitType: type, amount: amountWei } = order
  await sendAndWait(client, commitTransaction({ from: alice, market, type, amountWei }))
  const { pool: queued } = await read()
  const executesAtSec = queued.lastPriceTimestampSec + queued.updateIntervalSec
  await upkeepAt(executesAtSec)
  const executed = await read()
  const longTokens = executed.escrow.longTokens - before.escrow.longTokens
  expect(longTokens).toBe(same?.adds.longTokens)

  // The index makes its move, and the average follows, sample by sample.
  const spot = wadToNumber(currentSpotPrice(before.pool))
  await devnet.setPrice('ETH', (spot * (10_000 + MOVE)) / 10_000)
  let upkeeps = 0
  for (let at = executesAtSec; at < executesAtSec + followsInSec; upkeeps++) {
    at += queued.updateIntervalSec
    await upkeepAt(at)
  }
  expect(upkeeps).toBeGreaterThan(64)
  const { pool: after } = await read()
  const { oracle } = after
  if (oracle.kind !== 'sma') throw new Error('no average')
  expect(getPrice(oracle)).toBe(oracle.spotPrice * oracle.scaler)

  const money = getBurn(tokenPrice(after, 'long').quad, longTokens)
  expect(money - mintingOrBurningFee(after.burningFee, money)).toBe(row.valueAfter?.total)
}, 180_000)
