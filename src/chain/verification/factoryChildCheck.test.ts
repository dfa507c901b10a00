import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'
import { fromUInt, NAN, neg } from '../../protocol/quad'
import { resolveNetwork } from '../network'
import { predictPool } from '../newMarket/predictPool'
import type { PoolFacts } from '../poolFacts'
import { factoryBases, factoryChildCheck } from './factoryChildCheck'

const { poolFactory, knownPools } = resolveNetwork({ chainId: 42_161 })
const USDC: Address = '0xFF970A61A04b1cA14834A43f5dE4533eBDDB5CC8'
/** 8 h and 1 h, 3x, in USDC.e: the terms of both live pools whose wrappers are written down. */
const TERMS = {
  frontRunningIntervalSec: 28_800,
  updateIntervalSec: 3_600,
  leverage: 3,
  settlementToken: USDC,
}

function childOf(factory: Address, oracleWrapper: Address): PoolFacts {
  const { pool, committer, longToken, shortToken } = predictPool(factoryBases(factory), {
    ...TERMS,
    oracleWrapper,
  })
  const token = (address: Address) => ({ address, symbol: 'L', decimals: 6 })
  return {
    address: pool,
    committer,
    longToken: token(longToken),
    shortToken: token(shortToken),
    settlementToken: token(USDC),
    oracle: { kind: 'spot', wrapper: oracleWrapper },
    leverageAmount: fromUInt(3n),
    updateIntervalSec: 3_600n,
    frontRunningIntervalSec: 28_800n,
  } as PoolFacts
}

describe('the factory of Arbitrum One', () => {
  it.each<[name: string, wrapper: Address]>([
    ['3-ETH', '0xfE7d097f8F752C83D6C9a0414D611e1c958780cB'],
    ['3-BTC', '0xe72D2194046AEB0Bd60307e99fe5BC224Be5683B'],
  ])('follows the rule: it puts %s where the pool stands', (_, wrapper) => {
    const child = childOf(poolFactory, wrapper)
    expect(knownPools).toContain(child.address)
    expect(factoryChildCheck(poolFactory)(child)).toBe(true)
  })
})

describe('no child', () => {
  const STRANGER: Address = '0x00000000000000000000000000000000000000a1'
  const child = childOf(poolFactory, STRANGER)

  it.each<[what: string, change: Partial<PoolFacts>]>([
    ['another address', { address: STRANGER }],
    ['another committer', { committer: STRANGER }],
    ['another long token', { longToken: { ...child.longToken, address: STRANGER } }],
    ['another short token', { shortToken: { ...child.shortToken, address: STRANGER } }],
    [
      'another settlement token',
      { settlementToken: { ...child.settlementToken, address: STRANGER } },
    ],
    ['another oracle', { oracle: { ...child.oracle, wrapper: USDC } }],
    ['another leverage', { leverageAmount: fromUInt(4n) }],
    ['more leverage than the factory takes', { leverageAmount: fromUInt(2n ** 16n + 3n) }],
    ['a leverage that is no number', { leverageAmount: NAN }],
    ['a leverage below zero', { leverageAmount: neg(fromUInt(3n)) }],
    ['another interval', { updateIntervalSec: 60n }],
    ['a longer interval than the factory takes', { updateIntervalSec: 2n ** 32n + 3_600n }],
    ['another front-running interval', { frontRunningIntervalSec: 2n ** 256n - 1n }],
  ])('is what has %s', (_, change) => {
    expect(factoryChildCheck(poolFactory)(child)).toBe(true)
    expect(factoryChildCheck(poolFactory)({ ...child, ...change })).toBe(false)
  })

  it('is what another factory has made', () => {
    expect(factoryChildCheck(STRANGER)(child)).toBe(false)
  })
})
