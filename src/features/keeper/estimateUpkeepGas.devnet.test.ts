import { createClient, http, parseEventLogs } from 'viem'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import { sendAndWait } from '../../../devnet/controls'
import type { Devnet } from '../../../devnet/devnet'
import { pickMarkets } from '../../../devnet/markets'
import { poolKeeperAbi } from '../../../devnet/protocolAbi'
import { startQuietDevnet } from '../../../devnet/quietDevnet'
import { upkeepTransaction } from '../../../devnet/transactions'
import { dueUpkeeps } from '../../analytics/dueUpkeeps'
import { resolveNetwork } from '../../chain/network'
import { getPoolRegistry } from '../../chain/poolRegistry'
import { getSnapshot } from '../../chain/snapshot'
import type { UpkeepIntent } from '../../flows/kinds/upkeep'
import { estimateUpkeepGas } from './estimateUpkeepGas'

const keeper = accountAddress('Keeper')
let devnet: Devnet

beforeAll(async () => {
  devnet = await startQuietDevnet({ markets: pickMarkets('1-BTC/USD+USDC', '3-BTC/USD+USDC') })
}, 60_000)
afterAll(() => devnet?.stop())
beforeEach(() => devnet.upkeep())

it.each([
  ['one interval late', 1, 1],
  ['fifteen intervals late', 15, 1],
  ['forty intervals late, in three upkeeps', 40, 3],
] as const)('suffices for every upkeep of pools that are %s', async (_, late, upkeeps) => {
  const { client, deployment, rpcUrl } = devnet
  const { poolFactory, poolKeeper } = deployment.contracts
  const network = resolveNetwork({ chainId: deployment.chainId, rpcUrls: [rpcUrl], poolFactory })
  const reader = createClient({ transport: http(rpcUrl, { retryCount: 0 }) })
  await devnet.increaseTime(60 * late)
  const registry = await getPoolRegistry(reader, network)
  const { pools, block } = await getSnapshot(reader, network, registry, undefined)
  for (const { facts, snapshot } of pools) {
    const due = dueUpkeeps(snapshot, Number(block.timestampSec))
    if (due === undefined) throw new Error('nothing is due')
    expect(due.upkeeps).toBe(upkeeps)
    const all = Array.from({ length: upkeeps }, () => facts.address)
    const intent: UpkeepIntent = {
      kind: 'upkeep',
      title: 'Rebalance',
      pool: facts.address,
      poolKeeper,
      pools: all,
      gas: due.gas,
    }
    const gas = await estimateUpkeepGas(reader, intent, keeper)
    expect(gas).toBeGreaterThanOrEqual(due.gas)
    // By the node's estimate alone, with its margin: on Arbitrum that can be all that is larger.
    const estimated = await estimateUpkeepGas(reader, { ...intent, gas: 0n }, keeper)
    expect(estimated).toBeGreaterThan(0n)
    expect(gas).toBe(estimated > due.gas ? estimated : due.gas)

    const undo = await client.snapshot()
    for (const limit of [estimated, gas]) {
      const { logs } = await sendAndWait(client, {
        ...upkeepTransaction(keeper, poolKeeper, all),
        gas: limit,
      })
      const events = parseEventLogs({ abi: poolKeeperAbi, logs })
      const names = events.map(({ eventName }) => eventName)
      expect(names.filter((name) => name === 'UpkeepSuccessful')).toHaveLength(upkeeps)
      expect(names).not.toContain('PoolUpkeepError')
      if (limit === estimated) await client.revert({ id: undo })
    }
  }
})
