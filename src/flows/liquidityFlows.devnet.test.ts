import type { Address } from 'viem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountAddress } from '../../devnet/accounts'
import { tokenAbi } from '../../devnet/protocolAbi'
import { toBalancedAmounts } from '../analytics/secondary/balancedAmounts'
import { computeLiquidityImpact, computeLpWorth } from '../analytics/secondary/liquidityCosts'
import { computeLpFees } from '../analytics/secondary/lpFees'
import { unwrapLp } from '../analytics/secondary/unwrapLp'
import { vaultAbi } from '../chain/balancer/balancerAbi'
import { ownFunds } from '../chain/balancer/batchSwapArgs'
import { applySlippage } from '../chain/balancer/buildSwap'
import { queryExit, queryJoin, toJoinRequest } from '../chain/balancer/joinExit'
import { readLpEvents } from '../chain/balancer/readLpEvents'
import type { SecondaryPool } from '../chain/balancer/secondaryPool'
import { WAD } from '../protocol/wad'
import type { Flow } from './flow'
import { getLiquidityOut } from './getLiquidityOut'
import type { ExitPoolIntent } from './kinds/exitPool'
import type { JoinPoolIntent } from './kinds/joinPool'
import { runIntent } from './testing/runIntent'
import { onSecondaryDevnet, type SecondaryDevnet } from './testing/secondaryDevnet'

vi.setConfig({ testTimeout: 30_000 })

const BOB = accountAddress('Bob')
const MARKET = '1-BTC/USD+USDC'
/** Whose third token is not the settlement token. */
const HOP_MARKET = '1-ETH/USD+USDC'
const SLIPPAGE = 50

let chain: SecondaryDevnet
onSecondaryDevnet((started) => {
  chain = started
})
beforeEach(() => {
  vi.stubGlobal('window', {})
  vi.stubGlobal('navigator', {})
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const run = (intent: JoinPoolIntent | ExitPoolIntent) => runIntent(chain.devnet, intent, BOB)
const statuses = ({ steps }: Flow) => steps.map(({ status }) => status.at)
const lastOf = ({ steps }: Flow) => steps.at(-1)?.status
const tokensOf = (pool: SecondaryPool) => pool.tokens.map(({ address }) => address)

const balanceOf = (token: Address, account: Address = BOB): Promise<bigint> =>
  chain.devnet.client.readContract({
    ...{ address: token, abi: tokenAbi, functionName: 'balanceOf', args: [account] },
  } as const)

function balancesOf(pool: SecondaryPool): Promise<bigint[]> {
  return Promise.all(tokensOf(pool).map((token) => balanceOf(token)))
}

/** Gives Bob what a join takes, without an approval. */
async function give(pool: SecondaryPool, amounts: readonly bigint[]): Promise<void> {
  const maker = chain.sender('Market maker')
  for (const [index, token] of tokensOf(pool).entries())
    if ((amounts[index] ?? 0n) > 0n)
      await maker.call(token, tokenAbi, 'transfer', [BOB, amounts[index]])
}

async function joinIntent(
  pool: SecondaryPool,
  amountsIn: readonly bigint[],
  slippage = SLIPPAGE,
): Promise<JoinPoolIntent> {
  const join = { poolId: pool.id, tokens: tokensOf(pool), amountsIn }
  const quotedLp = await queryJoin(chain.client, chain.balancer, join, BOB)
  const minLpOut = applySlippage(quotedLp, slippage)
  const { vault } = chain.balancer
  return { kind: 'joinPool', title: 'Add', vault, ...join, quotedLp, minLpOut }
}

async function exitIntent(
  pool: SecondaryPool,
  lpIn: bigint,
  onlyToken: number | undefined,
  slippage = SLIPPAGE,
): Promise<ExitPoolIntent> {
  const exit = { poolId: pool.id, tokens: tokensOf(pool), lpIn, onlyToken }
  const quotedAmounts = await queryExit(chain.client, chain.balancer, exit, BOB)
  const minAmountsOut = quotedAmounts.map((amount) => applySlippage(amount, slippage))
  const { vault } = chain.balancer
  return { kind: 'exitPool', title: 'Remove', vault, ...exit, quotedAmounts, minAmountsOut }
}

/** What a part of the pool is in its tokens: all in proportion, or one alone. */
function partOf(pool: SecondaryPool, part: bigint, only?: number): readonly bigint[] {
  const base = (pool.tokens[only ?? 0]?.balance ?? 0n) / part
  if (only !== undefined) return pool.tokens.map((_, index) => (index === only ? base : 0n))
  return toBalancedAmounts(pool.tokens, 0, base) ?? expect.fail('an empty pool')
}

/** What the result says, read from the transaction. */
function readOut(flow: Flow, intent: JoinPoolIntent | ExitPoolIntent) {
  const status = lastOf(flow)
  const hash = status?.at === 'done' ? status.hash : undefined
  return getLiquidityOut(chain.client, intent, BOB, hash ?? expect.fail('not done'))
}

const SIZES = [
  ['a thousandth', 1_000n],
  ['a tenth', 10n],
] as const
const WAYS = [
  ['all tokens', undefined],
  ['one token', 1],
] as const
const CASES = [MARKET, HOP_MARKET].flatMap((market) =>
  WAYS.flatMap(([way, only]) =>
    SIZES.map(([size, part]) => [market, size, way, part, only] as const),
  ),
)

describe('liquidity of', () => {
  it.each(CASES)('%s, %s of it in %s, is the quote to the unit, in and out', async (...about) => {
    const [market, , , part, only] = about
    const pool = await chain.pool(market)
    const amountsIn = partOf(pool, part, only)
    await give(pool, amountsIn)
    const before = await balancesOf(pool)
    const added = await joinIntent(pool, amountsIn)
    const join = await run(added)
    expect(statuses(join).every((at) => at === 'done')).toBe(true)
    expect(await balanceOf(pool.address)).toBe(added.quotedLp)
    expect(await readOut(join, added)).toEqual([added.quotedLp])
    const taken = (await balancesOf(pool)).map((amount, index) => (before[index] ?? 0n) - amount)
    expect(taken).toEqual(amountsIn)
    // What was approved is what was taken.
    const left = (await chain.pool(market, BOB)).tokens.map(({ allowance }) => allowance)
    expect(left).toEqual(left.map(() => 0n))

    const between = await balancesOf(pool)
    const removed = await exitIntent(pool, added.quotedLp, only)
    const exit = await run(removed)
    expect(statuses(exit)).toEqual(['done'])
    expect(await balanceOf(pool.address)).toBe(0n)
    const back = (await balancesOf(pool)).map((amount, index) => amount - (between[index] ?? 0n))
    expect(back).toEqual(removed.quotedAmounts)
    expect(await readOut(exit, removed)).toEqual(removed.quotedAmounts)
  })

  it('in a pool that has changed since the quote gives at least the minimum, or is not sent and says why', async () => {
    const pool = await chain.pool(MARKET)
    const amountsIn = partOf(pool, 100n, 1)
    await give(pool, partOf(pool, 10n))
    const loose = await joinIntent(pool, amountsIn)
    const strict = await joinIntent(pool, amountsIn, 0)
    // Someone else adds the same token first: it is worth less in the pool now.
    await addAsMaker(pool, partOf(pool, 500n, 1))
    expect(lastOf(await run(strict))).toMatchObject({
      at: 'stopped',
      message: expect.stringContaining('fewer LP tokens than your minimum'),
    })
    expect(await balanceOf(pool.address)).toBe(0n)
    const join = await run(loose)
    expect(lastOf(join)?.at).toBe('done')
    const [lp = 0n] = (await readOut(join, loose)) ?? []
    expect(lp).toBe(await balanceOf(pool.address))
    expect(lp).toBeGreaterThanOrEqual(loose.minLpOut)
    expect(lp).toBeLessThan(loose.quotedLp)

    const now = await chain.pool(MARKET, BOB)
    const looseExit = await exitIntent(now, lp, 0)
    const strictExit = await exitIntent(now, lp, 0, 0)
    await swapAsMaker(now, 1, 0, (now.tokens[1]?.balance ?? 0n) / 1_000n)
    expect(lastOf(await run(strictExit))).toMatchObject({
      at: 'stopped',
      message: expect.stringContaining('less than your minimum'),
    })
    const exit = await run(looseExit)
    expect(lastOf(exit)?.at).toBe('done')
    const [out = 0n] = (await readOut(exit, looseExit)) ?? []
    expect(out).toBeGreaterThanOrEqual(looseExit.minAmountsOut[0] ?? 0n)
    expect(out).toBeLessThan(looseExit.quotedAmounts[0] ?? 0n)
  })

  it('too large a part in one token is refused by the query, in the Vault’s words', async () => {
    const pool = await chain.pool(MARKET)
    await expect(exitIntent(pool, (pool.totalSupply * 9n) / 10n, 0)).rejects.toThrow(/BAL#306/)
  })
})

async function addAsMaker(pool: SecondaryPool, amountsIn: readonly bigint[]): Promise<void> {
  const maker = chain.sender('Market maker')
  const request = toJoinRequest({ tokens: tokensOf(pool), amountsIn, minLpOut: 0n })
  const args = [pool.id, maker.address, maker.address, request]
  await maker.call(chain.balancer.vault, vaultAbi, 'joinPool', args)
}

async function swapAsMaker(pool: SecondaryPool, from: number, to: number, amount: bigint) {
  const maker = chain.sender('Market maker')
  const [assetIn, assetOut] = [tokensOf(pool)[from], tokensOf(pool)[to]]
  const single = { poolId: pool.id, kind: 0, assetIn, assetOut, amount, userData: '0x' }
  const args = [single, ownFunds(maker.address), 0n, 2n ** 40n]
  await maker.call(chain.balancer.vault, vaultAbi, 'swap', args)
}

describe('what is said of it before', () => {
  it('in proportion there is no price impact, and a share is what leaving gives, to the unit', async () => {
    const pool = await chain.pool(MARKET, accountAddress('Market maker'))
    const amountsIn = partOf(pool, 7n)
    const { quotedLp } = await joinIntent(pool, amountsIn)
    const worth = computeLpWorth(pool.tokens, pool.totalSupply, amountsIn) ?? 0n
    // The contract rounds each of its powers against the joiner.
    expect(computeLiquidityImpact(worth, quotedLp)).toBeLessThan(WAD / 1_000_000n)
    const lp = pool.held / 7n
    const { quotedAmounts } = await exitIntent(pool, lp, undefined)
    expect(quotedAmounts).toEqual(unwrapLp(pool.tokens, pool.totalSupply, lp))
  })

  it('one token costs the swap fee of the part that is swapped, and more the larger it is', async () => {
    const pool = await chain.pool(MARKET)
    const impactOf = async (part: bigint) => {
      const amountsIn = partOf(pool, part, 1)
      const { quotedLp } = await joinIntent(pool, amountsIn)
      const worth = computeLpWorth(pool.tokens, pool.totalSupply, amountsIn) ?? 0n
      return computeLiquidityImpact(worth, quotedLp) ?? 0n
    }
    const swapped = WAD - (pool.tokens[1]?.weightWad ?? 0n)
    const fee = (pool.swapFeeWad * swapped) / WAD
    const [small, large] = [await impactOf(100_000n), await impactOf(10n)]
    expect(Number(small - fee) / 1e18).toBeCloseTo(0, 4)
    expect(large).toBeGreaterThan(small * 5n)
  })
})

describe('swap fees', () => {
  it('follow from the events: the pool’s since its creation, and the part of who was in it', async () => {
    const pool = await chain.pool(MARKET)
    const { swapFeeWad } = pool
    const first = (pool.tokens[0]?.balance ?? 0n) / 1_000n
    const feeOf = (amount: bigint) => (amount * swapFeeWad + WAD - 1n) / WAD
    const readFees = async (account: Address | undefined) => {
      const now = await chain.pool(MARKET, account)
      const { vault } = chain.balancer
      const toBlock = await chain.devnet.client.getBlockNumber()
      const { events, fromBlock } = await readLpEvents({
        ...{ client: chain.client, vault, pool: now, range: { fromBlock: 0n, toBlock } },
        signal: new AbortController().signal,
      })
      expect(fromBlock).toBe(0n)
      const owner = account === undefined ? undefined : { account, farms: [] }
      return computeLpFees(events, { ...now, own: now.held }, owner)
    }
    const paidOf = ({ tokens }: Awaited<ReturnType<typeof readFees>>) =>
      tokens.find(({ token }) => token === tokensOf(pool)[0]?.toLowerCase()) ?? {
        paid: 0n,
        own: 0n,
      }
    const before = await readFees(undefined)
    expect(before.isFromCreation).toBe(true)
    await swapAsMaker(pool, 0, 1, first)
    const amountsIn = partOf(await chain.pool(MARKET), 10n)
    await give(pool, amountsIn)
    const join = await joinIntent(await chain.pool(MARKET), amountsIn)
    expect(lastOf(await run(join))?.at).toBe('done')
    const between = await chain.pool(MARKET, BOB)
    await swapAsMaker(pool, 0, 1, first * 2n)
    const after = await readFees(BOB)
    expect(after.isFromCreation).toBe(true)
    expect(after.swaps).toBe(before.swaps + 2)
    expect(paidOf(after).paid - paidOf(before).paid).toBe(feeOf(first) + feeOf(first * 2n))
    // Of the second swap alone: before it, he had nothing in the pool.
    expect(paidOf(after).own).toBe((feeOf(first * 2n) * between.held) / between.totalSupply)
  })
})
