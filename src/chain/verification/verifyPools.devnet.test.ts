import { type Address, concatHex, encodeFunctionData, type Hex, numberToHex } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import { appEnvironment } from '../../../devnet/appEnvironment'
import { loadArtifact } from '../../../devnet/artifacts'
import { sendAndWait } from '../../../devnet/controls'
import type { Devnet } from '../../../devnet/devnet'
import { startQuietDevnet } from '../../../devnet/quietDevnet'
import { parseConfig } from '../../app/parseConfig'
import type { Network } from '../network'
import { getPoolRegistry } from '../poolRegistry'
import { getSnapshot } from '../snapshot'

let devnet: Devnet
let network: Network

beforeAll(async () => {
  devnet = await startQuietDevnet({ impostor: true, hostile: true, deprecated: true })
  network = parseConfig(appEnvironment(devnet.deployment), devnet.rpcUrl).network
}, 60_000)
afterAll(() => devnet.stop())

async function unverifiedComponents(): Promise<ReadonlyMap<Address, readonly string[]>> {
  const registry = await getPoolRegistry(devnet.client, network)
  const { pools } = await getSnapshot(devnet.client, network, registry, undefined)
  return new Map(
    pools.map(({ facts, unverifiedComponents: parts }) => [
      facts.address,
      parts.map(({ kind, address }) => `${kind} ${address}`),
    ]),
  )
}

it('of the devnet’s own markets, the deprecated one too, nothing is unknown', async () => {
  const parts = await unverifiedComponents()
  const { markets, deprecated } = devnet.deployment
  for (const { pool, name } of [...markets, ...(deprecated ? [deprecated.market] : [])])
    expect(parts.get(pool), name).toEqual([])
})

it('of a stranger’s with their name and terms, the feed and who sets the fees', async () => {
  const { impostor, markets } = devnet.deployment
  if (impostor === undefined) throw new Error('no impostor')
  expect(markets.some(({ name }) => name === impostor.market.name)).toBe(true)
  expect((await unverifiedComponents()).get(impostor.market.pool)).toEqual([
    `feed ${impostor.feed.address}`,
    `feeController ${accountAddress('Bob')}`,
  ])
})

it('of those in tokens of strangers, the token', async () => {
  const parts = await unverifiedComponents()
  const hostile = devnet.deployment.hostile ?? []
  expect(hostile.length).toBeGreaterThan(3)
  for (const { pool, settlementToken } of hostile)
    expect(parts.get(pool)).toContain(`settlementToken ${settlementToken}`)
})

it('of one whose wrapper’s code is changed by a byte, the wrapper', async () => {
  const [market] = devnet.deployment.markets
  if (market === undefined) throw new Error('no market')
  const code = await devnet.client.getCode({ address: market.oracleWrapper })
  if (code === undefined) throw new Error('no code')
  // Behind all that is executed, in the compiler's version.
  const changed = `${code.slice(0, -6)}${code.at(-6) === '0' ? '1' : '0'}${code.slice(-5)}` as Hex
  await devnet.client.setCode({ address: market.oracleWrapper, bytecode: changed })
  expect((await unverifiedComponents()).get(market.pool)).toEqual([
    `oracle ${market.oracleWrapper}`,
  ])
  await devnet.client.setCode({ address: market.oracleWrapper, bytecode: code })
  expect((await unverifiedComponents()).get(market.pool)).toEqual([])
})

it('of one whose price of ETH is the published code with another scale, that: a keeper would be paid a million times as much', async () => {
  const { client, deployment } = devnet
  const market = deployment.markets.find(({ name }) => name === '5-ETH/USD+BAL')
  if (market === undefined) throw new Error('no market in BAL')
  const registry = await getPoolRegistry(client, network)
  const facts = registry.pools.find(({ address }) => address === market.pool)
  if (facts === undefined) throw new Error('not read')
  const slots = [0, 1, 2].map((slot) => numberToHex(slot, { size: 32 }))
  const address = facts.settlementEthOracle
  const values = await Promise.all(slots.map((slot) => client.getStorageAt({ address, slot })))
  // The feed has 18 decimals.
  const slot = slots[values.findIndex((value) => BigInt(value ?? 0) === 1n)]
  if (slot === undefined) throw new Error('no scaler')
  const scale = (value: number) =>
    client.setStorageAt({ address, index: slot, value: numberToHex(value, { size: 32 }) })
  await scale(1_000_000)
  const expected = [`settlementEthOracle ${address}`]
  expect((await unverifiedComponents()).get(market.pool)).toEqual(expected)
  await scale(1)
  expect((await unverifiedComponents()).get(market.pool)).toEqual([])
})

describe('a pool that is only said to be the factory’s', () => {
  it('is none to an address that answers for another factory, unless nothing is known of its rule', async () => {
    const { poolFactory } = devnet.deployment.contracts
    // Passes every call on to the real factory, whose children are not its own.
    const code = concatHex([
      '0x3660006000376000600036600073',
      poolFactory,
      '0x5afa3d600060003e3d6000f3',
    ])
    const other: Address = '0x00000000000000000000000000000000000000fa'
    await devnet.client.setCode({ address: other, bytecode: code })
    const disguised = { ...network, poolFactory: other }
    const own = devnet.deployment.markets.map(({ pool }) => pool)
    const checked = await getPoolRegistry(devnet.client, disguised)
    expect(checked.pools.filter(({ deprecated }) => !deprecated)).toEqual([])
    expect(checked.foreign).toEqual(expect.arrayContaining(own))
    const believed = await getPoolRegistry(devnet.client, { ...disguised, isFactoryChecked: false })
    expect(believed.pools.map(({ address }) => address)).toEqual(expect.arrayContaining(own))
    // What the operator names is shown whatever account deployed it.
    const named = await getPoolRegistry(devnet.client, { ...disguised, knownPools: own })
    expect(named.pools.map(({ address }) => address)).toEqual(expect.arrayContaining(own))
  })
})

it('an averaging oracle whose keeper and governance are a stranger’s is named by both', async () => {
  const market = devnet.deployment.markets.find(({ oracleKind }) => oracleKind === 'sma')
  if (market === undefined) throw new Error('no average')
  const governance = accountAddress('Deployer')
  const stranger = accountAddress('Carol')
  const { abi } = loadArtifact('SMAOracle')
  const call = async (functionName: string) => {
    const data = encodeFunctionData({ abi, functionName, args: [stranger] })
    await sendAndWait(devnet.client, { from: governance, to: market.oracleWrapper, data })
  }
  await call('setPoolKeeper')
  await call('setGovernance')
  expect((await unverifiedComponents()).get(market.pool)).toEqual([
    `oracleKeeper ${stranger}`,
    `oracleGovernance ${stranger}`,
  ])
})

it('a fee controller that is changed shows with the next block', async () => {
  const [market] = devnet.deployment.markets
  if (market === undefined) throw new Error('no market')
  const stranger = accountAddress('Carol')
  const { abi } = loadArtifact('PoolCommitter', '0x00000000000000000000000000000000000000f1')
  const data = encodeFunctionData({ abi, functionName: 'setFeeController', args: [stranger] })
  await sendAndWait(devnet.client, { from: accountAddress('Deployer'), to: market.committer, data })
  expect((await unverifiedComponents()).get(market.pool)).toEqual([`feeController ${stranger}`])
})
