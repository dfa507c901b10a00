import { type Address, encodeFunctionData, maxUint256 } from 'viem'
import { describe, expect, it } from 'vitest'
import { sendAndWait } from '../../../devnet/controls'
import type { DeployedMarket } from '../../../devnet/deployment'
import { tokenAbi } from '../../../devnet/protocolAbi'
import { createRandom } from '../../../devnet/seededRandom'
import { type Sender, sendFrom } from '../../../devnet/sendFrom'
import { loadStakingRewards } from '../../../devnet/staking/stakingArtifact'
import {
  approveTransaction,
  claimTransaction,
  commitTransaction,
} from '../../../devnet/transactions'
import type { PoolLedger } from '../../analytics/profit/ledgerState'
import { isKnown } from '../../analytics/profit/lots'
import { sumParts } from '../../analytics/profit/profitParts'
import { accountContracts } from '../../chain/accountHistory/accountContracts'
import { createAccountHistory } from '../../chain/accountHistory/accountHistory'
import { createMemoryStore } from '../../chain/accountHistory/memoryStore'
import { toHistoryRows } from '../../chain/accountHistory/toHistoryRows'
import { toReadLedger } from '../../chain/accountHistory/toReadLedger'
import { vaultAbi } from '../../chain/balancer/balancerAbi'
import { buildSwap } from '../../chain/balancer/buildSwap'
import { toExitRequest, toJoinRequest } from '../../chain/balancer/joinExit'
import { findRoutes, type SwapRoute } from '../../chain/balancer/swapRoute'
import { createPoolHistory } from '../../chain/history/poolHistory'
import { getPoolRegistry } from '../../chain/poolRegistry'
import { getSnapshot } from '../../chain/snapshot'
import { computeStakeValue } from '../../data/stakedToken'
import { onSecondaryDevnet, type SecondaryDevnet } from '../../flows/testing/secondaryDevnet'
import { CommitType } from '../../protocol/commitType'
import { profitOf, splitLedger, type WorthOfLp } from './profitOf'

/** More of them with `npm run verify -- --ledgers N`. */
const LEDGERS = Number(process.env.VERIFY_LEDGERS ?? 2)
const SEED = Number(process.env.VERIFY_SEED ?? 5)
const ACTIONS = 70
const NEVER = 2n ** 40n
const MARKET = '3-BTC/USD+USDC'
const { abi: farmAbi } = loadStakingRewards()

let chain: SecondaryDevnet
onSecondaryDevnet((started) => {
  chain = started
})

const send = (from: Address, to: Address, abi: typeof tokenAbi, name: string, args: unknown[]) =>
  sendAndWait(chain.devnet.client, {
    from,
    to,
    data: encodeFunctionData({ abi, functionName: name, args } as never),
  })

async function swap(trader: Sender, route: SwapRoute, amountIn: bigint) {
  const { vault } = chain.balancer
  const { address, abi, functionName, args } = buildSwap(
    { vault, route, amountIn, minOut: 0n, deadlineSec: NEVER },
    trader.address,
  )
  await trader.call(address, abi, functionName, args)
}

async function join(trader: Sender, market: string, amountOf: (token: Address) => bigint) {
  const pool = await chain.pool(market)
  const tokens = pool.tokens.map(({ address }) => address)
  const request = toJoinRequest({ tokens, amountsIn: tokens.map(amountOf), minLpOut: 0n })
  const { address } = trader
  await trader.call(chain.balancer.vault, vaultAbi, 'joinPool', [
    pool.id,
    address,
    address,
    request,
  ])
}

async function exit(trader: Sender, market: string, lpIn: bigint, onlyToken: number | undefined) {
  const pool = await chain.pool(market)
  const tokens = pool.tokens.map(({ address }) => address)
  const minAmountsOut = tokens.map(() => 0n)
  const request = toExitRequest({ tokens, lpIn, onlyToken, minAmountsOut })
  const { address } = trader
  await trader.call(chain.balancer.vault, vaultAbi, 'exitPool', [
    pool.id,
    address,
    address,
    request,
  ])
}

/**
 * The Vault takes no more than 30% of a balance at once, and a claim of all that a pool has minted can be a unit more than it
 * holds, as the contracts round each account alone. A reverted transaction leaves nothing.
 */
async function orReverted(sent: Promise<unknown>): Promise<void> {
  await sent.catch((error: unknown) => {
    if (!/reverted/.test(String(error))) throw error
  })
}

const farmsOf = (...tokens: readonly Address[]) =>
  chain.staking.farms.filter(
    ({ state, stakingToken }) => state === 'running' && tokens.includes(stakingToken),
  )

async function approveAll(trader: Sender, market: DeployedMarket): Promise<void> {
  const lp = (await chain.pool(market.name)).address
  await sendAndWait(chain.devnet.client, approveTransaction(trader.address, market))
  for (const token of [market.longToken, market.shortToken, market.settlementToken, lp])
    for (const spender of [chain.balancer.vault, ...farmsOf(token).map(({ address }) => address)])
      await trader.call(token, tokenAbi, 'approve', [spender, maxUint256])
}

/** A while in which someone does everything that there is to do with a market's tokens. */
async function live(trader: Sender, market: DeployedMarket, seed: number): Promise<void> {
  const { devnet } = chain
  const random = createRandom(seed, 'outside ledger')
  const { longToken, shortToken, settlementToken } = market
  const lp = (await chain.pool(market.name)).address
  const held = (token: Address) => trader.balanceOf(token)
  const part = async (token: Address, most: number) =>
    ((await held(token)) * BigInt(Math.ceil(random.uniform() * most))) / 10_000n
  let usd = 97_000
  await approveAll(trader, market)
  for (let action = 0; action < ACTIONS; action++) {
    const dice = random.uniform()
    if (dice < 0.2) {
      const type = random.pick(Object.values(CommitType))
      const isMint = type === CommitType.LongMint || type === CommitType.ShortMint
      const isLong = type === CommitType.LongBurn || type === CommitType.LongBurnShortMint
      const token = isMint ? settlementToken : isLong ? longToken : shortToken
      const amountWei = await part(token, isMint ? 100 : 4_000)
      const order = { from: trader.address, market, type, amountWei }
      if (amountWei > 0n) await sendAndWait(devnet.client, commitTransaction(order))
    } else if (dice < 0.28)
      await orReverted(sendAndWait(devnet.client, claimTransaction(trader.address, market)))
    else if (dice < 0.48) {
      const tokens = [settlementToken, longToken, shortToken]
      const from = random.pick(tokens)
      const to = random.pick(tokens.filter((token) => token !== from))
      const amount = await part(from, from === settlementToken ? 30 : 2_000)
      const { pools } = await chain.read()
      const [route] = findRoutes(pools, from, to)
      if (route !== undefined && amount > 0n) await orReverted(swap(trader, route, amount))
    } else if (dice < 0.58) {
      const token = random.pick([longToken, shortToken, lp])
      const [farm] = farmsOf(token)
      const amount = await part(token, 7_000)
      if (farm !== undefined && amount > 0n)
        await trader.call(farm.address, farmAbi, 'stake', [amount])
    } else if (dice < 0.66) {
      const farm = random.pick(farmsOf(longToken, shortToken, lp))
      const staked = await stakedIn(farm.address, trader.address)
      if (staked > 0n && random.uniform() < 0.3)
        await trader.call(farm.address, farmAbi, 'exit', [])
      else if (staked > 1n) await trader.call(farm.address, farmAbi, 'withdraw', [staked / 2n])
    } else if (dice < 0.74) {
      const only = random.uniform() < 0.4 ? random.pick([longToken, shortToken]) : undefined
      const amounts = new Map<Address, bigint>()
      for (const token of [longToken, shortToken])
        amounts.set(token, only === undefined || only === token ? await part(token, 3_000) : 0n)
      amounts.set(settlementToken, only === undefined ? await part(settlementToken, 10) : 0n)
      const total = [...amounts.values()].reduce((sum, amount) => sum + amount, 0n)
      if (total > 1_000n)
        await orReverted(join(trader, market.name, (token) => amounts.get(token) ?? 0n))
    } else if (dice < 0.8) {
      const amount = await part(lp, 6_000)
      const only = random.uniform() < 0.4 ? Math.floor(random.uniform() * 3) : undefined
      if (amount > 10n ** 12n) await orReverted(exit(trader, market.name, amount, only))
    } else if (dice < 0.83) {
      const token = random.pick([longToken, shortToken, lp])
      const amount = await part(token, 500)
      const sink = '0x000000000000000000000000000000000000dEaD'
      if (amount > 0n) await send(trader.address, token, tokenAbi, 'transfer', [sink, amount])
    } else {
      usd *= 1 + (random.uniform() - 0.5) / 8
      await devnet.setPrice('BTC', usd)
      const intervals = random.uniform() < 0.15 ? 4 : 1
      await devnet.increaseTime(market.updateIntervalSec * intervals + 1)
      await devnet.upkeep([market.pool])
    }
  }
}

function stakedIn(farm: Address, account: Address): Promise<bigint> {
  return chain.devnet.client.readContract({
    address: farm,
    abi: farmAbi,
    functionName: 'balanceOf',
    args: [account],
  }) as Promise<bigint>
}

/** All that the app knows of an account in a market. */
async function readAll(account: Address, market: DeployedMarket) {
  const { client, network } = chain
  const registry = await getPoolRegistry(client, network)
  const { block, pools } = await getSnapshot(client, network, registry, account)
  const pool = pools.find(({ facts }) => facts.address === market.pool)
  if (pool?.account === undefined) throw new Error('no account')
  const own = createAccountHistory({ client, network, account, store: createMemoryStore() })
  await own.refresh(block, accountContracts(pools))
  const state = own.getSnapshot()
  own.stop()
  expect(state).toMatchObject({ status: 'idle', isWhole: true })
  const rows = toHistoryRows(state.entries, {
    reach: state.reach,
    currentIdOf: () => pool.snapshot.updateIntervalId,
  }).filter((row) => row.pool === market.pool)
  const ledger = toReadLedger(state, pool)?.ledger
  if (ledger === undefined) throw new Error('no ledger')
  const past = createPoolHistory({ client, network, facts: pool.facts, depthSec: 3_600n })
  await past.refresh({ block, ...pool.snapshot })
  await past.loadMore(0n)
  const history = past.getSnapshot()
  past.stop()
  const secondary = await chain.read(account)
  const worthOfLp: WorthOfLp = (address, tokens) => {
    const lp = secondary.pools.find((one) => one.address.toLowerCase() === address)
    return lp && computeStakeValue({ kind: 'lp', pool, lp }, tokens)?.worth
  }
  return { pool, position: pool.account, rows, ledger, history, secondary, worthOfLp }
}

const sum = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n)
const tokensOf = (lots: readonly { readonly tokens: bigint }[]) =>
  sum(lots.map(({ tokens }) => tokens))
const costOf = (lots: readonly { readonly cost: bigint | undefined }[]) =>
  sum(lots.map(({ cost = 0n }) => cost))

function lotCount({ open, closed, liquidity }: PoolLedger): number {
  return open.length + closed.length + liquidity.open.length + liquidity.closed.length
}

describe('over a random history with swaps, stakes and liquidity', () => {
  const seen = new Set<string>()
  it.each(Array.from({ length: LEDGERS }, (_, index) => SEED + index))(
    'every token and every unit of money is in the ledger, and the parts add up, VERIFY_SEED=%i',
    async (seed) => {
      const market = chain.market(MARKET)
      const trader = chain.sender('Alice')
      const paidBefore = await trader.balanceOf(market.settlementToken)
      await live(trader, market, seed)
      const all = await readAll(trader.address, market)
      const { pool, position, rows, ledger, history, secondary, worthOfLp } = all
      const { longBalance, shortBalance, escrow, settlementBalance } = position

      // Tokens: where the contracts say that they are.
      const lp = secondary.pools.find(({ address }) =>
        chain.deployed.pools.some((one) => one.market === MARKET && one.address === address),
      )
      const staked = async (token: Address) =>
        sum(await Promise.all(farmsOf(token).map((farm) => stakedIn(farm.address, trader.address))))
      const inFarms = {
        long: await staked(market.longToken),
        short: await staked(market.shortToken),
        lp: await staked(lp?.address ?? '0x'),
      }
      const bySide = (side: string) => tokensOf(ledger.open.filter((lot) => lot.side === side))
      expect(bySide('long')).toBe(longBalance + escrow.longTokens + inFarms.long)
      expect(bySide('short')).toBe(shortBalance + escrow.shortTokens + inFarms.short)
      expect(tokensOf(ledger.liquidity.open)).toBe((lp?.held ?? 0n) + inFarms.lp)
      const noted = (is: (of: 'long' | 'short' | { lp: string }) => boolean) =>
        tokensOf(ledger.staked.filter(({ of }) => is(of)))
      expect({
        long: noted((of) => of === 'long'),
        short: noted((of) => of === 'short'),
        lp: noted((of) => typeof of !== 'string'),
      }).toEqual(inFarms)

      // Money: what left the wallet and what came, as nothing is of unknown cost.
      expect([...ledger.open, ...ledger.closed, ...ledger.liquidity.open].every(isKnown)).toBe(true)
      expect(ledger.takenOut - ledger.putIn).toBe(
        settlementBalance + escrow.settlementTokens - paidBefore,
      )

      // Realised and unrealised are what came out, less what went in, plus what it is worth.
      const profit = profitOf(ledger, pool, worthOfLp)
      if (profit === undefined) throw new Error('no profit')
      const sentCost = costOf(ledger.sent) + costOf(ledger.liquidity.sent)
      const gain = profit.realised + profit.unrealised
      expect(gain).toBe(ledger.takenOut - ledger.putIn + profit.worth + sentCost)
      expect(profit.paidOut - profit.paidIn).toBe(ledger.takenOut - ledger.putIn)

      // And the parts make it up, with next to nothing for rounding.
      const steps = splitLedger(ledger, pool, history, 50, profit.liquidity)
      let step = steps.next()
      while (!step.done) step = steps.next()
      const split = step.value
      if (split === undefined) throw new Error('not taken apart')
      expect(sumParts(split.parts)).toBe(gain)
      const { rounding } = split.parts
      const most = BigInt(8 * lotCount(ledger))
      expect(rounding <= most && rounding >= -most).toBe(true)

      for (const { kind } of rows) seen.add(kind)
      if (seed === SEED + LEDGERS - 1)
        expect([...seen]).toEqual(
          expect.arrayContaining(['swap', 'stake', 'unstake', 'farmReward', 'join', 'exit']),
        )
      // Everything with Balancer and the farms is explained.
      const venues = [
        chain.balancer.vault,
        ...chain.staking.farms.map(({ address }) => address),
      ].map((address) => address.toLowerCase())
      for (const row of rows)
        if ('other' in row) expect(venues).not.toContain(row.other.toLowerCase())
    },
    180_000,
  )
})

describe('one swap', () => {
  it('is the premium that it paid over the last rebalance, and nothing else, until the next one', async () => {
    const market = chain.market(MARKET)
    const trader = chain.sender('Alice')
    await approveAll(trader, market)
    await chain.devnet.increaseTime(market.updateIntervalSec + 1)
    await chain.devnet.upkeep([market.pool])
    const { pools } = await chain.read()
    const [route] = findRoutes(pools, market.settlementToken, market.longToken)
    if (route === undefined) throw new Error('no route')
    const paid = 5_000_000_000n
    await swap(trader, route, paid)
    const { ledger, pool, history, rows } = await readAll(trader.address, market)
    const [row] = rows
    expect(row).toMatchObject({
      kind: 'swap',
      given: { of: 'settlement', amount: paid },
      received: { of: 'long', amount: await trader.balanceOf(market.longToken) },
      prices: { updateIntervalId: pool.snapshot.updateIntervalId - 1n },
    })
    const profit = profitOf(ledger, pool, () => undefined)
    if (profit === undefined) throw new Error('no profit')
    expect(profit).toMatchObject({ cost: paid, paidIn: paid, realised: 0n })
    const steps = splitLedger(ledger, pool, history, 50, 0n)
    let step = steps.next()
    while (!step.done) step = steps.next()
    const { parts } = step.value ?? expect.fail('not taken apart')
    expect(parts.premium + parts.keepers + parts.others + parts.rounding).toBe(profit.unrealised)
    expect(parts.premium < 0n).toBe(true)
  })

  it('for another token than the settlement token is of unknown cost, and said so', async () => {
    const market = chain.market('1-ETH/USD+USDC')
    const trader = chain.sender('Bob')
    const weth = chain.deployed.tokens.WETH.address
    await trader.mint(weth, 10n ** 18n)
    await trader.call(weth, tokenAbi, 'approve', [chain.balancer.vault, maxUint256])
    const { pools } = await chain.read()
    const [route] = findRoutes(pools, weth, market.longToken)
    if (route === undefined) throw new Error('no route')
    await swap(trader, route, 10n ** 18n)
    const { rows, ledger } = await readAll(trader.address, market)
    expect(rows[0]).toMatchObject({
      kind: 'swap',
      given: { of: 'other', token: { symbol: 'WETH', decimals: 18 }, amount: 10n ** 18n },
    })
    expect(rows[0]).not.toHaveProperty('prices')
    expect(ledger).toMatchObject({ putIn: 0n, open: [{ side: 'long', cost: undefined }] })
  })

  it('through a hop is at the settlement tokens that it cost', async () => {
    const market = chain.market('1-ETH/USD+USDC')
    const trader = chain.sender('Bob')
    await trader.call(market.settlementToken, tokenAbi, 'approve', [
      chain.balancer.vault,
      maxUint256,
    ])
    const { pools } = await chain.read()
    const [route] = findRoutes(pools, market.settlementToken, market.longToken)
    expect(route).toHaveLength(2)
    if (route === undefined) throw new Error('no route')
    await swap(trader, route, 1_000_000_000n)
    const { rows, ledger } = await readAll(trader.address, market)
    expect(rows[0]).toMatchObject({ kind: 'swap', given: { of: 'settlement' } })
    expect(ledger).toMatchObject({ putIn: 1_000_000_000n, open: [{ cost: 1_000_000_000n }] })
  })

  it('that someone else paid for is of unknown cost', async () => {
    const market = chain.market(MARKET)
    const giver = chain.sender('Carol')
    const friend = sendFrom(chain.devnet.client, chain.sender('Bob').address)
    await giver.call(market.settlementToken, tokenAbi, 'approve', [
      chain.balancer.vault,
      maxUint256,
    ])
    const { pools } = await chain.read()
    const [route] = findRoutes(pools, market.settlementToken, market.longToken)
    if (route === undefined) throw new Error('no route')
    const { vault } = chain.balancer
    const order = { vault, route, amountIn: 1_000_000n, minOut: 0n, deadlineSec: NEVER }
    const { address, abi, functionName, args } = buildSwap(order, giver.address)
    const [single, funds, ...limits] = args as readonly [unknown, object, ...unknown[]]
    const gift = [single, { ...funds, recipient: friend.address }, ...limits]
    await giver.call(address, abi, functionName, gift)
    const { rows, ledger } = await readAll(friend.address, market)
    expect(rows).toMatchObject([{ kind: 'received', side: 'long', other: vault }])
    expect(ledger).toMatchObject({ putIn: 0n, open: [{ side: 'long', cost: undefined }] })
  })
})
