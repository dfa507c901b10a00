// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { formatPrice } from '../../format/formatRatio'
import {
  appropriateUpdateIntervalId,
  calculateValueTransfer,
  getLossAmount,
  getLossMultiplier,
  getRatio,
} from '../../protocol/poolSwapLibrary'
import { fromUInt } from '../../protocol/quad'
import { getPrice, poll } from '../../protocol/smaOracle'
import { WAD } from '../../protocol/wad'
import { lossShares } from '../lossShares'
import { choose, outcome, pull, show, texts } from '../testing/showTopic'

describe('power leverage', () => {
  it.each([
    ['3x pool', -10, ['29.13%', '27.10%', '30.00%']],
    ['3x pool', 10, ['26.62%', '24.87%', '30.00%']],
    ['1x pool', -50, ['46.21%', '50.00%', '50.00%']],
    ['5x pool', 50, ['93.11%', '86.83%', '100.00%']],
    ['3x pool', 0, ['0.00%', '0.00%', '0.00%']],
  ])('%s, index by %i %%', async (pool, move, shares) => {
    await show('powerLeverage')
    await choose(pool)
    await pull(move)
    expect(texts('dd')).toEqual(shares)
  })

  it('computes with the library', () => {
    const balance = 10n ** 24n
    for (const leverage of [1n, 3n, 5n])
      for (const move of [-50, -7, 1, 33, 50]) {
        const [from, to] = [100n * WAD, BigInt(100 + move) * WAD]
        const amount = fromUInt(leverage)
        const [long, short] = calculateValueTransfer(
          balance,
          balance,
          amount,
          from,
          to,
          fromUInt(0n),
        )
        const multiplier = getLossMultiplier(getRatio(to, from), BigInt(move), amount)
        const { deployed, power } = lossShares(leverage, move)
        expect(deployed).toBe(((balance - (move < 0 ? long : short)) * WAD) / balance)
        expect(power).toBe((getLossAmount(multiplier, balance) * WAD) / balance)
        expect(deployed).toBeLessThan(WAD)
      }
  })

  it('names the most that one rebalance can take', async () => {
    await show('powerLeverage')
    expect(outcome()).toContain('Maximum per rebalance: 99.51%.')
    await pull(-50)
    expect(outcome()).toContain('With plain leverage they’d be liquidated')
  })
})

describe('SMA', () => {
  const prices = [1440n, 1470n, 1455n, 1490n, 1480n, 1505n, 1515n, 1485n].map((p) => p * WAD)

  it.each([1_200, 1_480, 1_680, 1_800])(
    'at a spot price of %i shows the next average',
    async (spot) => {
      await show('sma')
      await pull(spot)
      const oracle = {
        kind: 'sma',
        prices,
        periodCount: 8n,
        numPeriods: 8n,
        lastUpdateSec: 0n,
        updateIntervalSec: 3_600n,
        scaler: WAD,
        spotPrice: BigInt(spot),
      } as const
      const next = getPrice(poll(oracle, 3_600n))
      expect(texts('dd')).toEqual([formatPrice(getPrice(oracle)), formatPrice(next)])
      expect(outcome()).toContain(formatPrice(next))
    },
  )
})

describe('queue', () => {
  it.each([
    ['15 min', 0, 100, '13:00'],
    ['15 min', 44, 100, '13:00'],
    ['15 min', 45, 101, '14:00'],
    ['15 min', 60, 101, '14:00'],
    ['15 min', 120, 102, '15:00'],
    ['90 min', 0, 101, '14:00'],
    ['90 min', 29, 101, '14:00'],
    ['90 min', 30, 102, '15:00'],
    ['90 min', 120, 103, '16:00'],
  ])(
    'front-running interval %s, commit at minute %i: interval %i at %s',
    async (way, at, id, clock) => {
      await show('queue')
      await choose(way)
      await pull(at)
      expect(outcome()).toContain(`interval ${id} and executes at ${clock} at the earliest`)
      const upkeeps = Math.floor(at / 60)
      const minutes = BigInt(Number.parseInt(way, 10)) * 60n
      const last = BigInt(upkeeps) * 3_600n
      expect(
        appropriateUpdateIntervalId(
          BigInt(at) * 60n,
          last,
          minutes,
          3_600n,
          100n + BigInt(upkeeps),
        ),
      ).toBe(BigInt(id))
    },
  )
})

describe('escrow', () => {
  it.each([
    [0, '100 USDC is in your wallet'],
    [1, '100 USDC is in the pool'],
    [2, 'minted at 1.25 USDC. Your 80 L tokens are in escrow'],
    [3, 'Your 80 L tokens are in your wallet'],
  ])('step %i: %s', async (step, words) => {
    await show('escrow')
    await pull(step)
    expect(outcome()).toContain(words)
  })
})
