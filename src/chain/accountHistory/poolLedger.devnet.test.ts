import {
  type Address,
  type Client,
  createClient,
  encodeFunctionData,
  erc20Abi,
  http,
  zeroAddress,
} from 'viem'
import { readContract } from 'viem/actions'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import { sendAndWait } from '../../../devnet/controls'
import type { DeployedMarket } from '../../../devnet/deployment'
import type { Devnet } from '../../../devnet/devnet'
import { marketOf } from '../../../devnet/marketOf'
import { pickMarkets } from '../../../devnet/markets'
import { startQuietDevnet } from '../../../devnet/quietDevnet'
import { createRandom } from '../../../devnet/seededRandom'
import {
  approveTransaction,
  claimTransaction,
  commitTransaction,
} from '../../../devnet/transactions'
import { sumParts } from '../../analytics/profit/profitParts'
import { splitLot } from '../../analytics/profit/splitLot'
import { CommitType } from '../../protocol/commitType'
import { createPoolHistory } from '../history/poolHistory'
import { toSideHistory } from '../history/toSideHistory'
import { type Network, resolveNetwork } from '../network'
import { getPoolRegistry } from '../poolRegistry'
import { getSnapshot } from '../snapshot'
import { accountContracts } from './accountContracts'
import { createAccountHistory } from './accountHistory'
import { createMemoryStore } from './memoryStore'
import { toHistoryRows } from './toHistoryRows'
import { toReadLedger } from './toReadLedger'

const ACCOUNTS = [accountAddress('Alice'), accountAddress('Bob'), accountAddress('Carol')] as const
/** Spot with both fees; and an average with a moving minting fee and three intervals of front-running. */
const MARKETS = ['5-ETH/USD+BAL', '3-BTC/USD+USDC'] as const
const ACTIONS = 90
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
}, 60_000)
afterAll(() => devnet.stop())

const balanceOf = (token: Address, owner: Address) =>
  readContract(client, {
    address: token,
    abi: erc20Abi,
    functionName: 'balanceOf',
    args: [owner],
  })

/** What some people do with a market in a while, late keepers and transfers among them. */
async function live(market: DeployedMarket, seed: number): Promise<void> {
  const random = createRandom(seed, 'ledger')
  const symbol = market.name.includes('BTC') ? 'BTC' : 'ETH'
  let usd = symbol === 'BTC' ? 97_000 : 3_400
  for (const account of ACCOUNTS)
    await sendAndWait(devnet.client, approveTransaction(account, market))
  for (let action = 0; action < ACTIONS; action++) {
    const account = random.pick(ACCOUNTS)
    const dice = random.uniform()
    if (dice < 0.45) {
      const type = random.pick(TYPES)
      const isMint = type === CommitType.LongMint || type === CommitType.ShortMint
      const isLong = type === CommitType.LongBurn || type === CommitType.LongBurnShortMint
      const token = isMint ? market.settlementToken : isLong ? market.longToken : market.shortToken
      const has = await balanceOf(token, account)
      const amountWei = (has * BigInt(Math.ceil(random.uniform() * 40))) / (isMint ? 10_000n : 100n)
      if (amountWei === 0n) continue
      const order = { from: account, market, type, amountWei }
      await sendAndWait(devnet.client, commitTransaction(order))
    } else if (dice < 0.6) await sendAndWait(devnet.client, claimTransaction(account, market))
    else if (dice < 0.68) {
      const token = random.pick([market.longToken, market.shortToken])
      const amount = (await balanceOf(token, account)) / 3n
      const args = [random.pick(ACCOUNTS), amount] as const
      const data = encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args })
      await sendAndWait(devnet.client, { from: account, to: token, data })
    } else {
      usd *= 1 + (random.uniform() - 0.5) / 8
      await devnet.setPrice(symbol, usd)
      const intervals = random.uniform() < 0.15 ? 4 : 1
      await devnet.increaseTime(market.updateIntervalSec * intervals + 1)
      await devnet.upkeep([market.pool])
    }
  }
}

describe('tokens that go where no one has them', () => {
  const DEAD = '0x000000000000000000000000000000000000dEaD'
  const [alice] = ACCOUNTS
  let undo: `0x${string}`
  beforeEach(async () => {
    undo = await devnet.client.snapshot()
  })
  afterEach(() => devnet.client.revert({ id: undo }))

  /** Alice's rows and lots, and what her wallet and escrow hold. */
  async function readAlice(market: DeployedMarket) {
    const registry = await getPoolRegistry(client, network)
    const { block, pools } = await getSnapshot(client, network, registry, alice)
    const pool = pools.find(({ facts }) => facts.address === market.pool)
    const history = createAccountHistory({
      client,
      network,
      account: alice,
      store: createMemoryStore(),
    })
    await history.refresh(block, accountContracts(pools))
    const state = history.getSnapshot()
    history.stop()
    const ledger = pool && toReadLedger(state, pool)?.ledger
    if (pool?.account === undefined || ledger === undefined) throw new Error('not read')
    const options = { reach: state.reach, currentIdOf: () => pool.snapshot.updateIntervalId }
    const rows = toHistoryRows(state.entries, options).filter((row) => row.pool === market.pool)
    return { ledger, rows, held: pool.account.longBalance + pool.account.escrow.longTokens }
  }

  const send = (market: DeployedMarket, to: Address, amount: bigint) => {
    const data = encodeFunctionData({
      abi: erc20Abi,
      functionName: 'transfer',
      args: [to, amount],
    })
    return sendAndWait(devnet.client, { from: alice, to: market.longToken, data })
  }

  it.each(MARKETS)(
    'leave the lots of %s once, and none goes by a transfer to oneself',
    async (name) => {
      const market = marketOf(devnet, name)
      await sendAndWait(devnet.client, approveTransaction(alice, market))
      const amountWei = (await balanceOf(market.settlementToken, alice)) / 1_000n
      const order = { from: alice, market, type: CommitType.LongMint, amountWei }
      for (const _lot of [1, 2]) {
        await sendAndWait(devnet.client, commitTransaction(order))
        for (let upkeep = 0; upkeep < 5; upkeep++) {
          await devnet.increaseTime(market.updateIntervalSec + 1)
          await devnet.upkeep([market.pool])
        }
      }
      await sendAndWait(devnet.client, claimTransaction(alice, market))
      const before = await readAlice(market)
      const tokens = before.held
      expect(before.ledger.open).toHaveLength(2)

      await send(market, alice, tokens)
      const same = await readAlice(market)
      expect(same.rows).toEqual(before.rows)
      expect(same.ledger).toEqual(before.ledger)

      await expect(send(market, zeroAddress, 1n)).rejects.toThrow()
      const part = (tokens * 2n) / 3n
      await send(market, DEAD, part)
      // The pool has no use for tokens that it is sent either.
      await send(market, market.pool, tokens / 12n)
      const after = await readAlice(market)
      const gone = part + tokens / 12n
      expect(after.held).toBe(tokens - gone)
      const [toPool, toDead, ...older] = after.rows
      expect([toDead, toPool]).toMatchObject([
        { kind: 'sent', side: 'long', tokens: part, other: DEAD },
        { kind: 'sent', side: 'long', tokens: tokens / 12n, other: market.pool },
      ])
      expect(older).toEqual(before.rows)
      const sumOf = (lots: readonly { tokens: bigint; cost: bigint | undefined }[]) => ({
        tokens: lots.reduce((sum, lot) => sum + lot.tokens, 0n),
        cost: lots.reduce((sum, lot) => sum + (lot.cost ?? 0n), 0n),
      })
      const [open, sent] = [sumOf(after.ledger.open), sumOf(after.ledger.sent)]
      expect([open.tokens, sent.tokens]).toEqual([tokens - gone, gone])
      // First in, first out, at cost: nothing is gained and nothing is lost of what was put in.
      expect(open.cost + sent.cost).toBe(2n * amountWei)
      expect(
        after.ledger.open.every(({ mintedIn }) => mintedIn === before.ledger.open[1]?.mintedIn),
      ).toBe(true)
      expect(after.ledger).toMatchObject({ closed: [], putIn: 2n * amountWei, takenOut: 0n })
    },
  )
})

describe.each(MARKETS)('in %s, over a random history of three accounts', (name) => {
  it('lots hold all tokens and all money, and their parts add up to the unit', async () => {
    const market = marketOf(devnet, name)
    const paidBefore = await Promise.all(
      ACCOUNTS.map((account) => balanceOf(market.settlementToken, account)),
    )
    await live(market, 7)
    const registry = await getPoolRegistry(client, network)
    let lots = 0
    for (const [index, account] of ACCOUNTS.entries()) {
      const { block, pools } = await getSnapshot(client, network, registry, account)
      const pool = pools.find(({ facts }) => facts.address === market.pool)
      if (pool?.account === undefined) throw new Error('no account')
      const { longBalance, shortBalance, escrow, settlementBalance } = pool.account
      const own = createAccountHistory({ client, network, account, store: createMemoryStore() })
      await own.refresh(block, accountContracts(pools))
      const read = toReadLedger(own.getSnapshot(), pool)
      own.stop()
      if (read === undefined) throw new Error('not read')
      const { ledger, past } = read
      if (ledger === undefined) throw new Error('no ledger')
      expect(past.isWhole).toBe(true)
      const tokens = (side: string) =>
        ledger.open.reduce((sum, lot) => (lot.side === side ? sum + lot.tokens : sum), 0n)
      expect(tokens('long')).toBe(longBalance + escrow.longTokens)
      expect(tokens('short')).toBe(shortBalance + escrow.shortTokens)
      const unknown = ledger.closed.filter(({ cost }) => cost === undefined)
      const fromUnknown = unknown.reduce(
        (sum, { proceeds, burnedIn, side }) =>
          // What was flipped did not come out.
          past.commits.some(
            ({ updateIntervalId, commitType }) =>
              updateIntervalId === burnedIn &&
              commitType === (side === 'long' ? CommitType.LongBurn : CommitType.ShortBurn),
          )
            ? sum + proceeds
            : sum,
        0n,
      )
      expect(ledger.takenOut + fromUnknown - ledger.putIn).toBe(
        settlementBalance + escrow.settlementTokens - (paidBefore[index] ?? 0n),
      )

      const history = createPoolHistory({ client, network, facts: pool.facts, depthSec: 3_600n })
      const { snapshot } = pool
      await history.refresh({ block, ...snapshot })
      await history.loadMore(0n)
      const state = history.getSnapshot()
      history.stop()
      const known = [...ledger.open, ...ledger.closed].filter(({ cost }) => cost !== undefined)
      for (const lot of known) {
        const side = toSideHistory(state, snapshot, lot.side, lot.mintedIn ?? 0n)
        if (side === undefined) throw new Error('the past is not known to the unit')
        const { parts, value } = splitLot(lot, side)
        expect(sumParts(parts)).toBe(value - (lot.cost ?? 0n))
        expect(parts.rounding >= -8n && parts.rounding <= 8n).toBe(true)
        lots++
      }
    }
    expect(lots).toBeGreaterThan(5)
  }, 120_000)
})
