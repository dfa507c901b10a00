import { describe, expect, it } from 'vitest'
import { planAddresses } from './planAddresses'
import { type PoolIdentity, predictPool } from './predictPool'

const BASES = {
  poolFactory: '0x00000000000000000000000000000000000000f1',
  pool: '0x00000000000000000000000000000000000000f2',
  committer: '0x00000000000000000000000000000000000000f3',
  token: '0x00000000000000000000000000000000000000f4',
} as const
const IDENTITY: PoolIdentity = {
  frontRunningIntervalSec: 300,
  updateIntervalSec: 3_600,
  leverage: 3,
  settlementToken: '0x00000000000000000000000000000000000000a1',
  oracleWrapper: '0x00000000000000000000000000000000000000a2',
}
const OTHER = '0x00000000000000000000000000000000000000a3'

const changed = (part: Partial<PoolIdentity>) => {
  const [before, after] = [
    predictPool(BASES, IDENTITY),
    predictPool(BASES, { ...IDENTITY, ...part }),
  ]
  return (['pool', 'committer', 'longToken', 'shortToken'] as const).filter(
    (name) => before[name] !== after[name],
  )
}

describe('the addresses of a pool', () => {
  it('are four different ones', () => {
    expect(new Set(Object.values(predictPool(BASES, IDENTITY))).size).toBe(4)
  })

  it.each<[part: Partial<PoolIdentity>, moves: readonly string[]]>([
    [{ leverage: 4 }, ['pool', 'committer', 'longToken', 'shortToken']],
    [{ settlementToken: OTHER }, ['pool', 'committer', 'longToken', 'shortToken']],
    [{ oracleWrapper: OTHER }, ['pool', 'committer', 'longToken', 'shortToken']],
    // The tokens do not know the intervals: that is why a wrapper makes one pool per leverage and token only.
    [{ updateIntervalSec: 60 }, ['pool', 'committer']],
    [{ frontRunningIntervalSec: 60 }, ['pool', 'committer']],
  ])('move with %j: %j', (part, moves) => {
    expect(changed(part)).toEqual(moves)
  })
})

describe('a plan', () => {
  const account = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
  const { oracleWrapper: _, ...terms } = IDENTITY

  it('puts the wrappers where the next nonces put them', () => {
    const plan = { account, nonce: 0, isSma: true, terms } as const
    const { spotWrapper, smaWrapper, ...pool } = planAddresses(BASES, plan)
    // The first contracts of this well-known account, on any chain.
    expect(spotWrapper).toBe('0x5FbDB2315678afecb367f032d93F642f64180aa3')
    expect(smaWrapper).toBe('0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512')
    if (smaWrapper === undefined) throw new Error('no average')
    expect(pool).toEqual(predictPool(BASES, { ...IDENTITY, oracleWrapper: smaWrapper }))
    const spot = planAddresses(BASES, { ...plan, isSma: false })
    expect(spot.smaWrapper).toBeUndefined()
    expect(spot.pool).toBe(predictPool(BASES, { ...IDENTITY, oracleWrapper: spotWrapper }).pool)
  })

  it('keeps what is there, and puts the rest after it', () => {
    const plan = { account, nonce: 1, isSma: true, terms, spotWrapper: OTHER } as const
    const planned = planAddresses(BASES, plan)
    expect(planned.spotWrapper).toBe(OTHER)
    expect(planned.smaWrapper).toBe('0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512')
    const after = planAddresses(BASES, { ...plan, nonce: 9, smaWrapper: planned.smaWrapper })
    expect(after).toEqual(planned)
  })
})
