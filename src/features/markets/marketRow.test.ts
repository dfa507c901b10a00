import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { SAMPLE_INTENTS } from '../../flows/testing/sampleKinds'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { madeMarkets, toMarketRow } from './marketRow'

const VIEWER: Address = '0x00000000000000000000000000000000000000c1'
const OTHER: Address = '0x00000000000000000000000000000000000000c2'
const POOL: Address = '0xAaAaAAAaAaaAAaAAaaAaaaAAaAAAAAAAaAaaaaa1'
const NONE = { longTokens: 0n, shortTokens: 0n, settlementTokens: 0n }
const ABSENT = {
  longBalance: 0n,
  shortBalance: 0n,
  escrow: NONE,
  user: { userCommitments: [] },
} as unknown as PoolAtBlock['account']

/** A stranger's market that names the viewer as the one who sets its fees and is paid a part of them. */
function strangersMarket(account = ABSENT): PoolAtBlock {
  return {
    facts: {
      address: POOL,
      name: '3-ETH/USD+USDC',
      leverageAmount: SAMPLE_POOL.leverageAmount,
      settlementToken: { address: OTHER, symbol: 'USDC', decimals: 6 },
      longToken: { address: OTHER },
      shortToken: { address: OTHER },
      deprecated: false,
    },
    snapshot: SAMPLE_POOL,
    market: { secondaryFeeAddress: VIEWER, feedUpdatedAtSec: SAMPLE_POOL.timestampSec },
    poolControllers: { feeController: VIEWER },
    unverifiedComponents: [{ kind: 'feed', address: OTHER }],
    account,
  } as unknown as PoolAtBlock
}

function creation(account: Address, pool: Address | undefined) {
  const created = pool === undefined ? {} : { deployPool: pool }
  return { account, intent: { ...SAMPLE_INTENTS.create, created } }
}

const isOwn = (pool: PoolAtBlock, ...flows: readonly ReturnType<typeof creation>[]) =>
  toMarketRow(pool, undefined, madeMarkets(flows, VIEWER)).isOwn

describe('a market is the account’s own', () => {
  it('by nothing that its creator has chosen', () => {
    expect(isOwn(strangersMarket())).toBe(false)
  })

  it('where the account has something in it', () => {
    expect(isOwn(strangersMarket({ ...ABSENT, longBalance: 1n } as PoolAtBlock['account']))).toBe(
      true,
    )
  })

  it('where the account has made it in this browser, however the address is written', () => {
    expect(isOwn(strangersMarket(), creation(VIEWER, POOL))).toBe(true)
    expect(isOwn(strangersMarket(), creation(VIEWER, POOL.toLowerCase() as Address))).toBe(true)
  })

  it('not where another account has, or where it is not made yet', () => {
    expect(isOwn(strangersMarket(), creation(OTHER, POOL), creation(VIEWER, undefined))).toBe(false)
    expect(isOwn(strangersMarket(), creation(VIEWER, OTHER))).toBe(false)
  })
})
