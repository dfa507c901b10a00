import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { appEnvironment } from '../../../devnet/appEnvironment'
import type { Devnet } from '../../../devnet/devnet'
import { startQuietDevnet } from '../../../devnet/quietDevnet'
import { parseConfig } from '../../app/parseConfig'
import type { Network } from '../network'
import { getPoolRegistry } from '../poolRegistry'
import { getSnapshot } from '../snapshot'

// What tells strangers' pools comes after the first load, and may not come at all.
vi.mock('./verifyPools', () => {
  throw new Error('Failed to fetch dynamically imported module')
})
vi.mock('./factoryChildCheck', () => {
  throw new Error('Failed to fetch dynamically imported module')
})

let devnet: Devnet
let network: Network

beforeAll(async () => {
  devnet = await startQuietDevnet()
  network = parseConfig(appEnvironment(devnet.deployment), devnet.rpcUrl).network
}, 30_000)
afterAll(() => devnet.stop())

it('without the code that checks them, only the pools known by their address are shown, and are verified', async () => {
  const [known, ...others] = devnet.deployment.markets.map(({ pool }) => pool)
  if (known === undefined) throw new Error('no market')
  const vouching = { ...network, knownPools: [known] }
  const registry = await getPoolRegistry(devnet.client, vouching)
  expect(registry.pools.map(({ address }) => address)).toEqual([known])
  expect(new Set(registry.unreadable.map(({ address }) => address))).toEqual(new Set(others))
  expect(registry.unreadable[0]?.reason).toMatch(/couldn’t be loaded/)

  const believing = { ...vouching, isFactoryChecked: false }
  const all = await getPoolRegistry(devnet.client, believing)
  const { pools } = await getSnapshot(devnet.client, believing, all, undefined)
  const parts = new Map(
    pools.map(({ facts, unverifiedComponents }) => [facts.address, unverifiedComponents]),
  )
  expect(parts.size).toBe(others.length + 1)
  expect(parts.get(known)).toEqual([])
  for (const address of others) expect(parts.get(address)).toEqual([{ kind: 'unchecked', address }])
})
