import { type Address, type Client, createClient, custom, type Hex, http } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadArtifact } from '../../devnet/artifacts'
import type { Devnet } from '../../devnet/devnet'
import { marketOf } from '../../devnet/marketOf'
import { MARKETS } from '../../devnet/markets'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { toUInt } from '../protocol/quad'
import { MalformedResponseError } from './errors'
import { type Network, resolveNetwork } from './network'
import { getPoolRegistry } from './poolRegistry'

let devnet: Devnet
let undo: Hex

beforeAll(async () => {
  devnet = await startQuietDevnet()
}, 30_000)
afterAll(() => devnet.stop())
beforeEach(async () => {
  undo = await devnet.client.snapshot()
})
afterEach(() => devnet.client.revert({ id: undo }))

function networkOf({ deployment, rpcUrl }: Devnet): Network {
  const { chainId, contracts } = deployment
  const { poolFactory } = contracts
  return resolveNetwork({ chainId, rpcUrls: [rpcUrl], poolFactory })
}

/** A client on the devnet that keeps the method of every request. */
function countingClient({ rpcUrl }: Devnet): { client: Client; methods: string[] } {
  const inner = createClient({ transport: http(rpcUrl, { retryCount: 0 }) })
  const methods: string[] = []
  const request = (asked: { method: string }) => {
    methods.push(asked.method)
    return inner.request(asked as never)
  }
  return { client: createClient({ transport: custom({ request }, { retryCount: 0 }) }), methods }
}

/** Code that answers every call with the same word. */
function codeAnswering(word: bigint): Hex {
  return `0x7f${word.toString(16).padStart(64, '0')}60005260206000f3`
}

describe('the registry', () => {
  it('lists every market of the factory, in the factory’s order, and none twice', async () => {
    const { client } = countingClient(devnet)
    const { pools, unreadable, numPools, poolKeeper, autoClaim } = await getPoolRegistry(
      client,
      networkOf(devnet),
    )
    const factory = {
      address: devnet.deployment.contracts.poolFactory,
      abi: loadArtifact('PoolFactory', devnet.deployment.contracts.poolSwapLibrary).abi,
      functionName: 'pools',
    } as const
    const inOrder = await Promise.all(
      MARKETS.map((_, index) => devnet.client.readContract({ ...factory, args: [BigInt(index)] })),
    )
    expect(pools.map(({ address }) => address)).toEqual(inOrder)
    expect([unreadable, numPools]).toEqual([[], MARKETS.length])
    expect(poolKeeper).toBe(devnet.deployment.contracts.poolKeeper)
    expect(autoClaim).toBe(devnet.deployment.contracts.autoClaim)
  })

  it.each(MARKETS)('has the facts of $name as it was deployed', async (spec) => {
    const { client } = countingClient(devnet)
    const { pools } = await getPoolRegistry(client, networkOf(devnet))
    const market = marketOf(devnet, spec.name)
    const facts = pools.find(({ address }) => address === market.pool)
    const { decimals } = devnet.deployment.tokens[spec.settlement]
    const ticker = spec.name.slice(spec.name.indexOf('-'))
    expect(facts).toMatchObject({
      name: spec.name,
      committer: market.committer,
      keeper: devnet.deployment.contracts.poolKeeper,
      quote: 'USD',
      settlementToken: { address: market.settlementToken, symbol: spec.settlement, decimals },
      longToken: { address: market.longToken, symbol: `${spec.leverage}L${ticker}`, decimals },
      shortToken: { address: market.shortToken, symbol: `${spec.leverage}S${ticker}`, decimals },
      updateIntervalSec: BigInt(spec.updateIntervalSec),
      frontRunningIntervalSec: BigInt(spec.frontRunningIntervalSec),
    })
    expect(facts && toUInt(facts.leverageAmount)).toBe(BigInt(spec.leverage))
    const fee = await devnet.client.readContract({
      address: market.pool,
      abi: loadArtifact('LeveragedPool', devnet.deployment.contracts.poolSwapLibrary).abi,
      functionName: 'fee',
    })
    expect(facts?.fee).toBe(BigInt(fee as Hex))
    expect(facts?.fee).toBeGreaterThan(0n)
  })

  it.each(MARKETS)('knows the kind of $name’s oracle, and the feed behind it', async (spec) => {
    const { client } = countingClient(devnet)
    const { pools } = await getPoolRegistry(client, networkOf(devnet))
    const market = marketOf(devnet, spec.name)
    const oracle = pools.find(({ address }) => address === market.pool)?.oracle
    const feed = devnet.deployment.feeds[market.feed].address
    expect(oracle).toMatchObject({ kind: spec.oracle.kind, wrapper: market.oracleWrapper, feed })
    if (spec.oracle.kind === 'spot' || oracle?.kind !== 'sma') return
    expect(oracle.numPeriods).toBe(spec.oracle.samples)
    expect(oracle.sampleIntervalSec).toBe(BigInt(spec.oracle.sampleIntervalSec))
    expect(oracle.spotWrapper).not.toBe(oracle.wrapper)
    expect(oracle.scaler).toBe(1n)
  })

  it('is read in one call, with five pools as with sixty-six', async () => {
    const five = countingClient(devnet)
    await getPoolRegistry(five.client, networkOf(devnet))
    expect(five.methods).toEqual(['eth_call'])

    const [model] = MARKETS
    if (model === undefined) throw new Error('no market')
    const markets = Array.from({ length: 66 }, (_, n) => ({ ...model, name: `${model.name}-${n}` }))
    const many = await startQuietDevnet({ empty: true, markets })
    try {
      const { client, methods } = countingClient(many)
      const { pools, numPools } = await getPoolRegistry(client, networkOf(many), {
        pools: [],
        count: 70,
      })
      expect([pools.length, numPools]).toEqual([66, 66])
      expect(new Set(pools.map(({ name }) => name))).toEqual(new Set(markets.map((m) => m.name)))
      expect(methods).toEqual(['eth_call'])
    } finally {
      await many.stop()
    }
  })
})

describe('deprecated factories', () => {
  const absent: Address = '0x00000000000000000000000000000000000000f3'
  let old: Devnet
  beforeAll(async () => {
    old = await startQuietDevnet({ deprecated: true })
  }, 30_000)
  afterAll(() => old.stop())

  it('have their pools listed last, marked, with the keeper of their own, in the same call', async () => {
    const { deprecated } = old.deployment
    if (deprecated === undefined) throw new Error('no deprecated factory')
    const { client, methods } = countingClient(old)
    const deprecatedFactories = [deprecated.poolFactory]
    const network = { ...networkOf(old), deprecatedFactories }
    const { pools, numPools, unreadable } = await getPoolRegistry(client, network)
    expect(pools.map((pool) => pool.deprecated)).toEqual([...MARKETS.map(() => false), true])
    expect(pools.at(-1)).toMatchObject({
      address: deprecated.market.pool,
      name: deprecated.market.name,
      keeper: deprecated.poolKeeper,
    })
    expect(pools[0]?.keeper).toBe(old.deployment.contracts.poolKeeper)
    expect([numPools, unreadable]).toEqual([MARKETS.length, []])
    expect(methods).toEqual(['eth_call'])
  })

  it('that the page does not know: their pools are foreign, unless known by address', async () => {
    const pool = old.deployment.deprecated?.market.pool
    if (pool === undefined) throw new Error('no deprecated factory')
    const { client } = countingClient(old)
    const asked = { pools: [pool], count: 0 }
    const registry = await getPoolRegistry(client, networkOf(old), asked)
    expect([registry.pools, registry.foreign]).toEqual([[], [pool]])
    const known = { ...networkOf(old), knownPools: [pool] }
    const { pools, foreign } = await getPoolRegistry(client, known, { pools: [], count: 0 })
    expect(pools.map(({ address, deprecated }) => [address, deprecated])).toEqual([[pool, true]])
    expect(foreign).toEqual([])
  })

  it('are asked nothing again of pools that are known already', async () => {
    const { client, methods } = countingClient(old)
    const first = await getPoolRegistry(client, networkOf(old))
    const again = await getPoolRegistry(client, networkOf(old), undefined, first)
    expect(again.pools).toEqual(first.pools)
    expect(again.pools[0]).toBe(first.pools[0])
    expect(methods).toEqual(['eth_call', 'eth_call'])
  })

  it.each<[what: string, factoryAt: () => Address, code?: Hex]>([
    ['without code', () => absent],
    ['that is another contract', () => old.deployment.tokens.USDC.address],
    ['whose number of pools is nonsense', () => absent, codeAnswering(2n ** 255n)],
  ])('one %s is left out, and the others are read', async (_, factoryAt, code) => {
    if (code !== undefined) await old.client.setCode({ address: absent, bytecode: code })
    const { client } = countingClient(old)
    const network = { ...networkOf(old), deprecatedFactories: [factoryAt()] }
    const { pools, unreadable } = await getPoolRegistry(client, network)
    expect([pools.length, unreadable]).toEqual([MARKETS.length, []])
  })
})

describe('a pool that cannot be read', () => {
  const ruined = '3-BTC/USD+USDC'

  it.each<[what: string, part: 'longToken' | 'pool', reason: RegExp]>([
    ['its pool token', 'longToken', /pool tokens/],
    ['itself', 'pool', /settlement token|like a pool/],
  ])('for want of %s is named, and the others are read', async (_, part, reason) => {
    const market = marketOf(devnet, ruined)
    await devnet.client.setCode({ address: market[part], bytecode: '0x' })
    const { client } = countingClient(devnet)
    const { pools, unreadable } = await getPoolRegistry(client, networkOf(devnet))
    expect(unreadable).toEqual([{ address: market.pool, reason: expect.stringMatching(reason) }])
    expect(pools).toHaveLength(MARKETS.length - 1)
    expect(pools.map(({ name }) => name)).not.toContain(ruined)
  })

  it('because its settlement token has no decimals() takes only its own market down', async () => {
    const market = marketOf(devnet, '5-ETH/USD+BAL')
    await devnet.client.setCode({ address: market.settlementToken, bytecode: '0x' })
    const { client } = countingClient(devnet)
    const { unreadable } = await getPoolRegistry(client, networkOf(devnet))
    expect(unreadable).toEqual([
      { address: market.pool, reason: expect.stringMatching(/decimals/) },
    ])
  })

  it('is not one whose token only has no symbol', async () => {
    const market = marketOf(devnet, '5-ETH/USD+BAL')
    // Answers `decimals` with 18, and every text with nonsense.
    await devnet.client.setCode({ address: market.settlementToken, bytecode: codeAnswering(18n) })
    const { client } = countingClient(devnet)
    const { pools } = await getPoolRegistry(client, networkOf(devnet))
    const facts = pools.find(({ address }) => address === market.pool)
    expect(facts?.settlementToken).toMatchObject({ symbol: 'unnamed token', decimals: 18 })
  })

  // No uint8: formatting an amount of so many decimals breaks the page of all markets.
  it('is one whose token claims 2^40 decimals', async () => {
    const market = marketOf(devnet, '5-ETH/USD+BAL')
    const bytecode = codeAnswering(1n << 40n)
    await devnet.client.setCode({ address: market.settlementToken, bytecode })
    const { client } = countingClient(devnet)
    const { unreadable } = await getPoolRegistry(client, networkOf(devnet))
    expect(unreadable.map(({ address }) => address)).toEqual([market.pool])
  })
})

describe('hostile markets', () => {
  it('are read like others, and what has no symbol is called unnamed', async () => {
    const odd = await startQuietDevnet({ hostile: true })
    try {
      const { hostile = [] } = odd.deployment
      const { client } = countingClient(odd)
      const { pools, unreadable } = await getPoolRegistry(client, networkOf(odd))
      expect(unreadable).toEqual([])
      expect(pools.slice(MARKETS.length).map(({ address }) => address)).toEqual(
        hostile.map(({ pool }) => pool),
      )
      const last = pools.slice(MARKETS.length)
      // Cut, so that no one's name makes a request larger.
      expect(last.map(({ name }) => name.slice(0, 30))).toEqual(
        hostile.map(({ name }) => name.slice(0, 30)),
      )
      expect(last.every(({ name }) => name.length <= 64)).toBe(true)
      const symbols = last.map(({ settlementToken }) => settlementToken.symbol)
      expect(symbols.slice(0, 3)).toEqual(['unnamed token', 'unnamed token', 'unnamed token'])
      expect(symbols[3]).toContain('<script>')
      expect(symbols[4]).toBe('W'.repeat(64))
    } finally {
      await odd.stop()
    }
  })
})

describe('a factory address', () => {
  it.each([
    ['without code', '0x00000000000000000000000000000000000000f1'],
    ['that is another contract', undefined],
  ] as const)('%s is a MalformedResponseError', async (_, address) => {
    const poolFactory = address ?? devnet.deployment.tokens.USDC.address
    const { client } = countingClient(devnet)
    const reading = getPoolRegistry(client, { ...networkOf(devnet), poolFactory })
    await expect(reading).rejects.toThrow(MalformedResponseError)
    await expect(reading).rejects.toThrow(poolFactory)
  })

  it('that answers with a nonsensical number of pools is a MalformedResponseError', async () => {
    const poolFactory = '0x00000000000000000000000000000000000000f4'
    await devnet.client.setCode({ address: poolFactory, bytecode: codeAnswering(2n ** 255n) })
    const { client } = countingClient(devnet)
    const reading = getPoolRegistry(client, { ...networkOf(devnet), poolFactory })
    await expect(reading).rejects.toThrow(MalformedResponseError)
  })
})
