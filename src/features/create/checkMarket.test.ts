import { describe, expect, it } from 'vitest'
import type { LookAlike } from '../../chain/bridge/bridgeNetwork'
import type { MarketPrerequisites } from '../../chain/newMarket/marketPrerequisites'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import type { PoolFacts } from '../../chain/poolFacts'
import type { VerifiedComponent } from '../../chain/verification/verifiedComponent'
import { fromUInt } from '../../protocol/quad'
import { SAMPLE_POOL } from '../../protocol/testing/samplePool'
import { WAD } from '../../protocol/wad'
import { checkMarket, isSound } from './checkMarket'
import { DEFAULT_MARKET, type MarketForm } from './marketForm'
import type { Finding, Findings } from './marketPlan'
import { parseMarketForm } from './parseMarketForm'
import { suggestedSymbol } from './suggestedSymbol'

const TOKEN = '0x00000000000000000000000000000000000000A1'
const FEED = '0x00000000000000000000000000000000000000A2'
const OTHER = '0x00000000000000000000000000000000000000A3'
const CODE_HASHES = ['0x', '0x'] as const
const NOW_SEC = 1_700_000_000n
const HOUR = 3_600n

const FORM: MarketForm = { ...DEFAULT_MARKET, token: TOKEN, feed: FEED }
const FEED_ANSWER = {
  decimals: 8,
  description: 'ETH / USD',
  answer: 340_012_000_000n,
  updatedAtSec: NOW_SEC - 5n,
}
const PREREQUISITES: MarketPrerequisites = {
  timestampSec: NOW_SEC,
  poolKeeper: OTHER,
  bases: { poolFactory: OTHER, pool: OTHER, committer: OTHER, token: OTHER },
  managementFeeWad: WAD / 50n,
  maxMintingFeeWad: WAD,
  maxBurningFeeWad: WAD / 10n,
  token: { symbol: 'BAL', decimals: 18 },
  feed: FEED_ANSWER,
  ethPrice: { priceWad: 2_833n * WAD, updatedAtSec: undefined },
  deploymentFee: undefined,
  creator: { nonce: 0, isContract: false, hasEth: true },
}
const FEE = {
  token: OTHER,
  symbol: 'USDC',
  decimals: 6,
  amount: 25_000_000n,
  balance: 30_000_000n,
  allowance: 0n,
} as const

interface Change {
  readonly form?: Partial<MarketForm>
  readonly prerequisites?: Partial<MarketPrerequisites>
  readonly pools?: readonly PoolAtBlock[]
  readonly hasWrapper?: boolean
  readonly knownTokens?: readonly VerifiedComponent[]
  readonly lookAlike?: LookAlike
  readonly poolName?: string
}

function check({
  form,
  prerequisites,
  pools = [],
  hasWrapper = true,
  knownTokens = [],
  lookAlike,
  poolName = 'ETH/USD+BAL',
}: Change = {}): Findings {
  const whole = { ...FORM, ...form }
  return checkMarket({
    form: whole,
    market: parseMarketForm(whole),
    prerequisites: { ...PREREQUISITES, ...prerequisites },
    pools,
    ethWrapper: hasWrapper ? { wrapper: OTHER, poolName: '5-ETH/USD+BAL' } : undefined,
    knownTokens,
    lookAlike,
    poolName,
  })
}

/** A 3x market of the feed in the token, each hour, without fees. */
function aPool(part: Partial<PoolFacts> = {}, state: object = {}): PoolAtBlock {
  const facts = {
    address: OTHER,
    name: '3-ETH/USD+BAL',
    deprecated: false,
    settlementToken: { address: TOKEN, symbol: 'BAL', decimals: 18 },
    oracle: { kind: 'spot', wrapper: OTHER, feed: FEED, codeHashes: CODE_HASHES },
    leverageAmount: fromUInt(3n),
    updateIntervalSec: HOUR,
    frontRunningIntervalSec: 300n,
    ...part,
  }
  return {
    facts,
    snapshot: { ...SAMPLE_POOL, ...state },
    unverifiedComponents: [],
  } as unknown as PoolAtBlock
}

describe('a sound market', () => {
  it('is told so field by field', () => {
    const findings = check()
    expect(isSound(findings)).toBe(true)
    expect(Object.values(findings).map((finding) => finding?.tone)).not.toContain('problem')
    expect(findings.token?.text).toBe('BAL, 18 decimals.')
    expect(findings.feed?.text).toBe('ETH / USD: 3,400.12, updated 5\u00a0s ago.')
    expect(findings.eth?.text).toMatch(
      /1 ETH = 2,833\.00 BAL, according to the contract of 5-ETH\/USD\+BAL at /,
    )
    expect(findings.name?.text).toMatch(/^Pool 3-ETH\/USD\+BAL, tokens 3L-ETH\/USD\+BAL/)
    expect(findings.fee?.text).toMatch(/^No deployment fee/)
    expect(findings.creator?.text).toMatch(/^The same account has to/)
    expect(findings.duplicate).toBeUndefined()
  })

  it('is not said to be before the chain has answered, nor before it is all named', () => {
    const market = parseMarketForm(FORM)
    const plan = {
      form: FORM,
      market,
      pools: [],
      ethWrapper: undefined,
      knownTokens: [],
      lookAlike: undefined,
      poolName: '',
    }
    expect(isSound(checkMarket({ ...plan, prerequisites: undefined }))).toBe(false)
    for (const form of [{ token: '' }, { feed: '' }]) expect(isSound(check({ form }))).toBe(false)
  })
})

describe('what keeps a market from being made', () => {
  it.each<[field: keyof Findings, part: Change, says: RegExp]>([
    [
      'token',
      { prerequisites: { token: { symbol: 'X', decimals: undefined } } },
      /no ERC-20 token/,
    ],
    ['token', { prerequisites: { token: { symbol: 'X', decimals: 19 } } }, /^X has 19 decimals/],
    ['feed', { prerequisites: { feed: undefined } }, /no Chainlink feed at/],
    ['feed', { prerequisites: { feed: { ...FEED_ANSWER, decimals: 19 } } }, /19 decimals/],
    ['feed', { prerequisites: { feed: { ...FEED_ANSWER, answer: 0n } } }, /isn’t above zero/],
    ['feed', { prerequisites: { feed: { ...FEED_ANSWER, answer: -1n } } }, /isn’t above zero/],
    [
      'feed',
      { prerequisites: { feed: { ...FEED_ANSWER, updatedAtSec: 0n } } },
      /hasn’t published a price yet/,
    ],
    [
      'feed',
      { prerequisites: { feed: { ...FEED_ANSWER, updatedAtSec: NOW_SEC - 25n * HOUR - 1n } } },
      /last updated 1\sd\s1\sh ago/,
    ],
    ['eth', { hasWrapper: false }, /No market settles in this token yet/],
    ['eth', { prerequisites: { ethPrice: undefined } }, /no Chainlink feed or oracle wrapper/],
    ['eth', { prerequisites: { ethPrice: { priceWad: 0n, updatedAtSec: 1n } } }, /price of zero/],
    [
      'eth',
      { prerequisites: { ethPrice: { priceWad: WAD, updatedAtSec: NOW_SEC - 365n * 24n * HOUR } } },
      /last updated 365\sd\s0\sh ago/,
    ],
    ['interval', { form: { interval: '18263 d' } }, /100% or more/],
    ['mint', { prerequisites: { maxMintingFeeWad: 0n }, form: { mint: '0.1' } }, /is 0%/],
    ['burn', { form: { burn: '10.0000000000000001' } }, /is 10%/],
    [
      'fee',
      { prerequisites: { deploymentFee: { ...FEE, balance: 24_999_999n } } },
      /has 24\.999999 USDC/,
    ],
    [
      'creator',
      { prerequisites: { creator: { nonce: 1, isContract: true, hasEth: true } } },
      /is a smart contract/,
    ],
    [
      'creator',
      { prerequisites: { creator: { nonce: 1, isContract: false, hasEth: false } } },
      /no ETH/,
    ],
    ['leverage', { form: { leverage: '0' } }, /whole number/],
  ])('%s: %#', (field, part, says) => {
    const findings = check(part)
    expect(findings[field]?.text).toMatch(says)
    expect(isSound(findings)).toBe(false)
    expect(isSound({ ...findings, [field]: undefined })).toBe(true)
  })
})

describe('a token that is taken for another one', () => {
  const another = (symbol: string) =>
    aPool({ settlementToken: { address: OTHER, symbol, decimals: 18 } })

  it('is remarked on, and keeps no one from creating the market', () => {
    const lookAlike = { address: TOKEN, takenInstead: OTHER, takenName: 'USDC.e' } as const
    const known = { name: 'BAL', address: OTHER } as const
    for (const part of [
      { lookAlike },
      { pools: [another('bal')] },
      { pools: [another('ВАL')] },
      { knownTokens: [known] },
    ]) {
      const findings = check(part)
      expect(findings.token).toEqual({
        tone: 'note',
        text: expect.stringMatching(
          /^BAL, 18 decimals\. This isn’t the BAL that .* \(0x0000…00A3\)\. Holders/,
        ),
      })
      expect(isSound(findings)).toBe(true)
    }
  })

  it('is not the one that is taken, nor one of a name of its own', () => {
    const taken = { address: OTHER, takenInstead: TOKEN, takenName: 'USDC.e' } as const
    for (const part of [
      { lookAlike: taken },
      { pools: [another('USDC')] },
      { pools: [aPool(), another('BAL')] },
    ])
      expect(check(part).token?.tone).toBe('good')
  })
})

describe('a name', () => {
  it.each<[poolName: string, tone: Finding['tone']]>([
    ['ETH/USD+BAL', 'good'],
    ['MINE', 'good'],
    ['ETH/USD+USDC', 'note'],
    ['BAL+ETH', 'note'],
    ['ETH/USD+', 'note'],
  ])('%s is told for one that says what the market settles in, or not', (poolName, tone) => {
    const findings = check({ poolName })
    expect(findings.name?.tone).toBe(tone)
    expect(findings.name?.text).toMatch(/^Pool 3-/)
    expect(isSound(findings)).toBe(true)
  })

  it('names both tokens where they differ, and waits for the chain before it says so', () => {
    const { name } = check({ poolName: 'ETH/USD+USDC' })
    expect(name?.text).toMatch(/settles in BAL, not USDC\.$/)
    const { name: early } = check({ poolName: 'ETH/USD+USDC', prerequisites: { token: undefined } })
    expect(early?.tone).toBe('good')
  })

  it('that a market has already is said, with that market', () => {
    const pools = [aPool({ name: '3-ETH/USD+USDC', updateIntervalSec: 7n })]
    const { name } = check({ poolName: 'ETH/USD+USDC', pools })
    expect(name).toMatchObject({ tone: 'note', pool: pools[0]?.facts.address })
    expect(name?.text).toMatch(/A market with this name already exists/)
    expect(check({ poolName: 'ETH/USD+BAL', pools }).name?.text).not.toMatch(/already exists/)
    // The same market altogether is said beside the button alone.
    const same = check({ poolName: 'ETH/USD+USDC', pools: [aPool({ name: '3-ETH/USD+USDC' })] })
    expect(same.name?.pool).toBeUndefined()
    expect(same.duplicate?.pool).toBe(pools[0]?.facts.address)
  })

  it('is no longer than what is read of names, in bytes and with the largest leverage', () => {
    expect(check({ poolName: 'é'.repeat(28) }).name?.tone).toBe('good')
    expect(check({ poolName: 'é'.repeat(29) }).name).toEqual({
      tone: 'problem',
      text: 'Too long: use at most 57 characters (A–Z; fewer with other scripts), or token names get cut off.',
    })
  })

  it('as it is suggested is right for a long symbol too', () => {
    const symbol = 'SOMETHINGLONG'
    const token = { symbol, decimals: 18 }
    for (const settles of [symbol, suggestedSymbol(symbol)])
      expect(check({ poolName: `ETH/USD+${settles}`, prerequisites: { token } }).name?.tone).toBe(
        'good',
      )
  })
})

describe('what is allowed, and just so', () => {
  it.each<[field: keyof Findings, part: Change]>([
    ['feed', { prerequisites: { feed: { ...FEED_ANSWER, updatedAtSec: NOW_SEC - 25n * HOUR } } }],
    // A node's block can be older than a feed's answer.
    ['feed', { prerequisites: { feed: { ...FEED_ANSWER, updatedAtSec: NOW_SEC + 9n } } }],
    ['burn', { form: { burn: '10' } }],
    ['mint', { form: { mint: '100' } }],
    ['interval', { form: { interval: '18262 d' } }],
    ['fee', { prerequisites: { deploymentFee: { ...FEE, balance: FEE.amount } } }],
  ])('%s: %#', (_field, part) => {
    expect(isSound(check(part))).toBe(true)
  })
})

describe('the front-running interval', () => {
  it.each<[form: Partial<MarketForm>, tone: Finding['tone'], says: RegExp]>([
    [{ front: '0' }, 'note', /a price they already know/],
    [{ front: '5 min' }, 'good', /last 5 min before a rebalance/],
    [{ front: '1 h' }, 'good', /last 1 h before/],
    [{ front: '8 h' }, 'good', /execute 9 rebalances later/],
    [{ front: '5400 s' }, 'good', /execute 2 or 3 rebalances later/],
    [{ interval: '1 min', front: '1 h' }, 'good', /execute 61 rebalances later/],
    [{ interval: '1 min', front: '64 min' }, 'note', /execute 65 rebalances later\. .* at most 64/],
    [{ interval: '1 min', front: '248 min' }, 'note', /execute 249 rebalances later/],
    [{ interval: '1 min', front: '14881 s' }, 'problem', /at most 248 update intervals/],
    [{ interval: '1 s', front: '4294967295' }, 'problem', /at most 248 update intervals/],
    [{ kind: 'sma', interval: '1 min', front: '7 h' }, 'problem', /at most 248 update intervals/],
    [{ kind: 'sma', front: '7 h' }, 'note', /Shorter than the SMA window \(8 h\)/],
    [{ kind: 'sma', front: '8 h' }, 'good', /Longer than the update interval/],
    // Samples come with upkeeps, so the horizon is that of the slower of the two.
    [{ kind: 'sma', sample: '1 min', front: '7 h' }, 'note', /window \(8 h\)/],
    [{ kind: 'sma', sample: '90 min', front: '12 h' }, 'note', /window \(16 h\)/],
  ])('%j', (form, tone, says) => {
    const { front } = check({ form })
    expect(front).toEqual({ tone, text: expect.stringMatching(says) })
  })
})

describe('a market that is there already', () => {
  it('is one that does the same, whatever it is called', () => {
    const oracle = {
      kind: 'sma',
      wrapper: OTHER,
      spotWrapper: OTHER,
      feed: FEED,
      codeHashes: CODE_HASHES,
      scaler: 1n,
    } as const
    const average = { ...oracle, numPeriods: 8, sampleIntervalSec: HOUR }
    const sma = { form: { kind: 'sma' } } as const
    const same = expect.stringMatching(/this market already exists as X/)
    const { duplicate } = check({ pools: [aPool({ name: 'X' })] })
    // Anyone can make contracts that say so: it is a reason to look, and not one to stop.
    expect(duplicate).toEqual({ tone: 'note', text: same, pool: OTHER })
    const averaging = aPool({ name: 'X', oracle: average })
    expect(check({ ...sma, pools: [averaging] }).duplicate?.text).toEqual(same)
    expect(check({ pools: [aPool({}, { paused: true })] }).duplicate).toBeUndefined()
    const strange = {
      ...aPool(),
      unverifiedComponents: [{ kind: 'oracle', address: OTHER } as const],
    }
    expect(check({ pools: [strange] }).duplicate).toBeUndefined()
    for (const part of [
      { leverageAmount: fromUInt(4n) },
      { updateIntervalSec: 60n },
      { frontRunningIntervalSec: 301n },
      { deprecated: true },
      { oracle: average },
      { settlementToken: { address: OTHER, symbol: 'BAL', decimals: 18 } },
      { oracle: { kind: 'spot', wrapper: OTHER, feed: OTHER, codeHashes: CODE_HASHES } },
    ] as const)
      expect(check({ pools: [aPool(part)] }).duplicate, Object.keys(part)[0]).toBeUndefined()
    const eachMinute = { ...average, sampleIntervalSec: 60n }
    expect(check({ ...sma, pools: [aPool({ oracle: eachMinute })] }).duplicate).toBeUndefined()
  })

  it('with other fees is only remarked on, and one with the same comes first', () => {
    const dearer = aPool({ name: 'dearer' }, { burningFee: fromUInt(WAD / 100n) })
    const { duplicate } = check({ pools: [dearer] })
    expect(duplicate).toMatchObject({
      tone: 'note',
      text: expect.stringMatching(/dearer is the same market/),
    })
    expect(check({ pools: [dearer, aPool()] }).duplicate?.text).toMatch(/already exists/)
  })
})

describe('the factory’s fee', () => {
  it.each<[allowance: bigint, balance: bigint, tone: Finding['tone'], says: RegExp]>([
    [0n, FEE.amount, 'note', /fee: 25 USDC\. You’ll approve exactly/],
    [FEE.amount - 1n, FEE.amount, 'note', /approve exactly/],
    [FEE.amount, FEE.amount, 'good', /Already approved/],
  ])('with %i allowed of %i', (allowance, balance, tone, says) => {
    const { fee } = check({ prerequisites: { deploymentFee: { ...FEE, allowance, balance } } })
    expect(fee).toEqual({ tone, text: expect.stringMatching(says) })
  })

  it('is said to somebody without a wallet too', () => {
    const { fee } = check({
      prerequisites: { creator: undefined, deploymentFee: { ...FEE, balance: 0n } },
    })
    expect(fee).toEqual({ tone: 'note', text: 'Deployment fee: 25 USDC.' })
  })
})
