import { createClient, http } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import type { Devnet } from '../../../devnet/devnet'
import { startQuietDevnet } from '../../../devnet/quietDevnet'
import { resolveNetwork } from '../network'
import { getPoolRegistry } from '../poolRegistry'
import { getSnapshot } from '../snapshot'

let devnet: Devnet

beforeAll(async () => {
  devnet = await startQuietDevnet({ hostileContracts: true })
}, 30_000)
afterAll(() => devnet.stop())

it('what pools of strangers do costs each of them its row at most, with the reason, and nobody else anything', async () => {
  const { chainId, rpcUrl, contracts, markets } = devnet.deployment
  const { poolFactory } = contracts
  const network = resolveNetwork({ chainId, rpcUrls: [rpcUrl], poolFactory })
  const client = createClient({ transport: http(rpcUrl, { retryCount: 0 }) })
  const registry = await getPoolRegistry(client, network)
  const { pools, failedPools } = await getSnapshot(
    client,
    network,
    registry,
    accountAddress('Alice'),
  )
  const read = pools.map(({ facts }) => facts.name)
  expect(read).toEqual(expect.arrayContaining(markets.map(({ name }) => name)))
  const strangers = ['INTERVALS', 'FAR', 'NEGATIVE'].map((name) => `1-ETH/USD+${name}`)
  expect(read.slice(markets.length)).toEqual(strangers)
  expect(registry.unreadable.map(({ reason }) => reason)).toEqual([
    'its oracle is of no known kind',
    'it does not answer as a pool',
    'its oracle is of no known kind',
  ])
  expect(failedPools).toHaveLength(2)
  // A negative price of ETH is none: nothing is promised to keepers.
  expect(pools.at(-1)?.snapshot.keeper).toBeUndefined()
  expect(pools[0]?.snapshot.keeper).toBeDefined()
})
