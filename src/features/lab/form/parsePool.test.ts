import { describe, expect, it } from 'vitest'
import { toUInt } from '../../../protocol/quad'
import { validateSnapshot } from '../../../protocol/validateSnapshot'
import { WAD } from '../../../protocol/wad'
import { DEFAULT_LAB } from './labForm'
import { parseMadeUpPool } from './parsePool'

const parse = (change: Partial<typeof DEFAULT_LAB>) =>
  parseMadeUpPool({ ...DEFAULT_LAB, ...change }, 1_700_000_000)

describe('a made-up pool', () => {
  it('is what the fields say, and one that can be', () => {
    const parsed = parse({ leverage: '5', sma: '0', mint: '1.5', long: '2500000.5' })
    if (!parsed.ok) throw new Error('not parsed')
    const { snapshot, priceWad } = parsed.pool
    validateSnapshot(snapshot)
    expect(toUInt(snapshot.leverageAmount)).toBe(5n)
    expect(snapshot.oracle).toEqual({ kind: 'spot', priceWad: 3_000n * WAD })
    expect(toUInt(snapshot.mintingFee)).toBe((WAD * 15n) / 1_000n)
    expect(snapshot.longBalance).toBe(2_500_000_500_000n)
    expect(priceWad).toBe(3_000n * WAD)
    expect(snapshot.keeper).toBeUndefined()
  })

  it('pays keepers where a gas price is stated', () => {
    const parsed = parse({ gas: '0.1', eth: '2500' })
    expect(parsed.ok && parsed.pool.snapshot.keeper).toEqual({
      gasPriceWei: 10n ** 8n,
      settlementEthPriceWad: 2_500n * WAD,
      settlementTokenDecimals: 6n,
    })
  })

  it.each([
    ['leverage', '0'],
    ['leverage', '1.5'],
    ['sma', '25'],
    ['interval', '5 s'],
    ['fee', '100'],
    ['long', '0'],
    ['price', '0'],
    ['price', '1e30'],
    ['gas', '-1'],
  ] as const)('with %s of %s has that field’s problem, and no other', (key, text) => {
    const parsed = parse({ [key]: text })
    expect(parsed.ok).toBe(false)
    expect(Object.keys(parsed.ok ? {} : parsed.problems)).toEqual([key])
  })
})
