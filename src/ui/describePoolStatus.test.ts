import { describe, expect, it } from 'vitest'
import { describePoolStatus } from './describePoolStatus'
import { explainPoolStatus } from './explainPoolStatus'

describe('a pool’s status in words', () => {
  it('says nothing more when all is well', () => {
    expect(describePoolStatus({ kind: 'live' })).toEqual({
      kind: 'live',
      tone: 'good',
      label: 'Live',
    })
    expect(explainPoolStatus({ kind: 'live' })).toBeUndefined()
    expect(explainPoolStatus({ kind: 'due' })).toBeUndefined()
  })

  it('says how late the keeper is, in the label and in the sentence', () => {
    const status = { kind: 'late', bySec: 185 } as const
    expect(describePoolStatus(status).label).toBe('Keeper late 3\u00a0min\u00a005\u00a0s')
    expect(explainPoolStatus(status)).toContain('3\u00a0min\u00a005\u00a0s')
  })

  it('says of a paused pool that claims are disabled too', () => {
    expect(describePoolStatus({ kind: 'paused' }).tone).toBe('bad')
    expect(explainPoolStatus({ kind: 'paused' })).toMatch(
      /Commits, claims and rebalances are disabled/,
    )
  })

  it('says of a paused committer what is disabled, and what goes on', () => {
    expect(describePoolStatus({ kind: 'committerPaused' }).tone).toBe('bad')
    expect(explainPoolStatus({ kind: 'committerPaused' })).toMatch(
      /Claims are disabled.*no commits.*still rebalances/,
    )
  })

  it('says of a deprecated pool what still works, and what is not offered', () => {
    expect(describePoolStatus({ kind: 'deprecated' }).tone).toBe('warn')
    expect(explainPoolStatus({ kind: 'deprecated' })).toMatch(
      /Withdraw your funds.*burn and claim.*doesn’t offer minting/,
    )
  })

  it.each([
    ['long', 'No longs', /long side is empty/],
    ['short', 'No shorts', /short side is empty/],
    ['both', 'Empty', /Both sides .* are empty/],
  ] as const)('says which side is empty: %s', (emptySide, label, meaning) => {
    const status = { kind: 'oneSideEmpty', emptySide } as const
    expect(describePoolStatus(status)).toEqual({ kind: 'oneSideEmpty', tone: 'warn', label })
    expect(explainPoolStatus(status)).toMatch(meaning)
  })
})
