import { type Address, type Hex, zeroAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { MAX_INTERVAL_SEC } from '../../protocol/bounds'
import { fromUInt, NAN } from '../../protocol/quad'
import type { PoolSnapshot, SmaOracleSnapshot } from '../../protocol/snapshot'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { resolveNetwork } from '../network'
import type { PoolControllers } from '../poolAtBlock'
import type { CodeHashes, OracleFacts, PoolFacts } from '../poolFacts'
import { verifyPools } from './verifyPools'
import { WRAPPER_HASHES } from './wrapperCode'

const address = (number: number) => `0x${number.toString(16).padStart(40, '0')}` as Address
const TOKEN = address(0xa0)
const FEED = address(0xa1)
const WRAPPER = address(0xa2)
const SPOT = address(0xa3)
const KEEPER = address(0xa4)
const GOVERNOR = address(0xa5)
const POOL = address(0xa6)
const ETH_FEED = address(0xa7)
const ETH_ORACLE = address(0xa8)
const STRANGER = address(0xa9)
const COMMITTER = address(0xaa)
const OTHER_CODE = WRAPPER_HASHES.spot.replace('5', '6') as Hex
const OTHER_HASHES: CodeHashes = [OTHER_CODE, WRAPPER_HASHES.spot]

const NETWORK = resolveNetwork({
  chainId: 5,
  rpcUrls: ['http://127.0.0.1:1'],
  poolFactory: STRANGER,
  extraVerifiedComponents: {
    tokens: [{ name: 'USDC.e', address: TOKEN, ethFeed: ETH_FEED }],
    feeds: [{ name: 'ETH/USD', address: FEED }],
    governors: [GOVERNOR],
  },
})

const ORACLE: Extract<OracleFacts, { kind: 'sma' }> = {
  kind: 'sma',
  wrapper: WRAPPER,
  spotWrapper: SPOT,
  feed: FEED,
  codeHashes: [WRAPPER_HASHES.sma, WRAPPER_HASHES.spot],
  numPeriods: 8,
  sampleIntervalSec: 3_600n,
  scaler: 1n,
}
const FACTS = {
  address: POOL,
  name: '3-ETH/USD+USDC',
  deprecated: false,
  factoryKeeper: KEEPER,
  settlementEthOracle: ETH_ORACLE,
  settlementEthFeed: ETH_FEED,
  settlementEthCodeHash: WRAPPER_HASHES.spot,
  settlementToken: { address: TOKEN, symbol: 'USDC', decimals: 6 },
  oracle: ORACLE,
  base: 'ETH',
  quote: 'USD',
  leverageAmount: fromUInt(3n),
} as unknown as PoolFacts
const LEVERS: PoolControllers = {
  keeper: KEEPER,
  feeController: GOVERNOR,
  oracleKeeper: KEEPER,
  oracleGovernance: GOVERNOR,
}

interface Change {
  readonly facts?: Partial<PoolFacts>
  readonly poolControllers?: Partial<PoolControllers>
  readonly average?: Partial<SmaOracleSnapshot>
  readonly snapshot?: Partial<PoolSnapshot>
}

const AVERAGE: SmaOracleSnapshot = {
  kind: 'sma',
  prices: [1_020n, 990n, 990n],
  periodCount: 3n,
  numPeriods: 8n,
  lastUpdateSec: SAMPLE_POOL.timestampSec,
  updateIntervalSec: 3_600n,
  scaler: 1n,
  spotPrice: 1_000n,
}

const poolOf = ({ facts, poolControllers, average, snapshot }: Change = {}) => ({
  snapshot: {
    ...SAMPLE_POOL,
    executionPriceWad: 1_000n,
    oracle: { ...AVERAGE, ...average },
    ...snapshot,
  },
  facts: { ...FACTS, ...facts },
  poolControllers: { ...LEVERS, ...poolControllers },
})
const unknownOf = (change: Change, network = NETWORK) =>
  verifyPools(network, [poolOf(change)])[0]?.map((component) => [component.kind, component.address])

it('nothing is unknown of a market made of known components', () => {
  expect(unknownOf({})).toEqual([])
  const spot: OracleFacts = {
    kind: 'spot',
    wrapper: WRAPPER,
    feed: FEED,
    codeHashes: [WRAPPER_HASHES.spot, WRAPPER_HASHES.spot],
  }
  const poolControllers = { oracleKeeper: undefined, oracleGovernance: undefined }
  expect(unknownOf({ facts: { oracle: spot }, poolControllers })).toEqual([])
})

describe('a stranger’s component is named with its address', () => {
  it.each<[kind: string, change: Change]>([
    [
      'settlementToken',
      { facts: { settlementToken: { ...FACTS.settlementToken, address: STRANGER } } },
    ],
    ['feed', { facts: { oracle: { ...ORACLE, feed: STRANGER } } }],
    [
      'oracle',
      {
        facts: {
          oracle: { ...ORACLE, codeHashes: OTHER_HASHES, wrapper: STRANGER },
        },
      },
    ],
    ['oracleKeeper', { poolControllers: { oracleKeeper: STRANGER } }],
    ['oracleGovernance', { poolControllers: { oracleGovernance: STRANGER } }],
    ['feeController', { poolControllers: { feeController: STRANGER } }],
  ])('%s', (kind, change) => {
    expect(unknownOf(change)).toContainEqual([kind, STRANGER])
  })

  it('settlementEthOracle: of other code, of another feed than the token’s, and for a token that has none', () => {
    const expected = [['settlementEthOracle', ETH_ORACLE]]
    expect(unknownOf({ facts: { settlementEthCodeHash: OTHER_CODE } })).toEqual(expected)
    expect(unknownOf({ facts: { settlementEthFeed: FEED } })).toEqual(expected)
    const extraVerifiedComponents = {
      ...NETWORK.extraVerifiedComponents,
      tokens: [{ name: 'USDC.e', address: TOKEN }],
    }
    expect(unknownOf({}, { ...NETWORK, extraVerifiedComponents })).toEqual(expected)
  })

  it('keeper: another than the factory’s, with which the oracle’s own has to agree', () => {
    const poolControllers = { keeper: STRANGER, oracleKeeper: STRANGER }
    expect(unknownOf({ poolControllers })).toEqual([['keeper', STRANGER]])
    expect(unknownOf({ poolControllers: { keeper: STRANGER } })).toEqual([
      ['oracleKeeper', KEEPER],
      ['keeper', STRANGER],
    ])
    expect(unknownOf({ facts: { factoryKeeper: undefined } })).toEqual([['keeper', KEEPER]])
  })

  it('mintingFeeStep: a fee that moves with each upkeep, whatever account may set it', () => {
    const step = 1_000_000_000_000n
    expect(unknownOf({ snapshot: { changeInterval: fromUInt(step) } })).toEqual([])
    const snapshot = { changeInterval: fromUInt(step + 1n) }
    expect(unknownOf({ facts: { committer: COMMITTER }, snapshot })).toEqual([
      ['mintingFeeStep', COMMITTER],
    ])
  })

  it('factory: a pool that is only said to be of an earlier one', () => {
    const network = { ...NETWORK, isFactoryChecked: true }
    expect(unknownOf({}, network)).toEqual([])
    const facts = { deprecated: true, committer: COMMITTER, longToken: FACTS.settlementToken }
    expect(unknownOf({ facts }, network)).toEqual([['factory', POOL]])
    const deprecatedFactories = [STRANGER]
    expect(unknownOf({ facts }, { ...network, deprecatedFactories })).toEqual([['factory', POOL]])
  })

  it('name: with a leverage that is no number, which costs that market alone', () => {
    const odd = poolOf({ facts: { leverageAmount: NAN } })
    const kinds = verifyPools(NETWORK, [odd, poolOf()]).map((components) =>
      components.map(({ kind }) => kind),
    )
    expect(kinds).toEqual([['name'], []])
  })

  it.each([
    '3-BTC/USD+USDC',
    '1-ETH/USD+USDC',
    '3-ETH/USD+BAL',
    '3-ETH/USD+UЅDС',
    '3-ЕTH/USD+USDC',
    '3-ETH/USD+USDCX',
    'The real ETH/USD',
  ])('name: %s', (name) => {
    expect(unknownOf({ facts: { name } })).toEqual([['name', POOL]])
  })

  it.each(['3-ETH/USD+USDC-12h', '3-ETH/USD+USDC.e'])('but %s says what the market is', (name) => {
    expect(unknownOf({ facts: { name } })).toEqual([])
  })

  it('all of them at once', () => {
    const facts = {
      name: '3-ETH/USD+FREE',
      settlementToken: { ...FACTS.settlementToken, address: STRANGER },
      oracle: { ...ORACLE, feed: STRANGER, codeHashes: OTHER_HASHES },
      factoryKeeper: undefined,
    }
    const poolControllers = {
      feeController: STRANGER,
      oracleKeeper: STRANGER,
      oracleGovernance: STRANGER,
    }
    expect(unknownOf({ facts, poolControllers })?.map(([kind]) => kind)).toEqual([
      'settlementToken',
      'feed',
      'oracle',
      'oracleKeeper',
      'oracleGovernance',
      'settlementEthOracle',
      'feeController',
      'keeper',
      'name',
    ])
  })
})

describe('an average of the published code', () => {
  it.each<[what: string, average: Partial<SmaOracleSnapshot>]>([
    ['has a sample of twice the price and more', { prices: [1_000n, 2_001n], periodCount: 2n }],
    ['has a sample of less than half the price', { prices: [499n, 1_000n], periodCount: 2n }],
    ['has a sample below zero', { prices: [-1_000n], periodCount: 1n }],
    ['has taken its last sample in the future', { lastUpdateSec: SAMPLE_POOL.timestampSec + 1n }],
  ])('that %s is none that began at nothing', (_, average) => {
    expect(unknownOf({ average })).toEqual([['oracle', WRAPPER]])
  })

  it.each<[what: string, oracle: Partial<typeof ORACLE>]>([
    ['more samples than its constructor takes', { numPeriods: 25 }],
    ['no time between samples', { sampleIntervalSec: 0n }],
    [
      'more time between them than an interval can have',
      { sampleIntervalSec: BigInt(MAX_INTERVAL_SEC) + 1n },
    ],
    ['another scale than its spot wrapper’s', { scaler: 10n }],
    ['a spot wrapper of other code', { codeHashes: [WRAPPER_HASHES.sma, OTHER_CODE] }],
  ])('with %s is none of the published constructor', (_, oracle) => {
    expect(unknownOf({ facts: { oracle: { ...ORACLE, ...oracle } } })).toEqual([
      ['oracle', WRAPPER],
    ])
  })

  const twice = (price: bigint) => Array.from({ length: 12 }, () => price)
  const forged = {
    prices: [...twice(500n), ...twice(1_500n)],
    periodCount: 24n,
    numPeriods: 24n,
  }

  it('that stands at the price, and goes where the order of its samples takes it, is none that began at nothing', () => {
    expect(unknownOf({ average: forged })).toEqual([['oracle', WRAPPER]])
  })

  it('that has left the price of the last rebalance behind is none, since another pool may have had it sampled', () => {
    expect(unknownOf({ snapshot: { executionPriceWad: 900n } })).toEqual([['oracle', WRAPPER]])
  })

  it('may have none yet, and may lag by five percent, not by six', () => {
    expect(unknownOf({ average: { prices: [], periodCount: 0n } })).toEqual([])
    const at = (spotPrice: bigint) =>
      unknownOf({
        average: {
          prices: Array.from({ length: 8 }, () => 1_000n),
          ...{ periodCount: 8n, numPeriods: 8n, spotPrice },
        },
      })
    expect(at(1_050n)).toEqual([])
    expect(at(950n)).toEqual([])
    expect(at(1_060n)).toEqual([['oracle', WRAPPER]])
    expect(at(940n)).toEqual([['oracle', WRAPPER]])
  })
})

it.each<[who: string, feeController: Address]>([
  ['nobody', zeroAddress],
  ['a burnt address', '0x000000000000000000000000000000000000dEaD'],
])('fees that %s can change are no stranger’s', (_, feeController) => {
  expect(unknownOf({ poolControllers: { feeController } })).toEqual([])
})

describe('a pool that is known by its address', () => {
  const strange: Change = {
    facts: {
      oracle: { ...ORACLE, feed: STRANGER, codeHashes: OTHER_HASHES },
      factoryKeeper: undefined,
    },
    poolControllers: { feeController: STRANGER, oracleGovernance: STRANGER },
  }
  const network = { ...NETWORK, knownPools: [POOL] }

  it('is known whatever it is made of', () => {
    expect(unknownOf(strange, network)).toEqual([])
    expect(
      unknownOf({ ...strange, facts: { ...strange.facts, deprecated: true } }, network),
    ).toEqual([])
  })

  it('has its name to itself', () => {
    const other = (name: string) => poolOf({ facts: { address: address(0xff), name } })
    const kindsOf = (name: string) => verifyPools(network, [poolOf(), other(name)])[1]
    expect(kindsOf(FACTS.name)).toEqual([{ kind: 'name', address: address(0xff) }])
    expect(kindsOf(FACTS.name.toLowerCase())?.map(({ kind }) => kind)).toEqual(['name'])
    expect(kindsOf(`${FACTS.name}-12h`)).toEqual([])
  })

  it('makes its components known for others, unless it is deprecated', () => {
    const name = `${FACTS.name}-12h`
    const other = poolOf({ ...strange, facts: { ...strange.facts, address: address(0xff), name } })
    expect(verifyPools(network, [poolOf(strange), other])[1]).toEqual([])
    const old = poolOf({ ...strange, facts: { ...strange.facts, deprecated: true } })
    const kinds = verifyPools(network, [old, other])[1]?.map(({ kind }) => kind)
    expect(kinds).toEqual(['feed', 'oracle', 'oracleGovernance', 'feeController', 'keeper'])
  })
})

it('Arbitrum’s four live and two deprecated pools are known by their addresses', () => {
  const arbitrum = resolveNetwork({ chainId: 42_161 })
  expect(arbitrum.knownPools).toHaveLength(6)
  const pools = arbitrum.knownPools.map((pool, index) =>
    poolOf({
      facts: { address: pool, deprecated: index > 3, factoryKeeper: undefined, name: 'anything' },
      poolControllers: { feeController: STRANGER },
    }),
  )
  expect(verifyPools(arbitrum, pools)).toEqual(pools.map(() => []))
})

it('a token that the operator names for its dollar price, or for the bridge, is known', () => {
  const facts = { settlementToken: { ...FACTS.settlementToken, address: STRANGER } }
  const kinds = (network: typeof NETWORK) => unknownOf({ facts }, network)?.map(([kind]) => kind)
  expect(kinds(NETWORK)).toContain('settlementToken')
  const dollarFeeds = [{ token: STRANGER, feed: FEED }]
  expect(kinds({ ...NETWORK, dollarFeeds })).toEqual(['settlementEthOracle'])
  const tokens = [{ symbol: 'USDC', decimals: 6, l1: FEED, l2: STRANGER }]
  expect(kinds({ ...NETWORK, bridge: { tokens } })).toEqual(['settlementEthOracle'])
})
