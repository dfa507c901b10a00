import { describe, expect, it } from 'vitest'
import { dueHint, type HintFacts, type HintKind } from './bridgeHint'

const AMOUNTS = [undefined, 0n, 7n]
const KINDS: readonly HintKind[] = ['wrongNetwork', 'nothing', 'noGas', 'otherUsdc', 'onEthereum']

const EVERY: readonly HintFacts[] = [true, false].flatMap((isWrongNetwork) =>
  [true, false].flatMap((isInvested) =>
    AMOUNTS.flatMap((ethWei) =>
      AMOUNTS.flatMap((settlement) =>
        AMOUNTS.flatMap((otherUsdc) =>
          AMOUNTS.flatMap((ethereumEthWei) =>
            AMOUNTS.map((ethereumSettlement) => ({
              ...{ isWrongNetwork, isInvested, ethWei, settlement },
              ...{ otherUsdc, ethereumEthWei, ethereumSettlement },
            })),
          ),
        ),
      ),
    ),
  ),
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

/** What must be true of the facts for a hint to be true, said once more and differently. */
const HOLDS: Record<HintKind, (facts: HintFacts) => boolean> = {
  wrongNetwork: ({ isWrongNetwork }) => isWrongNetwork,
  nothing: ({ isWrongNetwork: _, isInvested, ethWei, settlement, ...elsewhere }) =>
    !isInvested &&
    ethWei === 0n &&
    settlement === 0n &&
    Object.values(elsewhere).every((amount) => amount === undefined || amount === 0n),
  noGas: (facts) => facts.ethWei === 0n && !HOLDS.nothing(facts),
  otherUsdc: ({ settlement, otherUsdc }) => settlement === 0n && (otherUsdc ?? 0n) > 0n,
  onEthereum: ({ settlement, ethereumSettlement }) =>
    settlement === 0n && (ethereumSettlement ?? 0n) > 0n,
}

describe('a hint', () => {
  it('is due exactly when it is true, for all 972 combinations of facts, in order of urgency', () => {
    expect(EVERY).toHaveLength(972)
    for (const facts of EVERY)
      expect(sequence(facts)).toEqual(KINDS.filter((kind) => HOLDS[kind](facts)))
  })

  it('is never shown again when dismissed, and the others are not affected', () => {
    for (const facts of EVERY)
      for (const kind of KINDS) {
        const rest = sequence(facts).filter((other) => other !== kind)
        expect(dueHint(facts, new Set([kind]))).toBe(rest[0])
      }
  })

  it('is not guessed: with nothing known there is none', () => {
    const amounts = {
      ...{ ethWei: undefined, settlement: undefined, otherUsdc: undefined },
      ...{ ethereumEthWei: undefined, ethereumSettlement: undefined },
    }
    expect(dueHint({ isWrongNetwork: false, isInvested: false, ...amounts })).toBeUndefined()
  })
})
