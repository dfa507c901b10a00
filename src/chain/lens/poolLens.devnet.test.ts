import {
  type Client,
  createClient,
  custom,
  fallback,
  type Hex,
  http,
  numberToHex,
  RpcRequestError,
} from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import type { Devnet } from '../../../devnet/devnet'
import { generateMarkets } from '../../../devnet/markets'
import { startQuietDevnet } from '../../../devnet/quietDevnet'
import { type Network, resolveNetwork } from '../network'
import type { PoolAtBlock } from '../poolAtBlock'
import { getPoolRegistry, type PoolRegistry } from '../poolRegistry'
import { getSnapshot, type Snapshot } from '../snapshot'
import { findHoldings } from './findHoldings'
import { POOL_LENS_CODE } from './poolLens'

const alice = accountAddress('Alice')
const POOLS = 20

interface Asked {
  readonly method: string
  readonly params?: readonly unknown[]
}

let devnet: Devnet
let network: Network
let registry: PoolRegistry
let truth: Snapshot
let undo: Hex
/** Each test's RPC is another to the app: what one takes is remembered by URL. */
let urls = 0

beforeAll(async () => {
  devnet = await startQuietDevnet({ markets: generateMarkets(POOLS) })
  const { rpcUrl, deployment } = devnet
  const { poolFactory } = deployment.contracts
  network = resolveNetwork({ chainId: deployment.chainId, rpcUrls: [rpcUrl], poolFactory })
  const { client } = nodeOf(() => undefined)
  registry = await getPoolRegistry(client, network)
  truth = await getSnapshot(client, network, registry, alice)
}, 60_000)
afterAll(() => devnet.stop())
beforeEach(async () => {
  undo = await devnet.client.snapshot()
})
afterEach(async () => {
  vi.useRealTimers()
  await devnet.client.revert({ id: undo })
})

/**
 * The devnet behind a URL of its own.
 *
 * @param refuse What it does before it answers: nothing, throw, or answer something else
 * @param defaultGas What it grants to a call that names none
 */
function nodeOf(
  refuse: (asked: Asked) => Hex | undefined,
  defaultGas?: bigint,
): { client: Client; requests: Asked[] } {
  const inner = createClient({ transport: http(devnet.rpcUrl, { retryCount: 0 }) })
  const requests: Asked[] = []
  const request = async (asked: Asked) => {
    requests.push(asked)
    const [call, ...others] = asked.params ?? []
    const granted = defaultGas === undefined ? {} : { gas: numberToHex(defaultGas) }
    const params = [{ ...granted, ...(call as object) }, ...others]
    return refuse(asked) ?? inner.request({ ...asked, params } as never)
  }
  const url = `http://node-${++urls}`
  const transport = custom({ request }, { retryCount: 0 })
  const client = createClient({
    transport: (options) => ({ ...transport(options), value: { url } }),
  })
  return { client, requests }
}

function refusal(code: number, message: string): RpcRequestError {
  return new RpcRequestError({ body: {}, url: 'http://node', error: { code, message } })
}

const hasOverride = ({ params }: Asked) => params?.[2] !== undefined
const gasOf = ({ params }: Asked) => (params?.[0] as { gas?: Hex } | undefined)?.gas
const blockOf = ({ params }: Asked) => params?.[1]

/** All but when it was read. */
function contentOf({ block, pools, failedPools, numPools, ethBalanceWei }: Snapshot) {
  return { block, pools, failedPools, numPools, ethBalanceWei }
}

const readAll = (client: Client) => getSnapshot(client, network, registry, alice)

describe('a node', () => {
  it('is asked once for all pools, by state override, without naming gas', async () => {
    const { client, requests } = nodeOf(() => undefined)
    const few = { pools: registry.pools.slice(0, 5) }
    expect((await getSnapshot(client, network, few, alice)).pools).toHaveLength(5)
    expect(requests).toHaveLength(1)
    expect(requests.every(hasOverride)).toBe(true)
    expect(requests.map(gasOf)).toEqual([undefined])
  })

  it('whose gas does not cover all is asked for the rest, and for more gas from then on', async () => {
    const { client, requests } = nodeOf(() => undefined, 24_000_000n)
    const first = await readAll(client)
    expect(contentOf(first)).toEqual(contentOf(truth))
    expect(requests.map((asked) => gasOf(asked) !== undefined)).toEqual([false, true])
    expect(requests.map(blockOf)).toEqual(['latest', numberToHex(first.block.number)])
    requests.length = 0
    await readAll(client)
    expect(requests.map((asked) => gasOf(asked) !== undefined)).toEqual([true])
  })

  it('that refuses to be asked for gas is asked in parts, at one block', async () => {
    const { client, requests } = nodeOf((asked) => {
      if (gasOf(asked) !== undefined) throw refusal(-32_000, 'intrinsic gas too high')
      return undefined
    }, 24_000_000n)
    expect(contentOf(await readAll(client))).toEqual(contentOf(truth))
    requests.length = 0
    expect(contentOf(await readAll(client))).toEqual(contentOf(truth))
    expect(requests.length).toBeGreaterThan(1)
    expect(requests.every((asked) => gasOf(asked) === undefined)).toBe(true)
  })

  it('whose gas does not cover one pool is asked for more, and given up where it refuses that', async () => {
    const poor = nodeOf(() => undefined, 20_000_000n)
    expect(contentOf(await readAll(poor.client))).toEqual(contentOf(truth))
    const mean = nodeOf((asked) => {
      if (gasOf(asked) !== undefined) throw refusal(-32_000, 'intrinsic gas too high')
      return undefined
    }, 20_000_000n)
    await expect(readAll(mean.client)).rejects.toThrow(/gas limit is too low/)
    expect(mean.requests.length).toBeLessThanOrEqual(4)
  })

  it.each([
    ['refuses a third parameter', -32_602, 'too many arguments, want at most 2'],
    ['refuses overrides in its own words', -32_000, 'state override is not supported'],
  ])('that %s runs the lens deployless, eight pools at a time', async (_, code, message) => {
    const { client, requests } = nodeOf((asked) => {
      if (hasOverride(asked)) throw refusal(code, message)
      return undefined
    })
    expect(contentOf(await readAll(client))).toEqual(contentOf(truth))
    requests.length = 0
    const { block } = await readAll(client)
    expect(requests.some(hasOverride)).toBe(false)
    const at = numberToHex(block.number)
    expect(requests.map(blockOf)).toEqual(['latest', at, at])
  })

  it('that ignores overrides, and so calls nothing, runs it deployless too', async () => {
    const { client } = nodeOf((asked) => (hasOverride(asked) ? '0x' : undefined))
    expect(contentOf(await readAll(client))).toEqual(contentOf(truth))
  })

  it('that finds requests too large is asked for half, down to one pool, at one block', async () => {
    // The code, and some pools' addresses.
    const mostBytes = POOL_LENS_CODE.length + 1_200
    const { client, requests } = nodeOf(({ params }) => {
      if (JSON.stringify(params).length > mostBytes) throw refusal(-32_005, 'request too large')
      return undefined
    })
    expect(contentOf(await readAll(client))).toEqual(contentOf(truth))
    requests.length = 0
    const { block } = await readAll(client)
    expect(requests.length).toBeGreaterThan(1)
    expect(new Set(requests.slice(1).map(blockOf))).toEqual(new Set([numberToHex(block.number)]))
  })

  it('that takes not even one pool is given up with its own error', async () => {
    const { client } = nodeOf(() => {
      throw refusal(-32_005, 'request too large')
    })
    await expect(readAll(client)).rejects.toThrow(/too large/)
  })

  it('is taken to have changed after five minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    let isOld = true
    const { client, requests } = nodeOf((asked) => {
      if (isOld && hasOverride(asked)) throw refusal(-32_602, 'too many arguments')
      return undefined
    })
    await readAll(client)
    isOld = false
    requests.length = 0
    await readAll(client)
    expect(requests.some(hasOverride)).toBe(false)
    vi.setSystemTime(Date.now() + 5 * 60_000)
    requests.length = 0
    await readAll(client)
    expect(requests.every(hasOverride)).toBe(true)
  })

  it('that answers garbage is no node, and nothing is read twice', async () => {
    const { client, requests } = nodeOf(() => `0x${'ff'.repeat(320)}`)
    await expect(readAll(client)).rejects.toThrow(/Invalid RPC response/)
    expect(requests.length).toBeLessThanOrEqual(2)
  })
})

/** A client that asks one after the other. */
function inTurn(...nodes: readonly { client: Client }[]): Client {
  return createClient({
    transport: fallback(
      nodes.map(({ client: { transport } }) => () => ({
        config: transport as never,
        request: transport.request as never,
        value: { url: transport.url },
      })),
    ),
  })
}

/** A node that grants this much gas and refuses to be asked for more. */
function meanNode(gas: bigint) {
  return nodeOf((asked) => {
    if (gasOf(asked) !== undefined) throw refusal(-32_000, 'intrinsic gas too high')
    return undefined
  }, gas)
}

describe('of several nodes', () => {
  it('the next one reads everything when one fails in the middle, and knows nothing of its limits', async () => {
    let calls = 0
    const broken = nodeOf((asked) => {
      if (hasOverride(asked)) throw refusal(-32_602, 'too many arguments')
      if (++calls > 1) throw refusal(-32_603, 'internal error')
      return undefined
    })
    const sound = nodeOf(() => undefined)
    expect(contentOf(await readAll(inTurn(broken, sound)))).toEqual(contentOf(truth))
    expect(sound.requests.every(hasOverride)).toBe(true)
  })
})

/** What a stranger's contract can do to its reader. */
const HOSTILE: readonly (readonly [what: string, code: Hex])[] = [
  ['reverts', '0x60006000fd'],
  // JUMPDEST PUSH1 0 JUMP
  ['burns all its gas', '0x5b600056'],
  // Returns a megabyte of nothing.
  ['answers a megabyte', '0x621000006000f3'],
  ['reverts with a megabyte', '0x621000006000fd'],
  // SSTORE(0, 1), then answers a word.
  ['writes instead of reading', '0x600160005560206000f3'],
  ['has no code', '0x'],
  ['answers 2^256 − 1 to everything', `0x7f${'ff'.repeat(32)}60005260e06000f3`],
]

/** What of a pool is other when its oracle does not answer. */
function withoutPrice({ snapshot, market, poolControllers }: PoolAtBlock) {
  return {
    snapshot: { ...snapshot, oracle: { kind: 'unavailable' } },
    market: {
      ...market,
      spotPriceWad: undefined,
      oraclePriceWad: undefined,
      feedUpdatedAtSec: undefined,
    },
    poolControllers: { ...poolControllers, oracleKeeper: undefined, oracleGovernance: undefined },
    unverifiedComponents: expect.any(Array),
  }
}

describe('one pool of which', () => {
  it.each(
    (['pool', 'committer', 'longToken', 'oracleWrapper'] as const).flatMap((part) =>
      HOSTILE.map(([what, code]) => [part, what, code] as const),
    ),
  )('the %s %s costs no one else anything', async (part, _, code) => {
    // In front, so that all others come after what it burns.
    const [victim] = registry.pools
    const market = devnet.deployment.markets.find(({ pool }) => pool === victim?.address)
    if (victim === undefined || market === undefined) throw new Error('no market')
    const shared = registry.pools.filter(
      ({ oracle, address }) => oracle.wrapper === market.oracleWrapper && address !== market.pool,
    )
    expect(shared).toEqual([])
    await devnet.client.setCode({ address: market[part], bytecode: code })
    const { client, requests } = nodeOf(() => undefined)
    const snapshot = await readAll(client)
    const [itself] = truth.pools
    if (part === 'oracleWrapper' && itself !== undefined) {
      // Burning and claiming need no price.
      expect(snapshot.failedPools).toEqual([])
      expect(snapshot.pools[0]).toEqual({ ...itself, ...withoutPrice(itself) })
    } else expect(snapshot.failedPools).toEqual([market.pool])
    const others = snapshot.pools.filter(({ facts }) => facts.address !== market.pool)
    expect(others).toEqual(truth.pools.slice(1))
    expect(requests.length).toBeLessThanOrEqual(3)

    const again = await getPoolRegistry(client, network)
    expect(again.pools.filter(({ address }) => address !== market.pool)).toEqual(
      registry.pools.slice(1),
    )
  })
})

it.each([2n ** 256n - 1n, 2n ** 255n, 0n])(
  'a market whose contracts answer %d to everything takes nothing else down',
  async (word) => {
    const [victim] = registry.pools
    const market = devnet.deployment.markets.find(({ pool }) => pool === victim?.address)
    if (market === undefined) throw new Error('no market')
    const { pool, committer, longToken, shortToken } = market
    for (const address of [pool, committer, longToken, shortToken])
      await devnet.client.setCode({
        address,
        bytecode: `0x7f${word.toString(16).padStart(64, '0')}60005260e06000f3`,
      })
    const { client } = nodeOf(() => undefined)
    const snapshot = await readAll(client)
    expect(snapshot.failedPools).toEqual([pool])
    expect(snapshot.pools).toEqual(truth.pools.slice(1))
  },
)

describe('holdings', () => {
  it('are found in the pools where an account has something, and nowhere else', async () => {
    const { client } = nodeOf(() => undefined)
    const gustav = accountAddress('Gustav')
    const held = await findHoldings(client, network, gustav)
    const snapshot = await getSnapshot(client, network, registry, gustav)
    const expected = snapshot.pools
      .filter(({ account }) => {
        const { escrow, longBalance, shortBalance, user } = account ?? {}
        return (
          (longBalance ?? 0n) + (shortBalance ?? 0n) > 0n ||
          Object.values(escrow ?? {}).some((amount) => amount > 0n) ||
          (user?.unAggregatedCommitments.length ?? 0) > 0
        )
      })
      .map(({ facts }) => facts.address)
    expect(held).toEqual(expected)
    expect(held.length).toBeGreaterThan(0)
    expect(
      await findHoldings(client, network, '0x00000000000000000000000000000000000000f9'),
    ).toEqual([])
  })

  it('are looked for with more gas where the node’s own is too little for one pool', async () => {
    const { client } = nodeOf(() => undefined, 3_000_000n)
    const gustav = accountAddress('Gustav')
    const sound = await findHoldings(nodeOf(() => undefined).client, network, gustav)
    expect(await findHoldings(client, network, gustav)).toEqual(sound)
  })

  it('that a node cannot look for are an error and not none, and the next node is asked', async () => {
    const gustav = accountAddress('Gustav')
    const mean = meanNode(3_000_000n)
    await expect(findHoldings(mean.client, network, gustav)).rejects.toThrow(/gas limit is too low/)
    expect(mean.requests.length).toBeLessThanOrEqual(4)
    const sound = nodeOf(() => undefined)
    const found = await findHoldings(inTurn(meanNode(3_000_000n), sound), network, gustav)
    expect(found.length).toBeGreaterThan(0)
    expect(found).toEqual(await findHoldings(sound.client, network, gustav))
  })
})
