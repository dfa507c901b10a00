import { type Address, type Client, createClient, custom, http, parseAbi, parseEther } from 'viem'
import { readContract, writeContract } from 'viem/actions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import type { Devnet } from '../../../devnet/devnet'
import { pickMarkets } from '../../../devnet/markets'
import { startQuietDevnet } from '../../../devnet/quietDevnet'
import { nextSecondaryFee } from '../../analytics/secondaryFees'
import { erc20Abi, leveragedPoolAbi } from '../abi'
import { type Network, resolveNetwork } from '../network'
import { getPoolRegistry, type PoolRegistry } from '../poolRegistry'
import { getSnapshot } from '../snapshot'
import { getPaidFees, type PaidFees } from './getPaidFees'

const deployer = accountAddress('Deployer')
const bob = accountAddress('Bob')
const treasury: Address = '0x000000000000000000000000000000000000dEaD'
const { signal } = new AbortController()

let devnet: Devnet
let network: Network
let registry: PoolRegistry
let client: Client
/** Blocks that the RPC takes in one request for logs; undefined for any number. */
let mostBlocks: bigint | undefined
let logRequests = 0

beforeAll(async () => {
  const markets = pickMarkets('1-BTC/USD+USDC', '5-ETH/USD+BAL')
  devnet = await startQuietDevnet({ markets })
  const { chainId, contracts } = devnet.deployment
  network = resolveNetwork({
    chainId,
    rpcUrls: [devnet.rpcUrl],
    poolFactory: contracts.poolFactory,
  })
  const inner = createClient({ transport: http(devnet.rpcUrl, { retryCount: 0 }) })
  const request = async ({ method, params }: { method: string; params?: unknown }) => {
    if (method === 'eth_getLogs') {
      logRequests++
      const [{ fromBlock, toBlock }] = params as [{ fromBlock: string; toBlock: string }]
      if (mostBlocks !== undefined && BigInt(toBlock) - BigInt(fromBlock) >= mostBlocks)
        throw Object.assign(new Error('block range is too large'), { code: -32005 })
    }
    return inner.request({ method, params } as never)
  }
  client = createClient({ transport: custom({ request }, { retryCount: 0 }) })
  registry = await getPoolRegistry(client, network)
}, 30_000)
afterAll(() => devnet.stop())

async function passHour(): Promise<void> {
  await devnet.increaseTime(3_600)
  await devnet.upkeep()
}

async function read(known?: PaidFees) {
  const { pools, block } = await getSnapshot(client, network, registry, undefined)
  logRequests = 0
  const fees = await getPaidFees({ client, network, pools, head: block, known, signal })
  return { pools, fees }
}

function marketAt(poolIndex: number) {
  const market = devnet.deployment.markets[poolIndex]
  if (market === undefined) throw new Error('no such market')
  return market
}

/** The pool's secondary fee address names another one. */
async function handOver(poolIndex: number, from: Address, to: Address): Promise<void> {
  await devnet.client.impersonateAccount({ address: from })
  await devnet.client.setBalance({ address: from, value: parseEther('1') })
  const hash = await writeContract(devnet.client, {
    address: marketAt(poolIndex).pool,
    abi: parseAbi(['function updateSecondaryFeeAddress(address)']),
    functionName: 'updateSecondaryFeeAddress',
    args: [to],
    account: from,
    chain: null,
  })
  const { status } = await devnet.client.waitForTransactionReceipt({ hash })
  expect(status).toBe('success')
}

/** A stranger has a pool pay; what the deployer, or another receiver, got is read from its token. */
async function claimFor(poolIndex: number, receiver = deployer): Promise<bigint> {
  const market = marketAt(poolIndex)
  const balance = () =>
    readContract(client, {
      address: market.settlementToken,
      abi: erc20Abi,
      functionName: 'balanceOf',
      args: [receiver],
    })
  const before = await balance()
  const hash = await writeContract(devnet.client, {
    address: market.pool,
    abi: leveragedPoolAbi,
    functionName: 'claimSecondaryFees',
    account: bob,
    chain: null,
  })
  await devnet.client.waitForTransactionReceipt({ hash })
  return (await balance()) - before
}

describe('secondary fees of the contracts', () => {
  it('grow at the next upkeep by exactly what is projected, whatever the price is then', async () => {
    await passHour()
    const before = (await read()).pools
    const expected = before.map(({ snapshot }) => nextSecondaryFee(snapshot))
    await devnet.setPrice('BTC', 83_000)
    await devnet.setPrice('ETH', 4_400)
    await passHour()
    const after = (await read()).pools
    const grown = after.map(
      ({ snapshot }, index) =>
        snapshot.secondaryFees - (before[index]?.snapshot.secondaryFees ?? 0n),
    )
    expect(grown).toEqual(expected)
    expect(grown.every((fee) => fee > 0n)).toBe(true)
  })

  it('add up over several claims, to the unit of what the address got', async () => {
    const got = [await claimFor(0)]
    await passHour()
    const first = await read()
    expect(logRequests).toBe(1)
    got.push(await claimFor(0))
    const second = await claimFor(1)
    await passHour()
    const { fees, pools } = await read(first.fees)
    const paidBy = devnet.deployment.markets.map(({ pool }) => fees.byPool?.get(pool)?.paid)
    expect(got.every((amount) => amount > 0n)).toBe(true)
    expect(paidBy).toEqual([
      [{ receiver: deployer, amount: got.reduce((a, b) => a + b) }],
      [{ receiver: deployer, amount: second }],
    ])
    expect(pools.map(({ facts }) => fees.byPool?.get(facts.address)?.owed)).toEqual(
      pools.map(({ snapshot }) => ({ receiver: deployer, amount: snapshot.secondaryFees })),
    )
    expect((await read()).fees.byPool).toEqual(fees.byPool)
  })

  it('stay with whom they were paid to when a pool is pointed elsewhere, and back', async () => {
    const { pool } = marketAt(0)
    const of = (fees: PaidFees) => fees.byPool?.get(pool)
    const before = await read()
    const earlier = of(before.fees)?.paid[0]?.amount ?? 0n
    expect(earlier).toBeGreaterThan(0n)
    // What is owed goes over with the address; what was paid does not.
    await handOver(0, deployer, treasury)
    const { fees: handed } = await read(before.fees)
    const waiting = of(handed)?.owed.amount ?? 0n
    expect(of(handed)).toEqual({
      paid: [{ receiver: deployer, amount: earlier }],
      owed: { receiver: treasury, amount: waiting },
    })
    expect(waiting).toBeGreaterThan(0n)
    expect(await claimFor(0, treasury)).toBe(waiting)
    await claimFor(0, treasury)
    await handOver(0, treasury, deployer)
    await passHour()
    const later = await claimFor(0)
    const { fees } = await read(handed)
    expect(of(fees)).toEqual({
      paid: [
        { receiver: deployer, amount: earlier + later },
        { receiver: treasury, amount: waiting },
      ],
      owed: { receiver: deployer, amount: 0n },
    })
    expect((await read()).fees.byPool).toEqual(fees.byPool)
  })

  it('of a pool that could not be read before are read from its beginning', async () => {
    await claimFor(0)
    const { pools, block: head } = await getSnapshot(client, network, registry, undefined)
    const about = { client, network, head, signal }
    const without = await getPaidFees({ ...about, pools: pools.slice(1) })
    await devnet.client.mine({ blocks: 70 })
    const { fees } = await read(without)
    expect(fees.byPool).toEqual((await read()).fees.byPool)
    expect([...(fees.byPool?.values() ?? [])].every(({ paid }) => paid.length > 0)).toBe(true)
  })

  it('are found in smaller windows too, and not at all when the RPC wants too many of them', async () => {
    const { fees } = await read()
    mostBlocks = 5n
    expect((await read()).fees.byPool).toEqual(fees.byPool)
    expect(logRequests).toBeGreaterThan(3)
    await devnet.client.mine({ blocks: 80 })
    mostBlocks = 1n
    const { fees: partial } = await read()
    expect(partial.byPool).toBeUndefined()
    // It is not asked for over and over.
    await passHour()
    expect((await read(partial)).fees.byPool).toBeUndefined()
    expect(logRequests).toBe(0)
  })
})
