// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { formatPercent, formatWad } from '../../format/formatRatio'
import { computeEffectiveLeverage } from '../../protocol/poolMetrics'
import { calculateValueTransfer } from '../../protocol/poolSwapLibrary'
import { fromUInt } from '../../protocol/quad'
import { WAD } from '../../protocol/wad'
import { choose, outcome, pull, show, texts } from '../testing/showTopic'

describe('skew', () => {
  it.each([
    [10, '0.11'],
    [50, '1.00'],
    [60, '1.50'],
    [90, '9.00'],
  ])('at %i %% long says S = %s', async (share, skew) => {
    await show('skew')
    await pull(share)
    expect(outcome()).toContain(`S = ${skew}`)
  })

  it.each([
    [0, 'Shorts can’t gain when the index falls, but still lose when it rises.'],
    [100, 'Longs can’t gain when the index rises, but still lose when it falls.'],
  ])('at %i %% long says that there is no counterparty', async (share, words) => {
    await show('skew')
    await pull(share)
    expect(outcome()).toBe(`No counterparty. ${words}`)
    expect(texts('circle')).toEqual([])
    const [long, short] = [BigInt(share) * WAD, BigInt(100 - share) * WAD]
    const moved = (price: bigint) =>
      calculateValueTransfer(long, short, fromUInt(3n), 100n, price, fromUInt(0n))
    const [up, down] = [moved(110n), moved(90n)]
    const side = share === 100 ? 0 : 1
    const [gains, loses] = share === 100 ? [up, down] : [down, up]
    expect(gains[side]).toBe(100n * WAD)
    expect(loses[side]).toBeLessThan(100n * WAD)
  })
})

describe('effective leverage', () => {
  it('begins with the articles’ example', async () => {
    await show('effectiveLeverage')
    expect(outcome()).toBe(
      'At a rebalancing rate of +10%, shorts gain at 1.10x and longs at 0.91x. Both lose at 1x.',
    )
  })

  it.each([
    [50, 3n],
    [100, 5n],
    [200, 3n],
  ])(
    'at a skew of %i hundredths and %ix shows what the protocol computes',
    async (skew, leverage) => {
      await show('effectiveLeverage')
      await choose(`${leverage}x pool`)
      await pull(skew)
      const gain = computeEffectiveLeverage({
        longBalance: BigInt(skew),
        shortBalance: 100n,
        leverageAmount: fromUInt(leverage),
      })
      expect(outcome()).toContain(`${formatWad(gain?.shortGainWad ?? 0n, 2)}x and longs`)
      expect(outcome()).toContain(`longs at ${formatWad(gain?.longGainWad ?? 0n, 2)}x`)
    },
  )
})

describe('rebalancing rate', () => {
  it.each([
    [50, '−50%', 'shorts pay longs'],
    [100, '0%', 'neither side pays'],
    [125, '+25%', 'longs pay shorts'],
    [200, '+100%', 'longs pay shorts'],
  ])('at a skew of %i hundredths says %s, %s', async (skew, rate, who) => {
    await show('rebalancingRate')
    await pull(skew)
    expect(outcome()).toContain(`S − 1 = ${rate}`)
    expect(outcome()).toContain(who)
    const [long, short] = [BigInt(skew) * 10n ** 22n, 10n ** 24n]
    const moved = (from: bigint, to: bigint) =>
      calculateValueTransfer(long, short, fromUInt(3n), from, to, fromUInt(0n))
    const percent = (before: bigint, now: bigint) =>
      formatPercent(((now - before) * WAD) / before, 2, { signed: true })
    const shown = texts('tbody td')
    expect([shown[0], shown[1], shown[3], shown[4]]).toEqual([
      percent(long, moved(100n, 101n)[0]),
      percent(long, moved(101n, 100n)[0]),
      percent(short, moved(101n, 100n)[1]),
      percent(short, moved(100n, 101n)[1]),
    ])
  })
})
