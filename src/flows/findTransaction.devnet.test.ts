import {
  type Client,
  createClient,
  custom,
  encodeFunctionData,
  type Hash,
  type Hex,
  http,
  parseEventLogs,
} from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { sendAndWait } from '../../devnet/controls'
import type { DeployedMarket } from '../../devnet/deployment'
import type { Devnet } from '../../devnet/devnet'
import { pickMarkets } from '../../devnet/markets'
import { startQuietDevnet } from '../../devnet/quietDevnet'
import { approveTransaction } from '../../devnet/transactions'
import { erc20Abi } from '../chain/abi'
import { CommitType } from '../protocol/commitType'
import { findTransaction } from './findTransaction'
import type { Flow } from './flow'
import type { CommitLeg } from './kinds/commit'
import { isCreation } from './kinds/flowKind'
import { actionsOf } from './kinds/kinds'
import type { SearchFrom, Step } from './step'

const alice = accountAddress('Alice')
const bob = accountAddress('Bob')
let devnet: Devnet
let market: DeployedMarket
let other: DeployedMarket
let undo: Hex

beforeAll(async () => {
  const markets = pickMarkets('1-BTC/USD+USDC', '3-BTC/USD+USDC')
  devnet = await startQuietDevnet({ markets })
  const [first, second] = devnet.deployment.markets
  if (first === undefined || second === undefined) throw new Error('two markets')
  market = first
  other = second
  for (const account of [alice, bob])
    for (const pool of [market, other])
      await sendAndWait(devnet.client, approveTransaction(account, pool))
}, 30_000)
afterAll(() => devnet.stop())
beforeEach(async () => {
  undo = await devnet.client.snapshot()
})
afterEach(() => devnet.client.revert({ id: undo }))

type Sought = Pick<Flow, 'id' | 'intent' | 'account'>

function aCommit(part: Partial<CommitLeg> = {}, account = alice, where = market): Sought {
  return {
    id: 'sought',
    account,
    intent: {
      kind: 'commit',
      title: '',
      pool: where.pool,
      committer: where.committer,
      settlementToken: where.settlementToken,
      legs: [
        {
          commitType: CommitType.LongMint,
          amount: 5_000_000n,
          fromAggregateBalance: false,
          ...part,
        },
      ],
      approval: 'exact',
      autoClaimWei: 0n,
      projection: undefined,
    },
  }
}

function aClaim(account = alice, where = market): Sought {
  const { pool, committer } = where
  return { id: 'sought', account, intent: { kind: 'claim', title: '', pool, committer } }
}

function stepOf(kind: string) {
  return { kind, leg: kind === 'commit' ? 0 : undefined, hashes: [] as readonly Hash[] }
}

/** What a search finds while other flows, which want the same, hold these hashes. */
async function find(
  client: Client,
  sought: Sought,
  kind: string,
  from: SearchFrom,
  held: readonly Hash[] = [],
): Promise<Hash | undefined> {
  const flows = held.map((hash): Flow => {
    const step: Step = { ...stepOf(kind), status: { at: 'sent', hash }, hashes: [hash] }
    const about = { chainId: 1, createdAtMs: 0, unbatched: false, dismissed: false }
    return { ...about, ...sought, id: hash, steps: [step] }
  })
  return (await findTransaction(client, sought, stepOf(kind), from, () => flows)).hash
}

/** Sends a step as the app would, and gives its hash. */
async function send({ intent, account }: Sought, kind: string, gas?: bigint): Promise<Hash> {
  const [action] = actionsOf({ intent, account }, stepOf(kind))
  const request = action?.request()
  if (request === undefined || isCreation(request)) throw new Error('no call')
  const data = encodeFunctionData(request)
  const transaction = {
    from: account,
    to: request.address,
    data,
    ...(gas === undefined ? {} : { gas }),
  }
  return (await sendAndWait(devnet.client, transaction)).transactionHash
}

async function now() {
  return { fromBlock: await devnet.client.getBlockNumber() }
}

const kinds: readonly (readonly [kind: string, sought: () => Sought])[] = [
  ['approve', () => aCommit()],
  ['commit', () => aCommit()],
  ['claim', () => aClaim()],
]

/** The devnet's node as one that gives the events of so many blocks at once. */
function limitedTo(blocks: bigint) {
  const inner = createClient({ transport: http(devnet.rpcUrl, { retryCount: 0 }) })
  const request = async ({ method, params }: { method: string; params?: unknown }) => {
    if (method === 'eth_getLogs') {
      const [{ fromBlock, toBlock }] = params as [{ fromBlock: Hex; toBlock: Hex }]
      if (BigInt(toBlock) - BigInt(fromBlock) >= blocks)
        throw Object.assign(new Error('block range is too large'), { code: -32005 })
    }
    return inner.request({ method, params } as never)
  }
  return createClient({ transport: custom({ request }, { retryCount: 0 }) })
}

describe.each(kinds)('the lost hash of a step: %s', (kind, sought) => {
  it('is found by a node that gives few blocks at once, and not called unsent by one that gives too few', async () => {
    const from = await now()
    const hash = await send(sought(), kind)
    await devnet.client.mine({ blocks: 70 })
    const search = (blocks: bigint) => find(limitedTo(blocks), sought(), kind, from)
    expect(await search(8n)).toBe(hash)
    await expect(search(1n)).rejects.toThrow('doesn’t return events for all blocks')
  })

  it('is found again, however many blocks later', async () => {
    const from = await now()
    const hash = await send(sought(), kind)
    await devnet.client.mine({ blocks: 5 })
    expect(await find(devnet.client, sought(), kind, from)).toBe(hash)
  })

  it('is not found when nothing was sent', async () => {
    const from = await now()
    await devnet.client.mine({ blocks: 2 })
    expect(await find(devnet.client, sought(), kind, from)).toBeUndefined()
  })

  it('is not found in what was sent before the wallet was asked', async () => {
    await send(sought(), kind)
    const from = await now()
    await devnet.client.mine({ blocks: 1 })
    expect(await find(devnet.client, sought(), kind, from)).toBeUndefined()
  })

  it('is not one that belongs to another flow; then it is the next', async () => {
    const from = await now()
    const first = await send(sought(), kind)
    const search = (taken: readonly Hash[]) => find(devnet.client, sought(), kind, from, taken)
    expect(await search([first])).toBeUndefined()
    const second = await send(sought(), kind)
    expect(second).not.toBe(first)
    expect(await search([])).toBe(first)
    expect(await search([first])).toBe(second)
    expect(await search([first, second])).toBeUndefined()
  })

  it('is not another account’s', async () => {
    const from = await now()
    await send({ ...sought(), account: bob }, kind)
    expect(await find(devnet.client, sought(), kind, from)).toBeUndefined()
  })
})

describe('a commit', () => {
  it.each<[what: string, sent: () => Sought]>([
    ['of another amount', () => aCommit({ amount: 5_000_001n })],
    ['of another type', () => aCommit({ commitType: CommitType.ShortMint })],
    ['in another pool', () => aCommit({}, alice, other)],
  ])('%s is not the one', async (_, sent) => {
    const from = await now()
    await send(sent(), 'commit')
    expect(await find(devnet.client, aCommit(), 'commit', from)).toBeUndefined()
  })

  it.each(Object.entries(CommitType))('of type %s is found, the type 0 too', async (_, type) => {
    const isMint = type === CommitType.LongMint || type === CommitType.ShortMint
    // Gustav has both tokens in escrow.
    const sought = aCommit(
      { commitType: type, amount: 12_345n, fromAggregateBalance: !isMint },
      accountAddress('Gustav'),
    )
    const from = await now()
    const hash = await send(sought, 'commit')
    expect(await find(devnet.client, sought, 'commit', from)).toBe(hash)
  })
})

describe('an approval', () => {
  it.each<[what: string, sent: () => Sought]>([
    ['of another amount', () => aCommit({ amount: 4_999_999n })],
    ['for another pool', () => aCommit({}, alice, other)],
  ])('%s is not the one', async (_, sent) => {
    const from = await now()
    await send(sent(), 'approve')
    expect(await find(devnet.client, aCommit(), 'approve', from)).toBeUndefined()
  })

  it('is not a commit that leaves the same allowance behind', async () => {
    await send(aCommit({ amount: 8_000_000n }), 'approve')
    const from = await now()
    const hash = await send(aCommit({ amount: 3_000_000n }), 'commit')
    // The token says `Approval` of what is left when a commit uses up a part.
    const { logs } = await devnet.client.getTransactionReceipt({ hash })
    const [event] = parseEventLogs({ abi: erc20Abi, eventName: 'Approval', logs })
    expect(event?.args.value).toBe(5_000_000n)
    expect(await find(devnet.client, aCommit(), 'approve', from)).toBeUndefined()
  })
})

describe('an upkeep', () => {
  const anUpkeep = (account = alice): Sought => {
    const { pool } = market
    const { poolKeeper } = devnet.deployment.contracts
    const intent = { kind: 'upkeep', title: '', pool, poolKeeper, pools: [pool] } as const
    return { id: 'sought', account, intent: { ...intent, gas: 3_000_000n } }
  }
  const findOne = (from: SearchFrom) => find(devnet.client, anUpkeep(), 'upkeep', from)

  it('that went through is found, and not another keeper’s', async () => {
    await devnet.client.increaseTime({ seconds: market.updateIntervalSec })
    const from = await now()
    await send(anUpkeep(bob), 'upkeep', 3_000_000n)
    expect(await findOne(from)).toBeUndefined()
    await devnet.client.increaseTime({ seconds: market.updateIntervalSec })
    const hash = await send(anUpkeep(), 'upkeep', 3_000_000n)
    expect(await findOne(from)).toBe(hash)
  })
})

describe('a claim', () => {
  it('in another pool is not the one', async () => {
    const from = await now()
    await send(aClaim(alice, other), 'claim')
    expect(await find(devnet.client, aClaim(), 'claim', from)).toBeUndefined()
  })
})

describe('an RPC that fails', () => {
  it('is an error, and not the same as nothing found', async () => {
    const request = () => Promise.reject(new Error('unreachable'))
    const nowhere = createClient({ transport: custom({ request }, { retryCount: 0 }) })
    await expect(find(nowhere, aCommit(), 'commit', await now())).rejects.toThrow(/unreachable/)
  })
})
