import {
  type Address,
  type Client,
  createClient,
  custom,
  decodeEventLog,
  encodeFunctionData,
  erc20Abi,
  http,
  isAddressEqual,
} from 'viem'
import { getBlock, readContract } from 'viem/actions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import { sendAndWait } from '../../../devnet/controls'
import type { DeployedMarket } from '../../../devnet/deployment'
import type { Devnet } from '../../../devnet/devnet'
import { laggingNode } from '../../../devnet/laggingNode'
import { marketOf } from '../../../devnet/marketOf'
import { pickMarkets } from '../../../devnet/markets'
import { startQuietDevnet } from '../../../devnet/quietDevnet'
import { createRandom } from '../../../devnet/seededRandom'
import { startSpoiledRpc } from '../../../devnet/spoiledRpc'
import {
  approveTransaction,
  claimTransaction,
  commitTransaction,
} from '../../../devnet/transactions'
import { CommitType, isMint } from '../../protocol/commitType'
import { LaggingRpcError, SilentRpcError } from '../errors'
import { historyEventAbi } from '../history/eventAbi'
import { type Network, resolveNetwork } from '../network'
import { getPoolRegistry } from '../poolRegistry'
import { getSnapshot, type Snapshot } from '../snapshot'
import { accountContracts } from './accountContracts'
import { type AccountHistoryState, createAccountHistory } from './accountHistory'
import type { AccountStore } from './accountStore'
import type { HistoryRow } from './historyRow'
import { createMemoryStore } from './memoryStore'
import { toHistoryRows } from './toHistoryRows'
import { toReadLedger } from './toReadLedger'

const PEOPLE = [accountAddress('Alice'), accountAddress('Bob'), accountAddress('Carol')] as const
const KEEPER = accountAddress('Keeper')
/** Spot with both fees; and an average with a moving minting fee and three intervals of front-running. */
const MARKETS = ['5-ETH/USD+BAL', '3-BTC/USD+USDC'] as const
const ACTIONS = 120
const TYPES = Object.values(CommitType)

let devnet: Devnet
let network: Network
let client: Client
beforeAll(async () => {
  devnet = await startQuietDevnet({ markets: pickMarkets(...MARKETS) })
  const { rpcUrl, deployment } = devnet
  const { poolFactory, multicall3 } = deployment.contracts
  const { chainId } = deployment
  network = resolveNetwork({ chainId, rpcUrls: [rpcUrl], poolFactory, multicall3 })
  client = createClient({ transport: http(rpcUrl, { retryCount: 0 }) })
  await live(11)
}, 120_000)
afterAll(() => devnet.stop())

const markets = () => MARKETS.map((name) => marketOf(devnet, name))
const balanceOf = (token: Address, owner: Address) =>
  readContract(client, { address: token, abi: erc20Abi, functionName: 'balanceOf', args: [owner] })

/** What some people do with the markets in a while: orders from wallet and escrow, claims, transfers, late keepers. */
async function live(seed: number): Promise<void> {
  const random = createRandom(seed, 'account history')
  for (const market of markets())
    for (const account of PEOPLE)
      await sendAndWait(devnet.client, approveTransaction(account, market))
  for (let action = 0; action < ACTIONS; action++) {
    const account = random.pick(PEOPLE)
    const market = random.pick(markets())
    const dice = random.uniform()
    if (dice < 0.5) await commit(account, market, random)
    else if (dice < 0.6) await sendAndWait(devnet.client, claimTransaction(account, market))
    else if (dice < 0.68) {
      const token = random.pick([market.longToken, market.shortToken])
      const args = [random.pick(PEOPLE), (await balanceOf(token, account)) / 3n] as const
      const data = encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args })
      await sendAndWait(devnet.client, { from: account, to: token, data })
    } else {
      await devnet.setPrice('BTC', 97_000 * (1 + (random.uniform() - 0.5) / 8))
      await devnet.setPrice('ETH', 3_400 * (1 + (random.uniform() - 0.5) / 8))
      await devnet.increaseTime(market.updateIntervalSec * (random.uniform() < 0.15 ? 4 : 1) + 1)
      await devnet.upkeep([market.pool])
    }
  }
}

async function commit(
  from: Address,
  market: DeployedMarket,
  random: ReturnType<typeof createRandom>,
): Promise<void> {
  const type = random.pick(TYPES)
  const isLong = type === CommitType.LongBurn || type === CommitType.LongBurnShortMint
  const token = isMint(type)
    ? market.settlementToken
    : isLong
      ? market.longToken
      : market.shortToken
  const inWallet = await balanceOf(token, from)
  const part = BigInt(Math.ceil(random.uniform() * 40))
  const { pools } = await snapshotOf(from)
  const escrow = pools.find(({ facts }) => facts.address === market.pool)?.account?.escrow
  const inEscrow = isMint(type)
    ? (escrow?.settlementTokens ?? 0n)
    : ((isLong ? escrow?.longTokens : escrow?.shortTokens) ?? 0n)
  const fromEscrow = inEscrow > 100n && random.uniform() < 0.5
  const amountWei = fromEscrow
    ? (inEscrow * part) / 100n
    : (inWallet * part) / (isMint(type) ? 10_000n : 100n)
  if (amountWei === 0n) return
  await sendAndWait(devnet.client, commitTransaction({ from, market, type, amountWei, fromEscrow }))
}

async function snapshotOf(account: Address, using = client): Promise<Snapshot> {
  return getSnapshot(using, network, await getPoolRegistry(using, network), account)
}

async function read(
  account: Address,
  using: Client = client,
  store: AccountStore = createMemoryStore(),
): Promise<{ state: AccountHistoryState; rows: HistoryRow[]; snapshot: Snapshot }> {
  const snapshot = await snapshotOf(account)
  const history = createAccountHistory({ client: using, network, account, store })
  await history.refresh(snapshot.block, accountContracts(snapshot.pools))
  const state = history.getSnapshot()
  history.stop()
  return { state, rows: rowsOf(state, snapshot), snapshot }
}

function rowsOf(state: AccountHistoryState, { pools }: Snapshot): HistoryRow[] {
  const currentIdOf = (pool: string) =>
    pools.find(({ facts }) => facts.address.toLowerCase() === pool)?.snapshot.updateIntervalId
  return toHistoryRows(state.entries, { currentIdOf, reach: state.reach })
}

/** Everything that the chain says, with nothing asked for in particular. */
async function allEvents() {
  const logs = (await client.request({
    method: 'eth_getLogs',
    params: [{ fromBlock: '0x0', toBlock: 'latest' }],
  } as never)) as { address: Address; data: `0x${string}`; topics: [`0x${string}`] }[]
  return logs.flatMap((log) => {
    for (const abi of [historyEventAbi, erc20Abi] as const)
      try {
        const event = decodeEventLog({ abi: abi as typeof historyEventAbi, ...log })
        return [{ ...log, ...(event as { eventName: string; args: never }) }]
      } catch {}
    return []
  }) as unknown as {
    address: Address
    eventName: string
    args: Record<string, unknown>
    transactionHash: string
    logIndex: string
    blockNumber: string
  }[]
}

const placeOf = (row: { transactionHash: string; logIndex: number | string }) =>
  `${row.transactionHash}:${Number(row.logIndex)}`
const sum = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n)

describe('an account’s history over all pools', () => {
  it('has a row for every event of each account, and no other', async () => {
    const events = await allEvents()
    const committers = new Map(markets().map((market) => [market.committer.toLowerCase(), market]))
    const tokens = new Map(
      markets().flatMap((market) => [
        [market.longToken.toLowerCase(), market] as const,
        [market.shortToken.toLowerCase(), market] as const,
      ]),
    )
    let seen = 0
    for (const account of [...PEOPLE, KEEPER]) {
      const { rows, state } = await read(account)
      expect(state).toMatchObject({ status: 'idle', isWhole: true, progress: 1 })
      const own = (name: string) => (event: (typeof events)[number]) =>
        event.eventName === name && isAddressEqual(event.args.user as Address, account)
      const commits = events.filter(own('CreateCommit'))
      const ids = new Set(
        commits.map(({ address, args }) => `${address}:${args.appropriateUpdateIntervalId}`),
      )
      const expected = [
        ...commits,
        ...events.filter(own('Claim')),
        ...events.filter(
          ({ eventName, address, args }) =>
            eventName === 'ExecutedCommitsForInterval' &&
            ids.has(`${address}:${args.updateIntervalId}`),
        ),
        ...events.filter(
          ({ eventName, args }) =>
            eventName === 'KeeperPaid' && isAddressEqual(args.keeper as Address, account),
        ),
        ...events.filter(({ eventName, address, args }) => {
          const market = tokens.get(address.toLowerCase())
          if (eventName !== 'Transfer' || market === undefined) return false
          const { from, to, value } = args as { from: Address; to: Address; value: bigint }
          if (value === 0n || isAddressEqual(from, to)) return false
          const others = [from, to].filter((one) => !isAddressEqual(one, account))
          return (
            others.length === 1 && Number(others[0]) !== 0 && !isAddressEqual(from, market.pool)
          )
        }),
      ].map(placeOf)
      expect(rows.map(placeOf).sort()).toEqual(expected.sort())
      for (const row of rows) {
        const event = events.find((one) => placeOf(one) === placeOf(row))
        if (event === undefined) throw new Error('no event')
        seen++
        if (row.kind === 'mint' || row.kind === 'burn' || row.kind === 'flip')
          expect(row).toMatchObject({
            pool: committers.get(event.address.toLowerCase())?.pool,
            amount: event.args.amount,
            commitType: event.args.commitType,
            isFromEscrow: event.args.fromAggregateBalance,
          })
        if (row.kind === 'reward') expect(row.amount).toBe(event.args.reward)
        if (row.kind === 'sent' || row.kind === 'received')
          expect(row.tokens).toBe(event.args.value)
      }
      const newest = rows[0]
      const block = await getBlock(client, { blockNumber: newest?.blockNumber ?? 0n })
      expect(newest?.timestampSec).toBe(block.timestamp)
    }
    expect(seen).toBeGreaterThan(100)
  })

  it('adds up, to the unit, to what the contracts hold of each account', async () => {
    let flips = 0
    for (const account of PEOPLE) {
      for (const market of markets())
        await sendAndWait(devnet.client, claimTransaction(account, market))
      const { rows, snapshot } = await read(account)
      for (const market of markets()) {
        const own = rows.filter(({ pool }) => pool === market.pool)
        const part = snapshot.pools.find(({ facts }) => facts.address === market.pool)?.account
        if (part === undefined) throw new Error('no account')
        const results = own.flatMap((row) => (row.kind === 'execution' ? (row.results ?? []) : []))
        expect(results.every(({ received }) => received !== undefined)).toBe(true)
        flips += results.filter(({ flipMintingFee = 0n }) => flipMintingFee > 0n).length
        const gained = (types: readonly number[]) =>
          sum(
            results.map(({ commitType, received = 0n }) =>
              types.includes(commitType) ? received : 0n,
            ),
          )
        const claimed = (name: 'longTokens' | 'shortTokens' | 'settlementTokens') =>
          sum(own.map((row) => (row.kind === 'claim' ? row[name] : 0n)))
        const spent = (types: readonly number[]) =>
          sum(
            own.map((row) =>
              'isFromEscrow' in row && row.isFromEscrow && types.includes(row.commitType)
                ? row.amount
                : 0n,
            ),
          )
        const { LongMint, ShortMint, LongBurn, ShortBurn } = CommitType
        const { LongBurnShortMint, ShortBurnLongMint } = CommitType
        expect({
          long:
            gained([LongMint, ShortBurnLongMint]) -
            claimed('longTokens') -
            spent([LongBurn, LongBurnShortMint]),
          short:
            gained([ShortMint, LongBurnShortMint]) -
            claimed('shortTokens') -
            spent([ShortBurn, ShortBurnLongMint]),
          settlement:
            gained([LongBurn, ShortBurn]) -
            claimed('settlementTokens') -
            spent([LongMint, ShortMint]),
        }).toEqual({
          long: part.escrow.longTokens,
          short: part.escrow.shortTokens,
          settlement: part.escrow.settlementTokens,
        })
      }
    }
    expect(flips).toBeGreaterThan(0)
  })

  it('is the same where the RPC gives few blocks and contracts at a time, and no block times', async () => {
    const [alice] = PEOPLE
    const whole = await read(alice)
    const methods: string[] = []
    const request = async ({ method, params }: { method: string; params: unknown[] }) => {
      methods.push(method)
      if (method === 'eth_getLogs') {
        const [{ fromBlock, toBlock, address }] = params as [
          { fromBlock: string; toBlock: string; address: string[] },
        ]
        if (address.length > 3) throw new Error('exceed maximum addresses: 3')
        if (Number(toBlock) - Number(fromBlock) >= 40)
          throw Object.assign(new Error('query exceeds max block range'), { code: -32602 })
      }
      const answer: unknown = await client.request({ method, params } as never)
      if (method !== 'eth_getLogs') return answer
      return (answer as object[]).map((log) => ({ ...log, blockTimestamp: undefined }))
    }
    const limited = createClient({ transport: custom({ request }, { retryCount: 0 }) })
    const snapshot = await snapshotOf(alice)
    const history = createAccountHistory({
      client: limited,
      network,
      account: alice,
      store: createMemoryStore(),
    })
    await history.refresh(snapshot.block, accountContracts(snapshot.pools))
    await history.loadAll()
    const untimed = history.getSnapshot().entries
    expect(untimed.some(({ timestampSec }) => timestampSec !== undefined)).toBe(false)
    // Those of the windows' ends, and of no row.
    const count = (wanted: string) => methods.filter((method) => method === wanted).length
    expect(count('eth_getBlockByNumber')).toBeLessThan(count('eth_getLogs') / 3)
    await history.wantTimes(untimed)
    const state = history.getSnapshot()
    history.stop()
    expect(rowsOf(state, snapshot)).toEqual(whole.rows)
  })

  it('comes from the store after a reload, and only the newest blocks are asked for', async () => {
    const [alice] = PEOPLE
    const store = createMemoryStore()
    const first = await read(alice, client, store)
    const asked: string[] = []
    const request = async ({ method, params }: { method: string; params: unknown[] }) => {
      if (method === 'eth_getLogs') asked.push((params as [{ fromBlock: string }])[0].fromBlock)
      return (await client.request({ method, params } as never)) as unknown
    }
    const counting = createClient({ transport: custom({ request }, { retryCount: 0 }) })
    const again = await read(alice, counting, store)
    expect(again.rows).toEqual(first.rows)
    const head = Number(first.snapshot.block.number)
    expect(Math.min(...asked.map(Number))).toBeGreaterThan(head - 20)
    expect(asked.length).toBeLessThan(5)
  })

  it('says from which block on it knows where the RPC has no older logs', async () => {
    const [alice] = PEOPLE
    const whole = await read(alice)
    const oldest = whole.snapshot.block.number / 2n
    const request = async ({ method, params }: { method: string; params: unknown[] }) => {
      if (
        method === 'eth_getLogs' &&
        BigInt((params as [{ fromBlock: string }])[0].fromBlock) < oldest
      )
        throw Object.assign(new Error('pruned history unavailable'), { code: 4444 })
      return (await client.request({ method, params } as never)) as unknown
    }
    const pruned = createClient({ transport: custom({ request }, { retryCount: 0 }) })
    const { state, rows } = await read(alice, pruned)
    expect(state).toMatchObject({ status: 'failed', fromBlock: oldest, isWhole: false })
    expect(state.error?.message).toContain('pruned history unavailable')
    const since = whole.rows.filter(({ blockNumber }) => blockNumber >= oldest)
    const ids = since.map((row) =>
      'commitType' in row ? `${row.pool}:${row.updateIntervalId}` : '',
    )
    // That an interval concerns the account its commits alone tell.
    const known = since.filter(
      (row) => row.kind !== 'execution' || ids.includes(`${row.pool}:${row.updateIntervalId}`),
    )
    expect(rows.map(placeOf)).toEqual(known.map(placeOf))
    expect(rows.length).toBeLessThan(whole.rows.length)
    for (const [index, row] of rows.entries()) {
      const other = known[index]
      // What older commits could have a part in is left open; all that is said is right.
      if (row.kind === 'execution' && row.results === undefined) continue
      if (row.kind !== 'execution' || other?.kind !== 'execution') expect(row).toEqual(other)
      else
        for (const [place, result] of (row.results ?? []).entries())
          expect([undefined, other.results?.[place]?.received]).toContain(result.received)
    }
  })

  it('does not pass for whole where the RPC gives empty lists for old blocks', async () => {
    const [alice] = PEOPLE
    const whole = await read(alice)
    const oldest = whole.snapshot.block.number / 2n
    const rpc = await startSpoiledRpc(devnet.rpcUrl)
    rpc.spoil(async (request, ask) => {
      if (request.method !== 'eth_getLogs') return undefined
      const logs = (await ask(request)) as { blockNumber: string }[]
      const result = logs.filter(({ blockNumber }) => BigInt(blockNumber) >= oldest)
      return { body: JSON.stringify({ jsonrpc: '2.0', id: request.id, result }) }
    })
    const silent = createClient({ transport: http(rpc.url, { retryCount: 0 }) })
    const store = createMemoryStore()
    const { state, rows, snapshot } = await read(alice, silent, store)
    const fromBlock = state.fromBlock ?? 0n
    expect(state).toMatchObject({ status: 'failed', isWhole: false })
    expect(state.error).toBeInstanceOf(SilentRpcError)
    expect(fromBlock).toBeGreaterThanOrEqual(oldest)
    expect(state.fromSec).toBe((await getBlock(client, { blockNumber: fromBlock })).timestamp)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.length).toBeLessThan(whole.rows.length)
    for (const pool of snapshot.pools) {
      expect(state.reach.get(pool.facts.address.toLowerCase())?.isWhole).toBe(false)
      expect(toReadLedger(state, pool)?.past.isWhole).toBe(false)
    }
    // What was left empty is read again with the next visit, and once more when that is asked for.
    const history = createAccountHistory({ client: silent, network, account: alice, store })
    await history.refresh(snapshot.block, accountContracts(snapshot.pools))
    expect(history.getSnapshot().error).toBeInstanceOf(SilentRpcError)
    rpc.spoil()
    await history.loadAll()
    const healed = history.getSnapshot()
    history.stop()
    await rpc.stop()
    expect(healed).toMatchObject({ status: 'idle', isWhole: true, error: undefined })
    expect(rowsOf(healed, snapshot)).toEqual(whole.rows)
    expect((await read(alice, client, store)).rows).toEqual(whole.rows)
  })

  it('believes no empty answer of a node that is behind', async () => {
    const [alice] = PEOPLE
    const { blockNumber } = await order(alice)
    const { states } = await readLagging(alice, { lag: 3n })
    expect(states.some(({ status }) => status === 'waiting')).toBe(true)
    for (const state of states)
      if (state.headBlock !== undefined)
        expect(state.entries.some((entry) => entry.blockNumber === blockNumber)).toBe(true)
    expect(states.at(-1)).toMatchObject({ status: 'idle', isWhole: true })
  })

  it.each([
    ['the newest blocks are', 1],
    ['the past is', 6],
  ])('has no hole where a node that is far behind takes over while %s read', async (_, at) => {
    const [alice] = PEOPLE
    const whole = await read(alice)
    const { states, snapshot } = await readLagging(alice, { lag: 200n, at, most: 20 })
    expect(states.some(({ status }) => status === 'waiting')).toBe(true)
    const last = states.at(-1)
    expect(last).toMatchObject({ status: 'idle', isWhole: true })
    expect(last && rowsOf(last, snapshot)).toEqual(whole.rows)
  })

  it('keeps what it knows where the page opens at a node that is behind it', async () => {
    const [alice] = PEOPLE
    const store = createMemoryStore()
    await read(alice, client, store)
    await devnet.client.mine({ blocks: 30 })
    const { rows } = await read(alice, client, store)
    const node = laggingNode(
      (asked) => client.request(asked as never),
      () => 20n,
    )
    const late = createClient({ transport: custom({ request: node }, { retryCount: 0 }) })
    const behind = await snapshotOf(alice, late)
    const history = createAccountHistory({ client: late, network, account: alice, store })
    void history.refresh(behind.block, accountContracts(behind.pools))
    await expect.poll(() => history.getSnapshot().status).toBe('waiting')
    history.stop()
    expect(history.getSnapshot().error).toBeInstanceOf(LaggingRpcError)
    expect((await store.load()).entries.length).toBeGreaterThan(rows.length)
  })

  it.each([
    ['that is not final', 2],
    ['that was taken as final and stored', 20],
  ])(
    'forgets an execution in a block %s when a reorganisation takes it out',
    async (_name, blocks) => {
      const [alice] = PEOPLE
      const [market] = markets()
      if (market === undefined) throw new Error('no market')
      const store = createMemoryStore()
      const commit = await order(alice)
      const find = (rows: readonly HistoryRow[]) =>
        rows.find(({ transactionHash }) => transactionHash === commit.transactionHash)
      await devnet.client.mine({ blocks: 12 })
      await read(alice, client, store)
      const id = await devnet.client.snapshot()
      await devnet.increaseTime(market.updateIntervalSec * 2)
      const [upkeep] = await devnet.upkeep([market.pool])
      await devnet.client.mine({ blocks })
      const before = await read(alice, client, store)
      expect(find(before.rows)).toMatchObject({ execution: { transactionHash: upkeep } })
      expect(before.rows[0]?.kind).toBe('execution')

      await devnet.client.revert({ id })
      await devnet.client.mine({ blocks: blocks + 15 })
      const after = await read(alice, client, store)
      expect(find(after.rows)).toMatchObject({ kind: 'mint', execution: 'pending' })
      expect(after.rows.some(({ transactionHash }) => transactionHash === upkeep)).toBe(false)
      expect(after.rows).toEqual((await read(alice)).rows)
    },
  )
})

/**
 * Reads through a node that falls behind at the `at`th request for logs, and has caught up once it is waited for.
 *
 * @param most Blocks of one request for logs
 */
async function readLagging(
  account: Address,
  { lag, at = 0, most = Number.POSITIVE_INFINITY }: { lag: bigint; at?: number; most?: number },
) {
  let asked = 0
  let isBehind = at === 0
  const node = laggingNode(
    (request) => client.request(request as never),
    () => (isBehind ? lag : 0n),
  )
  const request = async (asking: { method: string; params: unknown[] }) => {
    if (asking.method === 'eth_getLogs') {
      const [{ fromBlock, toBlock }] = asking.params as [{ fromBlock: string; toBlock: string }]
      if (Number(toBlock) - Number(fromBlock) >= most)
        throw new Error(`range is limited to ${most} blocks`)
      if (++asked === at) isBehind = true
    }
    return node(asking)
  }
  const late = createClient({ transport: custom({ request }, { retryCount: 0 }) })
  const snapshot = await snapshotOf(account)
  const options = { client: late, network, account, store: createMemoryStore() }
  const history = createAccountHistory(options)
  const states: AccountHistoryState[] = []
  history.subscribe(() => {
    const state = history.getSnapshot()
    states.push(state)
    if (state.status === 'waiting') isBehind = false
  })
  await history.refresh(snapshot.block, accountContracts(snapshot.pools))
  await history.loadAll()
  await history.wantTimes(history.getSnapshot().entries)
  history.stop()
  return { states, snapshot }
}

function order(from: Address) {
  const market = marketOf(devnet, MARKETS[0])
  const type = CommitType.LongMint
  return sendAndWait(
    devnet.client,
    commitTransaction({ from, market, type, amountWei: 10n ** 18n }),
  )
}
