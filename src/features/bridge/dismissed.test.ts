import { describe, expect, it } from 'vitest'
import type { HintKind } from '../../analytics/bridgeHint'
import { dismissal, parseDismissedHints } from './dismissed'

const [ME, YOU, USDC, BAL] = ['0x01', '0x02', '0x0a', '0x0b'] as const
const KINDS: readonly HintKind[] = [
  ...(['wrongNetwork', 'nothing', 'noGas'] as const),
  ...(['otherUsdc', 'onEthereum', 'noMoney'] as const),
]
const ABOUT_WALLET = KINDS.slice(0, 3)

describe('a dismissed hint', () => {
  it.each(KINDS)('is of that account, and of that token where it is about one: %s', (kind) => {
    const text = dismissal(ME, kind, USDC)
    expect([...parseDismissedHints(text, ME)(USDC)]).toEqual([kind])
    expect([...parseDismissedHints(text, ME)(BAL)]).toEqual(
      ABOUT_WALLET.includes(kind) ? [kind] : [],
    )
    expect(parseDismissedHints(text, YOU)(USDC).size).toBe(0)
    expect(parseDismissedHints(text, undefined)(USDC).size).toBe(0)
  })

  it('of the time before tokens were written down is about all of them', () => {
    const old = KINDS.map((kind) => `${ME} ${kind}`).join('\n')
    for (const token of [USDC, BAL, undefined])
      expect([...parseDismissedHints(old, ME)(token)]).toEqual(KINDS)
  })

  it('stands beside others', () => {
    const text = [
      dismissal(ME, 'onEthereum', USDC),
      dismissal(ME, 'onEthereum', BAL),
      dismissal(YOU, 'noGas', USDC),
    ].join('\n')
    expect([...parseDismissedHints(text, ME)(BAL)]).toEqual(['onEthereum'])
    expect([...parseDismissedHints(text, YOU)(BAL)]).toEqual(['noGas'])
  })
})
