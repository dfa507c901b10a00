import { describe, expect, it } from 'vitest'
import { projectUser } from './projection'
import { projectPool } from './projectPool'
import { SnapshotError } from './protocolError'
import { fromInt, fromUInt, NAN, type Quad } from './quad'
import type { PoolSnapshot, SmaOracleSnapshot } from './snapshot'
import { SAMPLE_POOL, sampleCommitment } from './testing/samplePool'
import { NO_USER } from './userBalance'
import { WAD } from './wad'

const SMA: SmaOracleSnapshot = {
  kind: 'sma',
  prices: [1n, 2n, 3n],
  periodCount: 5n,
  numPeriods: 3n,
  lastUpdateSec: 0n,
  updateIntervalSec: 60n,
  scaler: 1n,
  spotPrice: 3n,
}

const BAD: [string, Partial<PoolSnapshot>][] = [
  ['updateIntervalSec', { updateIntervalSec: 0n }],
  ['updateIntervalId', { updateIntervalId: 0n }],
  ['timestampSec', { timestampSec: 0n }],
  ['longBalance', { longBalance: -1n }],
  ['shortBalance', { shortBalance: 1n << 256n }],
  ['longTokenSupply', { longTokenSupply: undefined as unknown as bigint }],
  ['shortTokenSupply', { shortTokenSupply: 1 as unknown as bigint }],
  ['leverageAmount', { leverageAmount: fromUInt(0n) }],
  ['leverageAmount', { leverageAmount: NAN }],
  ['fee', { fee: fromInt(-1n) }],
  ['mintingFee', { mintingFee: fromUInt(WAD + 1n) }],
  ['burningFee', { burningFee: fromUInt(WAD) }],
  ['changeInterval', { changeInterval: undefined as unknown as Quad }],
  ['secondaryFeeSplitPercent', { secondaryFeeSplitPercent: 101n }],
  ['executionPriceWad', { executionPriceWad: 1n << 255n }],
  ['totalPoolCommitments', { pendingMintSettlementAmount: 1n }],
  [
    'totalPoolCommitments',
    {
      totalPoolCommitments: [sampleCommitment(101n, { longMintSettlement: 1n })],
      queueReadBelow: 102n,
    },
  ],
  ['totalPoolCommitments', { totalPoolCommitments: [sampleCommitment(99n, {})] }],
  [
    'totalPoolCommitments',
    { totalPoolCommitments: [sampleCommitment(101n, {}), sampleCommitment(100n, {})] },
  ],
  [
    'totalPoolCommitments.longBurnPoolTokens',
    { totalPoolCommitments: [sampleCommitment(101n, { longBurnPoolTokens: -1n })] },
  ],
  ['oracle.priceWad', { oracle: { kind: 'spot', priceWad: undefined as unknown as bigint } }],
  ['oracle.prices', { oracle: { ...SMA, prices: [1n, 2n] } }],
  ['oracle.numPeriods', { oracle: { ...SMA, numPeriods: 25n } }],
  ['oracle.updateIntervalSec', { oracle: { ...SMA, updateIntervalSec: 0n } }],
  ['oracle.scaler', { oracle: { ...SMA, scaler: 0n } }],
  ['longBalance', { longBalance: 0n }],
  ['shortBalance', { shortBalance: 0n }],
]

describe('a snapshot that cannot be', () => {
  it.each(BAD)('names %s', (field, change) => {
    const pool = { ...SAMPLE_POOL, ...change }
    const project = () => projectPool(pool, [{ spotPrice: SAMPLE_POOL.executionPriceWad }])
    expect(project).toThrow(SnapshotError)
    expect(project).toThrow(expect.objectContaining({ code: 'SNAPSHOT', field }))
  })

  it('is none when an empty side has no tokens either', () => {
    const pool = { ...SAMPLE_POOL, longBalance: 0n, longTokenSupply: 0n }
    expect(projectPool(pool, [{ spotPrice: WAD }])[0]?.status).toBe('done')
  })

  it('names what is missing of a user', () => {
    const user = { ...NO_USER, unAggregatedCommitments: [99n] }
    expect(() => projectUser(SAMPLE_POOL, user, [])).toThrow(
      expect.objectContaining({ field: 'userCommitments' }),
    )
    const userCommitments = [sampleCommitment(99n, { longMintSettlement: 5n })]
    expect(() => projectUser(SAMPLE_POOL, { ...user, userCommitments }, [])).toThrow(
      expect.objectContaining({ field: 'executedIntervals' }),
    )
  })

  it('refuses a path that goes back in time', () => {
    const back = [{ spotPrice: WAD, timestampSec: SAMPLE_POOL.timestampSec - 1n }]
    expect(() => projectPool(SAMPLE_POOL, back)).toThrow(
      expect.objectContaining({ field: 'path.timestampSec' }),
    )
  })
})
