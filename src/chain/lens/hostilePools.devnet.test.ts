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

it('what pools of strangers do costs each of them its row at most, with the reason, and no one else anything', async () => {
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
  expect(read.slice(markets.length)).toEqual(expect.arrayContaining(strangers))
  // Those whose oracle answers no one can still be left.
  const silent = pools.filter(({ snapshot }) => snapshot.oracle.kind === 'unavailable')
  expect(silent).toHaveLength(2)
  expect(registry.unreadable.map(({ reason }) => reason)).toEqual(['it doesn’t behave like a pool'])
  expect(failedPools).toHaveLength(2)
  // A negative price of ETH is none: nothing is promised to keepers.
  const negative = pools.find(({ facts }) => facts.name === '1-ETH/USD+NEGATIVE')
  expect(negative).toBeDefined()
  expect(negative?.snapshot.keeper).toBeUndefined()
  expect(pools[0]?.snapshot.keeper).toBeDefined()
})
