import { describe, expect, it } from 'vitest'
import { fromUInt } from '../../protocol/quad'
import type { PoolSnapshot } from '../../protocol/snapshot'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { WAD } from '../../protocol/wad'
import { legsOutlook } from '../legsOutlook'
import { OutlookError } from '../outlook'
import { commitSlot, tokenPrice } from '../poolFigures'
import {
  compareWithQueue,
  computeQueueSpread,
  projectQueue,
  type QueuedOrder,
} from './compareWithQueue'

const POOL: PoolSnapshot = {
  ...SAMPLE_POOL,
  mintingFee: fromUInt(WAD / 1_000n),
  oracle: { kind: 'spot', priceWad: 1_515n * WAD },
  keeper: {
    gasPriceWei: 1n,
    settlementEthPriceWad: 2_000n * WAD,
    settlementTokenDecimals: 18n,
  },
}
const AT = POOL.timestampSec
const MINT: QueuedOrder = { action: 'mint', side: 'long', amount: 1_000n * WAD }
const BURN: QueuedOrder = { action: 'burn', side: 'short', amount: 1_000n * WAD }
const NO_GAS = { swapWei: 0n, queueWei: 0n }

function compared(
  order: QueuedOrder,
  swapOut: (queueOut: bigint) => bigint,
  gas = NO_GAS,
  pool = POOL,
) {
  const queued = projectQueue(pool, undefined, order, AT)
  const { adds } = queued
  const queueOut = adds.longTokens + adds.shortTokens + adds.settlementTokens
  return { queueOut, ...compareWithQueue(pool, order, swapOut(queueOut), queued, gas, AT) }
}

describe('a swap beside the queue', () => {
  it('shows the engine’s projection of a commit sent now', () => {
    const { queue, queueOut } = compared(MINT, (out) => out)
    const { updateIntervalId, executesAtSec } = commitSlot(POOL, AT)
    const leg = { commitType: 2, amount: MINT.amount } as const
    expect(queueOut).toBe(legsOutlook(POOL, undefined, [leg], updateIntervalId).adds.longTokens)
    expect(queue).toMatchObject({ out: queueOut, updateIntervalId, executesAtSec })
    expect(queue.waitSec).toBe(executesAtSec - AT)
  })

  it('is better with more tokens, and by how many', () => {
    expect(compared(MINT, (out) => out + 5n)).toMatchObject({ better: 'now', moreBy: 5n })
    expect(compared(MINT, (out) => out - 5n)).toMatchObject({ better: 'queue', moreBy: 5n })
    expect(compared(BURN, (out) => out)).toMatchObject({ better: undefined, moreBy: 0n })
  })

  it('counts network fees in what comes out', () => {
    // 0.001 ETH more are two settlement tokens.
    const gas = { swapWei: 10n ** 15n, queueWei: 2n * 10n ** 15n }
    const burn = compared(BURN, (out) => out, gas)
    expect(burn).toMatchObject({ better: 'now', moreBy: 2n * WAD, countsGas: true })
    expect(burn.queue.netOut).toBe(burn.queueOut - 4n * WAD)
    const mint = compared(MINT, (out) => out, gas)
    const priceWad = (MINT.amount * 999n * WAD) / 1_000n / mint.queueOut
    expect(Number(mint.moreBy) / 1e18).toBeCloseTo(2 / (Number(priceWad) / 1e18), 6)
    const { keeper: _, ...unpriced } = POOL
    expect(compared(BURN, (out) => out, gas, unpriced)).toMatchObject({
      better: undefined,
      countsGas: false,
    })
  })

  it('tells what it gives against the pool’s own prices', () => {
    const last = tokenPrice(POOL, 'short').wad
    const fair = (BURN.amount * last) / WAD
    const { againstFair } = compared(BURN, () => (fair * 99n) / 100n)
    expect(Number(againstFair.lastWad) / 1e18).toBeCloseTo(-0.01, 9)
    expect(againstFair.executingWad).not.toBe(againstFair.lastWad)
    // At the executing price the queue without its fee is fair.
    const free = { ...POOL, mintingFee: fromUInt(0n) }
    const { againstFair: exact } = compared(MINT, (out) => out, NO_GAS, free)
    expect(Math.abs(Number(exact.executingWad))).toBeLessThan(1e6)
  })

  it('has no queue to compare with in a paused pool', () => {
    expect(() => projectQueue({ ...POOL, paused: true }, undefined, MINT, AT)).toThrow(OutlookError)
  })

  it('avoids a spread: the queue’s outcome moves with the index', () => {
    const { down, up } = computeQueueSpread(POOL, undefined, MINT, AT, 200)
    const { queueOut } = compared(MINT, (out) => out)
    // Long tokens are cheaper after a fall.
    expect(down).toBeGreaterThan(queueOut)
    expect(up).toBeLessThan(queueOut)
    const short = computeQueueSpread(POOL, undefined, { ...BURN, side: 'short' }, AT, 200)
    expect(short.down).toBeGreaterThan(short.up)
  })
})
