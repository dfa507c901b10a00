import { describe, expect, it } from 'vitest'
import {
  chooseHint,
  dueHint,
  type HintFacts,
  type HintKind,
  isReadyToTrade,
  LITTLE_ETHEREUM_WEI,
  LITTLE_GAS_WEI,
  littleMoney,
} from './bridgeHint'

const KINDS: readonly HintKind[] = [
  ...(['wrongNetwork', 'nothing', 'noGas'] as const),
  ...(['otherUsdc', 'onEthereum', 'noMoney'] as const),
]
const DECIMALS = 6
const LITTLE = littleMoney(DECIMALS)
const FLOORS = {
  ethWei: LITTLE_GAS_WEI,
  settlement: LITTLE,
  otherUsdc: LITTLE,
  ethereumEthWei: LITTLE_ETHEREUM_WEI,
  ethereumSettlement: LITTLE,
} as const
type AmountName = keyof typeof FLOORS
const NAMES = Object.keys(FLOORS) as AmountName[]
const FLAGS = ['isWrongNetwork', 'isInvested', 'holdsMoney', 'isBridged'] as const

/** Someone of whom nothing is known and nothing is wrong. */
const UNKNOWN: HintFacts = {
  ...{ isWrongNetwork: false, isInvested: false, holdsMoney: false, isBridged: true },
  decimals: DECIMALS,
  ...{ ethWei: undefined, settlement: undefined, otherUsdc: undefined },
  ...{ ethereumEthWei: undefined, ethereumSettlement: undefined },
}

/** Not known, none, the most that is dust, the least that is not. */
const amountsOf = (name: AmountName) => [undefined, 0n, FLOORS[name] - 1n, FLOORS[name]]

const WITH_FLAGS = FLAGS.reduce<HintFacts[]>(
  (all, flag) => all.flatMap((facts) => [facts, { ...facts, [flag]: !facts[flag] }]),
  [UNKNOWN],
)
const EVERY = NAMES.reduce<HintFacts[]>(
  (all, name) =>
    all.flatMap((facts) => amountsOf(name).map((amount) => ({ ...facts, [name]: amount }))),
  WITH_FLAGS,
)

/** All hints of some facts, by dismissing one after the other. */
function sequence(facts: HintFacts): HintKind[] {
  const shown: HintKind[] = []
  for (;;) {
    const next = dueHint(facts, new Set(shown))
    if (next === undefined) return shown
    shown.push(next)
  }
}

const has = (facts: HintFacts, name: AmountName) => (facts[name] ?? -1n) >= FLOORS[name]
const lacks = (facts: HintFacts, name: AmountName) => facts[name] !== undefined && !has(facts, name)

/** What must be true of the facts for a hint to be true, said once more and differently. */
const HOLDS: Record<HintKind, (facts: HintFacts) => boolean> = {
  wrongNetwork: ({ isWrongNetwork }) => isWrongNetwork,
  nothing: (facts) =>
    !facts.isInvested &&
    lacks(facts, 'ethWei') &&
    lacks(facts, 'settlement') &&
    !NAMES.some((name) => has(facts, name)),
  noGas: (facts) => lacks(facts, 'ethWei') && !HOLDS.nothing(facts),
  otherUsdc: (facts) => lacks(facts, 'settlement') && has(facts, 'otherUsdc'),
  onEthereum: (facts) => lacks(facts, 'settlement') && has(facts, 'ethereumSettlement'),
  noMoney: (facts) =>
    lacks(facts, 'settlement') &&
    facts.isBridged &&
    !(facts.isInvested || facts.holdsMoney) &&
    !(['nothing', 'otherUsdc', 'onEthereum'] as const).some((kind) => HOLDS[kind](facts)),
}

describe('a hint', () => {
  it('is due exactly when it is true, for all 16,384 combinations of facts, in order of urgency', () => {
    expect(EVERY).toHaveLength(16_384)
    const wrong = EVERY.filter(
      (facts) => sequence(facts).join() !== KINDS.filter((kind) => HOLDS[kind](facts)).join(),
    )
    expect(wrong).toEqual([])
    for (const kind of KINDS) expect(EVERY.some(HOLDS[kind]), kind).toBe(true)
  })

  it('is never shown again when dismissed, and the others are not affected', () => {
    const wrong = EVERY.filter((facts) => {
      const all = sequence(facts)
      return KINDS.some(
        (kind) => dueHint(facts, new Set([kind])) !== all.filter((other) => other !== kind)[0],
      )
    })
    expect(wrong).toEqual([])
  })

  it('is not guessed: with nothing known there is none', () => {
    expect(dueHint(UNKNOWN)).toBeUndefined()
  })

  it('does not change by dust', () => {
    const isDust = (facts: HintFacts) => NAMES.some((name) => facts[name] === FLOORS[name] - 1n)
    const swept = (facts: HintFacts): HintFacts => {
      const dust = NAMES.filter((name) => lacks(facts, name))
      return { ...facts, ...Object.fromEntries(dust.map((name) => [name, 0n])) }
    }
    const wrong = EVERY.filter(isDust).filter(
      (facts) => sequence(facts).join() !== sequence(swept(facts)).join(),
    )
    expect(wrong).toEqual([])
  })

  it('counts a hundredth of a token as money, whatever its decimals, and never nothing', () => {
    expect([0, 1, 2, 3, 6, 18].map(littleMoney)).toEqual([1n, 1n, 1n, 10n, 10_000n, 10n ** 16n])
  })
})

describe('of several tokens', () => {
  const gas = { ethWei: LITTLE_GAS_WEI }
  const none = { ...UNKNOWN, ...gas, settlement: 0n, ethereumSettlement: 0n }
  const there = { ...none, ethereumSettlement: LITTLE }
  const choose = (rows: readonly HintFacts[], dismissed: readonly (readonly HintKind[])[] = []) =>
    chooseHint(rows.map((facts, index) => ({ facts, dismissed: new Set(dismissed[index]) })))

  it('says of one alone what is due', () => {
    const wrong = EVERY.filter((facts) => {
      const kind = dueHint(facts)
      return choose([facts])?.kind !== kind
    })
    expect(wrong).toEqual([])
  })

  it('the first with something to say is meant', () => {
    expect(choose([none, none])).toEqual({ kind: 'noMoney', index: 0 })
    expect(choose([there, there])).toEqual({ kind: 'onEthereum', index: 0 })
    const dry = { ...none, ethWei: 0n, ethereumEthWei: 0n }
    expect(choose([dry, dry])).toEqual({ kind: 'nothing', index: 0 })
  })

  it('money of one is neither nothing nor no money, also when it has been said', () => {
    expect(choose([none, there])).toEqual({ kind: 'onEthereum', index: 1 })
    expect(choose([none, there], [[], ['onEthereum']])).toBeUndefined()
    const dry = { ...none, ethWei: 0n, ethereumEthWei: 0n }
    expect(choose([dry, { ...dry, ethereumSettlement: LITTLE }])).toEqual({
      kind: 'noGas',
      index: 1,
    })
  })

  it('what was dismissed of the first is not said of the next that lacks it too', () => {
    expect(choose([none, none], [['noMoney']])).toBeUndefined()
    expect(choose([there, there], [['onEthereum']])).toEqual({ kind: 'onEthereum', index: 1 })
  })

  it('a token that no one knows does not keep back what there is to say', () => {
    expect(choose([{ ...none, isBridged: false }, none])).toEqual({ kind: 'noMoney', index: 1 })
  })

  it('the wallet as a whole comes before any token', () => {
    const lost = { ...there, isWrongNetwork: true }
    expect(choose([lost, lost])).toEqual({ kind: 'wrongNetwork', index: 0 })
    expect(
      choose([
        { ...there, ethWei: 0n },
        { ...none, ethWei: 0n },
      ])?.kind,
    ).toBe('noGas')
  })
})

it('a wallet is ready to trade with ETH and money or a position, not because nothing is known', () => {
  const ready = { ...UNKNOWN, ethWei: LITTLE_GAS_WEI, settlement: LITTLE, holdsMoney: true }
  expect(isReadyToTrade(ready)).toBe(true)
  expect(isReadyToTrade({ ...ready, settlement: 0n, holdsMoney: false, isInvested: true })).toBe(
    true,
  )
  expect(isReadyToTrade({ ...ready, ethWei: 0n })).toBe(false)
  expect(isReadyToTrade({ ...ready, isWrongNetwork: true })).toBe(false)
  expect(isReadyToTrade(UNKNOWN)).toBe(false)
})
