import { describe, expect, it } from 'vitest'
import type { UpkeepRecord } from '../../../chain/history/records'
import type { PoolFacts } from '../../../chain/poolFacts'
import { fromUInt, ONE } from '../../../protocol/quad'
import { WAD } from '../../../protocol/wad'
import { csvName, toCsv } from './downloadCsv'
import { pastPoints } from './historyPoints'

const FACTS = {
  address: '0xa1',
  settlementToken: { address: '0xb2', symbol: 'USDC', decimals: 6 },
  oracle: { kind: 'spot' },
} as unknown as PoolFacts

function upkeep(timestampSec: bigint, part: Partial<UpkeepRecord> = {}): UpkeepRecord {
  return {
    blockNumber: 7n,
    blockHash: '0x01',
    transactionHash: '0x02',
    logIndex: 3,
    timestampSec,
    startPriceWad: 3_000n * WAD,
    endPriceWad: 3_001_500_000_000_000_000_000n,
    rebalance: {
      longBalanceChange: 1_234_567_890_123n,
      shortBalanceChange: -1_234_567_890_124n,
      longFeeAmount: 1n,
      shortFeeAmount: 0n,
    },
    executed: [
      {
        updateIntervalId: 9n,
        burningFee: fromUInt(0n),
        prices: { longPrice: ONE, shortPrice: fromUInt(2n) },
      },
    ],
    payment: { keeper: '0xc3', rewardWei: 102_345n, isPaid: true },
    balances: { longBalance: 5_000_000n, shortBalance: 4_000_000n, exact: true },
    ...part,
  }
}

describe('the history as CSV', () => {
  it('gives every number in full, without separators', () => {
    const [head = '', line = ''] = toCsv(FACTS, [upkeep(1_700_000_000n)], 0).split('\n')
    const cells = Object.fromEntries(
      head.split(',').map((name, index) => [name, line.split(',')[index]]),
    )
    expect(cells).toMatchObject({
      time_utc: '2023-11-14T22:13:20.000Z',
      index_before: '3000',
      index_after: '3001.5',
      long_change: '1234567.890123',
      short_change: '-1234567.890124',
      long_fee: '0.000001',
      long_price: '1',
      short_price: '2',
      long_balance: '5',
      balances_exact: 'true',
      reward: '0.102345',
      pool_size: '9',
      skew: '1.25',
    })
  })

  it('has no skew for an empty side', () => {
    const empty = { longBalance: 0n, shortBalance: 4_000_000n, exact: true }
    const [, line = ''] = toCsv(FACTS, [upkeep(1n, { balances: empty })], 0).split('\n')
    expect(line).toMatch(/,4,$/)
  })

  it('calls an average an average', () => {
    const averaged = { ...FACTS, oracle: { kind: 'sma' } } as unknown as PoolFacts
    expect(toCsv(averaged, [], 0)).toMatch(/,average_before,average_after,/)
  })

  it('says in its name that it is not all', () => {
    expect(csvName(FACTS, true)).toBe('rebalances-0xa1.csv')
    expect(csvName(FACTS, false)).toBe('rebalances-0xa1-partial.csv')
  })

  it('leaves empty what is not known, and leaves out what lies before', () => {
    const unknown = upkeep(2_000n, {
      rebalance: undefined,
      balances: undefined,
      payment: undefined,
      executed: [],
    })
    const lines = toCsv(FACTS, [unknown, upkeep(999n)], 1_000)
      .trimEnd()
      .split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/,3000,3001\.5,{13}$/)
  })
})

describe('the points of a chart', () => {
  it('run forward in time and begin where they are wanted', () => {
    const points = pastPoints([upkeep(30n), upkeep(20n), upkeep(10n)], 20)
    expect(points.map(({ timeSec }) => timeSec)).toEqual([20, 30])
    expect(points[0]).toMatchObject({
      longPriceWad: WAD,
      shortPriceWad: 2n * WAD,
      isExact: true,
    })
  })

  it('call balances exact only where they are', () => {
    const [point] = pastPoints([upkeep(10n, { balances: undefined })], 0)
    expect(point).toMatchObject({ longBalance: undefined, isExact: false })
  })
})
