import { describe, expect, it } from 'vitest'
import { WAD } from '../../protocol/wad'
import { computeLpFees, type LpEvent } from './lpFees'

const ZERO = `0x${'0'.repeat(40)}`
const [ME, FARM, OTHER] = ['0xAA', '0xBB', '0xCC']
const OWNER = { account: ME, farms: [FARM] }
const NOW = { totalSupply: 400n, own: 100n, swapFeeWad: WAD / 100n }

const at = (blockNumber: bigint) => ({ blockNumber })
const swap = (amountIn: bigint, tokenIn = '0x01'): LpEvent => ({
  ...{ ...at(1n), kind: 'swap', tokenIn, amountIn },
})
const transfer = (from: string, to: string, amount: bigint): LpEvent => ({
  ...{ ...at(1n), kind: 'transfer', from, to, amount },
})

describe('swap fees', () => {
  it('are added up for each token, rounded up as the pool does, with the part of the account', () => {
    const fees = computeLpFees([swap(1_000n), swap(101n), swap(800n, '0x02')], NOW, OWNER)
    expect(fees).toEqual({
      swaps: 3,
      knownFrom: undefined,
      isFromCreation: false,
      tokens: [
        { token: '0x02', paid: 8n, own: 2n },
        { token: '0x01', paid: 12n, own: 2n },
      ],
    })
  })

  it('count as whose they were: before an add the account had none, and in a farm it still has them', () => {
    const events = [
      swap(10_000n),
      transfer(ZERO, ME.toLowerCase(), 100n),
      swap(10_000n),
      transfer(ME, FARM, 60n),
      swap(10_000n),
      transfer(FARM, ME, 60n),
      transfer(OTHER, FARM, 9n),
      transfer(ME, ZERO, 100n),
    ]
    const after = { ...NOW, totalSupply: 300n, own: 0n }
    const [fees] = computeLpFees(events, after, OWNER).tokens
    expect(fees).toEqual({ token: '0x01', paid: 300n, own: 50n })
  })

  it('without an account are the pool’s alone', () => {
    const [fees] = computeLpFees([swap(500n)], { ...NOW, own: 0n }, undefined).tokens
    expect(fees).toEqual({ token: '0x01', paid: 5n, own: 0n })
  })

  it('are at the swap fee of their time, and end where that is not known', () => {
    const changed = (block: bigint, swapFeeWad: bigint): LpEvent => ({
      ...{ ...at(block), kind: 'feeChanged', swapFeeWad },
    })
    const events = [
      swap(1_000n),
      changed(5n, WAD / 10n),
      swap(1_000n),
      changed(8n, WAD / 100n),
      swap(1_000n),
    ]
    const { tokens, knownFrom, swaps } = computeLpFees(events, NOW, OWNER)
    expect([tokens[0]?.paid, knownFrom, swaps]).toEqual([110n, 5n, 2])
  })

  it('are all there are once the events reach back to the empty pool', () => {
    const events = [transfer(ZERO, ZERO, 10n), transfer(ZERO, ME, 390n), swap(1_000n)]
    const after = { ...NOW, own: 390n }
    expect(computeLpFees(events, after, OWNER)).toMatchObject({ isFromCreation: true, swaps: 1 })
  })

  it('are not made up from transfers that do not add up', () => {
    expect(() => computeLpFees([transfer(OTHER, ME, 101n)], NOW, OWNER)).toThrow(RangeError)
  })
})
