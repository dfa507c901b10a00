import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'
import type { Execution } from '../../chain/commits/getExecution'
import type { PoolFacts } from '../../chain/poolFacts'
import type { CommitProjection } from '../../flows/kinds/commit'
import { WAD } from '../../protocol/wad'
import { DifferenceText } from './DifferenceText'
import { type Difference, describeCauses, describeInterval, differences } from './describeOutcome'

const token = (symbol: string) => ({ address: '0x' as Address, symbol, decimals: 6 })
const FACTS = {
  settlementToken: token('USDC'),
  longToken: token('L'),
  shortToken: token('S'),
} as PoolFacts
const PROJECTION: CommitProjection = {
  atBlock: 1n,
  intervalId: 5n,
  spotPrice: 3_400n * WAD,
  longTokens: 1_000_000n,
  shortTokens: 0n,
  settlementTokens: 2_000_000n,
}
const EXECUTION: Execution = {
  transactionHash: '0x',
  blockNumber: 2n,
  timestampSec: 0n,
  prices: { startWad: 3_400n * WAD, endWad: 3_400n * WAD },
  earlierRebalances: 0,
  earlierRewards: 0n,
  othersCommits: 0,
}
const SPOT = { kind: 'spot', priceWad: 0n } as const

/** As it reads on the screen. */
const textOf = (of: Difference) =>
  renderToStaticMarkup(createElement(DifferenceText, { of })).replace(/<[^>]*>/g, '')

describe('projection against result', () => {
  it('is compared token by token, to the unit', () => {
    const actual = {
      longTokens: 1_000_001n,
      shortTokens: 0n,
      settlementTokens: 2_000_000n,
      feeWei: 0n,
    }
    expect(differences(FACTS, PROJECTION, actual).map(textOf)).toEqual([
      '1.00 long, 0.000001 more than the projected 1.00 long.',
      'Exactly as projected: 2.00 USDC.',
    ])
  })

  it('is given in percent too, where that is more than nothing', () => {
    const of = (projected: bigint, actual: bigint) =>
      textOf({ token: FACTS.settlementToken, projected, actual })
    expect(of(500_855_861n, 500_386_667n)).toBe(
      '500.38 USDC, 0.4691 less than the projected 500.85 USDC (−0.09%).',
    )
    expect(of(0n, 1_000_000n)).toBe('1.00 USDC, 1.00 more than the projected 0.00 USDC.')
  })

  it('is of the interval alone where no amount could be projected', () => {
    expect(describeInterval(PROJECTION, 5n)).toMatch(
      /^Executed in interval 5, as expected\. It was too far/,
    )
    expect(describeInterval(PROJECTION, 6n)).toMatch(
      /^Executed in interval 6 instead of 5\. It was too far/,
    )
  })

  it('names no cause where none is seen', () => {
    expect(describeCauses(FACTS, SPOT, PROJECTION, 5n, EXECUTION)).toEqual([])
  })

  it('names what happened in between', () => {
    const execution = {
      ...EXECUTION,
      prices: { startWad: 3_400n * WAD, endWad: 3_500n * WAD },
      earlierRebalances: 2,
      earlierRewards: 1_500_000n,
      othersCommits: 3,
    }
    expect(describeCauses(FACTS, SPOT, PROJECTION, 6n, execution)).toEqual([
      'the index moved from 3,400.00 when you ordered to 3,500.00',
      'the commit went into interval 6 instead of 5',
      '3 other commits came in first',
      'keepers were paid 1.50 USDC for the 2 previous rebalances; the projection used an estimate',
    ])
  })

  it('tells an average from the index that goes into it', () => {
    const sma = {
      kind: 'sma',
      scaler: 10n ** 10n,
      prices: [],
      periodCount: 1n,
      numPeriods: 1n,
      lastUpdateSec: 0n,
      updateIntervalSec: 1n,
      spotPrice: 0n,
    } as const
    const projection = { ...PROJECTION, spotPrice: 3_400n * 10n ** 8n }
    expect(describeCauses(FACTS, sma, projection, 5n, EXECUTION)).toEqual([
      'the index was 3,400.00 when you ordered; the SMA used was 3,400.00',
    ])
  })
})
