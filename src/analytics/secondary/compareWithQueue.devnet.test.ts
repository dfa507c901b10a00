import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'
import { hopsOf } from '../../chain/balancer/hopsOf'
import { bestQuote, quoteSwaps } from '../../chain/balancer/quoteSwap'
import { findRoutes } from '../../chain/balancer/swapRoute'
import { getPoolRegistry } from '../../chain/poolRegistry'
import { getSnapshot } from '../../chain/snapshot'
import { onSecondaryDevnet, type SecondaryDevnet } from '../../flows/testing/secondaryDevnet'
import { WAD } from '../../protocol/wad'
import { compareWithQueue, projectQueue, type QueuedOrder } from './compareWithQueue'
import { findTurningSize } from './findTurningSize'
import { computeSwapCosts } from './spotSwap'

let chain: SecondaryDevnet
onSecondaryDevnet((started) => {
  chain = started
})

const GAS = { swapWei: 2n * 10n ** 13n, queueWei: 6n * 10n ** 13n }

/** Everything a comparison takes, of a market. */
async function open(name: string) {
  const { client, network, balancer } = chain
  const registry = await getPoolRegistry(client, network)
  const { pools, block } = await getSnapshot(client, network, registry, undefined)
  const pool = pools.find(({ facts }) => facts.name === name)?.snapshot ?? expect.fail('no pool')
  const secondary = (await chain.read()).pools
  const quote = async (tokenIn: Address, tokenOut: Address, amounts: readonly bigint[]) => {
    const routes = findRoutes(secondary, tokenIn, tokenOut)
    const requests = amounts.flatMap((amountIn) => routes.map((route) => ({ route, amountIn })))
    const quotes = await quoteSwaps(client, network.multicall3, balancer, requests)
    return amounts.map((_, index) =>
      bestQuote(quotes.slice(index * routes.length, (index + 1) * routes.length)),
    )
  }
  return { pool, secondary, quote, atSec: block.timestampSec, market: chain.market(name) }
}

describe('on the real contracts, a swap', () => {
  it('of a small size costs its fees, and of a larger one its impact too', async () => {
    const { secondary, quote, market } = await open('1-ETH/USD+USDC')
    const sizes = [1_000_000n, 2_000_000_000n]
    const [small, large] = await quote(market.settlementToken, market.longToken, sizes)
    if (small === undefined || large === undefined) throw new Error('no quote')
    const costs = (found: typeof small) => {
      const hops = hopsOf(found.route, secondary) ?? expect.fail('no hops')
      return computeSwapCosts(hops, found.amountIn, found.amountOut) ?? expect.fail('no costs')
    }
    expect(costs(small).feeWad).toBe(WAD - (997n * 997n * WAD) / 1_000_000n)
    expect(costs(small).priceImpactWad).toBeLessThan(WAD / 10_000n)
    expect(costs(large).priceImpactWad).toBeGreaterThan(10n * costs(small).priceImpactWad)
  })

  it.each(['mint', 'burn'] as const)('turns at one size against the queue: %s', async (action) => {
    const { pool, quote, atSec, market } = await open('1-BTC/USD+USDC')
    const ways = [market.settlementToken, market.longToken] as const
    const [tokenIn, tokenOut] = action === 'mint' ? ways : ([ways[1], ways[0]] as const)
    const order = (amount: bigint): QueuedOrder => ({ action, side: 'long', amount })
    const betterAt = (amount: bigint, swapOut: bigint) => {
      const queued = projectQueue(pool, undefined, order(amount), atSec)
      const compared = compareWithQueue(pool, order(amount), swapOut, queued, GAS, atSec)
      expect(compared.countsGas).toBe(true)
      return compared.better
    }
    let requests = 0
    const found = await findTurningSize(10_000n, 5_000_000_000n, async (amounts) => {
      requests++
      const quotes = await quote(tokenIn, tokenOut, amounts)
      return quotes.map((one) => one && betterAt(one.amountIn, one.amountOut) === 'now')
    })
    // A network fee is nothing to a large order, and more than a small one is worth.
    if (found.kind !== 'turns') throw new Error(found.kind)
    expect(requests).toBeLessThanOrEqual(5)
    const [before, after] = await quote(tokenIn, tokenOut, [found.upTo, found.from])
    if (before === undefined || after === undefined) throw new Error('no quote')
    expect(betterAt(found.upTo, before.amountOut)).toBe('now')
    expect(betterAt(found.from, after.amountOut)).not.toBe('now')
  })

  it('is as good as the pool’s own price, within its fee and impact', async () => {
    const { pool, quote, atSec, market } = await open('1-BTC/USD+USDC')
    const amount = 10_000_000n
    const [found] = await quote(market.settlementToken, market.longToken, [amount])
    const swapOut = found?.amountOut ?? expect.fail('no quote')
    const order: QueuedOrder = { action: 'mint', side: 'long', amount }
    const queued = projectQueue(pool, undefined, order, atSec)
    const { againstFair } = compareWithQueue(pool, order, swapOut, queued, GAS, atSec)
    const last = Number(againstFair.lastWad) / 1e18
    expect(last).toBeLessThan(-0.003)
    expect(last).toBeGreaterThan(-0.005)
  })
})
