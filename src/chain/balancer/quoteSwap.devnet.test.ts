import { parseEventLogs } from 'viem'
import { simulateContract } from 'viem/actions'
import { describe, expect, it } from 'vitest'
import { accountAddress } from '../../../devnet/accounts'
import { estimateSwapOut } from '../../analytics/secondary/estimateSwap'
import { unwrapLp } from '../../analytics/secondary/unwrapLp'
import { onSecondaryDevnet, type SecondaryDevnet } from '../../flows/testing/secondaryDevnet'
import { vaultAbi } from './balancerAbi'
import { applySlippage, buildSwap } from './buildSwap'
import { hopsOf } from './hopsOf'
import { queryExit, queryJoin, toExitRequest, toJoinRequest } from './joinExit'
import { bestQuote, quoteSwaps, type SwapQuote } from './quoteSwap'
import { findRoutes } from './swapRoute'

let chain: SecondaryDevnet
onSecondaryDevnet((started) => {
  chain = started
})

const NEVER = 2n ** 40n

async function quote(
  tokenIn: `0x${string}`,
  tokenOut: `0x${string}`,
  amountIn: bigint,
): Promise<SwapQuote> {
  const { pools } = await chain.read()
  const requests = findRoutes(pools, tokenIn, tokenOut).map((route) => ({ route, amountIn }))
  const quotes = await quoteSwaps(chain.client, chain.network.multicall3, chain.balancer, requests)
  return bestQuote(quotes) ?? expect.fail('no quote')
}

/** Sends a swap, and what it has brought by the account's balance. */
async function swapped(order: SwapQuote, minOut = 0n) {
  const trader = chain.sender('Bob')
  const tokenOut = order.route.at(-1)?.tokenOut ?? '0x'
  await chain.fund(trader, order.route[0].tokenIn, order.amountIn)
  const before = await trader.balanceOf(tokenOut)
  const vault = chain.balancer.vault
  const { address, abi, functionName, args } = buildSwap(
    { ...order, vault, minOut, deadlineSec: NEVER },
    trader.address,
  )
  await trader.call(address, abi, functionName, args)
  return (await trader.balanceOf(tokenOut)) - before
}

describe('a swap in an unchanged state gives the quote, to the unit', () => {
  it.each([1_000_000n, 2_500_000_000n])('for %s units of a pool token', async (amount) => {
    const market = chain.market('1-BTC/USD+USDC')
    const order = await quote(market.longToken, market.settlementToken, amount)
    expect(order.route).toHaveLength(1)
    expect(await swapped(order, order.amountOut)).toBe(order.amountOut)
  })

  it.each([1_000_000n, 900_000_000n])('for %s units over two hops, both ways', async (amount) => {
    const market = chain.market('1-ETH/USD+USDC')
    const sale = await quote(market.longToken, market.settlementToken, amount)
    expect(sale.route).toHaveLength(2)
    expect(await swapped(sale, sale.amountOut)).toBe(sale.amountOut)
    const purchase = await quote(market.settlementToken, market.longToken, amount)
    expect(await swapped(purchase, purchase.amountOut)).toBe(purchase.amountOut)
  })

  it('in a market that settles in BAL', async () => {
    const market = chain.market('5-ETH/USD+BAL')
    const order = await quote(market.settlementToken, market.shortToken, 10n ** 20n)
    expect(await swapped(order, order.amountOut)).toBe(order.amountOut)
  })
})

describe('an estimate from the balances', () => {
  it.each([2_000_000n, 2_500_000_000n])('of %s units is about the quote', async (amount) => {
    const { pools } = await chain.read()
    for (const name of ['1-BTC/USD+USDC', '1-ETH/USD+USDC']) {
      const { settlementToken, longToken } = chain.market(name)
      const order = await quote(settlementToken, longToken, amount)
      const hops = hopsOf(order.route, pools) ?? expect.fail('no hops')
      const estimate = estimateSwapOut(hops, amount) ?? expect.fail('no estimate')
      expect(Number(estimate) / Number(order.amountOut)).toBeCloseTo(1, 5)
    }
  })
})

describe('the Vault', () => {
  it.each(['1-BTC/USD+USDC', '1-ETH/USD+USDC'])(
    'gives no less than the limit in %s',
    async (name) => {
      const market = chain.market(name)
      const order = await quote(market.longToken, market.settlementToken, 50_000_000n)
      await expect(swapped(order, order.amountOut + 1n)).rejects.toThrow()
      const trader = accountAddress('Bob')
      const swap = { ...order, vault: chain.balancer.vault, deadlineSec: NEVER }
      const request = buildSwap({ ...swap, minOut: order.amountOut + 1n }, trader)
      await expect(
        simulateContract(chain.client, { ...request, account: trader } as never),
      ).rejects.toThrow('BAL#507')
      const late = buildSwap({ ...swap, minOut: 0n, deadlineSec: 1n }, trader)
      await expect(
        simulateContract(chain.client, { ...late, account: trader } as never),
      ).rejects.toThrow('BAL#508')
    },
  )
})

describe('a quote', () => {
  it('is missing where the Vault would revert, and others of the request are there', async () => {
    const market = chain.market('1-BTC/USD+USDC')
    const { pools } = await chain.read()
    const [route] = findRoutes(pools, market.longToken, market.settlementToken)
    if (route === undefined) throw new Error('no route')
    const [tooMuch, small] = await quoteSwaps(
      chain.client,
      chain.network.multicall3,
      chain.balancer,
      // More than 30% of the balance.
      [10n ** 15n, 1_000n].map((amountIn) => ({ route, amountIn })),
    )
    expect(tooMuch).toBeUndefined()
    expect(small?.amountOut).toBeGreaterThan(0n)
  })

  it('leaves the chain as it was', async () => {
    const before = await chain.read()
    const market = chain.market('1-BTC/USD+USDC')
    await quote(market.longToken, market.settlementToken, 50_000_000n)
    expect((await chain.read()).pools).toEqual(before.pools)
  })
})

describe('liquidity', () => {
  const all = async () => {
    const pool = await chain.pool('1-BTC/USD+USDC')
    return { pool, poolId: pool.id, tokens: pool.tokens.map(({ address }) => address) }
  }

  it.each([
    ['balanced', [5n, 5n, 5n]],
    ['of one token', [0n, 7n, 0n]],
  ] as const)('that is put in, %s, gives the LP tokens of the query', async (_, permille) => {
    const { pool, poolId, tokens } = await all()
    const amountsIn = pool.tokens.map(
      ({ balance }, index) => (balance * (permille[index] ?? 0n)) / 1_000n,
    )
    const trader = chain.sender('Bob')
    for (const [index, token] of tokens.entries())
      await chain.fund(trader, token, amountsIn[index] ?? 0n)
    const join = { poolId, tokens, amountsIn }
    const lp = await queryJoin(chain.client, chain.balancer, join, trader.address)
    const request = toJoinRequest({ ...join, minLpOut: lp })
    await trader.call(chain.balancer.vault, vaultAbi, 'joinPool', [
      poolId,
      trader.address,
      trader.address,
      request,
    ])
    expect((await chain.pool('1-BTC/USD+USDC', trader.address)).held).toBe(lp)
  })

  it.each([undefined, 1])(
    'that is taken out (only token: %s) gives the amounts of the query',
    async (onlyToken) => {
      const { pool, poolId, tokens } = await all()
      const trader = chain.sender('Bob')
      const lpIn = pool.totalSupply / 50n
      await chain.fund(trader, pool.address, lpIn)
      const exit = { poolId, tokens, lpIn, onlyToken }
      const amounts = await queryExit(chain.client, chain.balancer, exit, trader.address)
      const request = toExitRequest({ ...exit, minAmountsOut: amounts })
      const { logs } = await trader.call(chain.balancer.vault, vaultAbi, 'exitPool', [
        poolId,
        trader.address,
        trader.address,
        request,
      ])
      const [event] = parseEventLogs({ abi: vaultAbi, logs, eventName: 'PoolBalanceChanged' })
      expect(event?.args.deltas.map((delta) => -delta)).toEqual(amounts)
      expect(amounts.filter((amount) => amount > 0n)).toHaveLength(onlyToken === undefined ? 3 : 1)
      if (onlyToken === undefined)
        expect(unwrapLp(pool.tokens, pool.totalSupply, lpIn)).toEqual(amounts)
    },
  )
})

describe('slippage', () => {
  it('is rounded in favour of the one who swaps', () => {
    expect(applySlippage(10_001n, 50)).toBe(9_951n)
    expect(applySlippage(10_000n, 50)).toBe(9_950n)
    expect(applySlippage(7n, 0)).toBe(7n)
    expect(() => applySlippage(7n, 10_001)).toThrow(RangeError)
  })
})
