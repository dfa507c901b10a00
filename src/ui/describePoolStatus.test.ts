import { describe, expect, it } from 'vitest'
import { describePoolStatus } from './describePoolStatus'

describe('a pool’s status in words', () => {
  it('says nothing more when all is well', () => {
    expect(describePoolStatus({ kind: 'live' })).toEqual({
      kind: 'live',
      tone: 'good',
      label: 'Live',
      meaning: undefined,
    })
    expect(describePoolStatus({ kind: 'due' }).meaning).toBeUndefined()
  })

  it('says how late the keeper is, in the label and in the sentence', () => {
    const text = describePoolStatus({ kind: 'late', bySec: 185 })
    expect(text.label).toBe('Keeper late 3 min 05 s')
    expect(text.meaning).toContain('3 min 05 s')
  })

  it('says of a paused pool that claims are disabled too', () => {
    const { tone, meaning } = describePoolStatus({ kind: 'paused' })
    expect(tone).toBe('bad')
    expect(meaning).toMatch(/Commits, claims and rebalances are disabled/)
  })

  it('says of a paused committer what is disabled, and what goes on', () => {
    const { tone, meaning } = describePoolStatus({ kind: 'committerPaused' })
    expect(tone).toBe('bad')
    expect(meaning).toMatch(/Claims are disabled.*no commits.*still rebalances/)
  })

  it('says of a deprecated pool what still works, and what is not offered', () => {
    const { tone, meaning } = describePoolStatus({ kind: 'deprecated' })
    expect(tone).toBe('warn')
    expect(meaning).toMatch(/Withdraw your funds.*burn and claim.*doesn’t offer minting/)
  })

  it.each([
    ['long', 'No longs', /long side is empty/],
    ['short', 'No shorts', /short side is empty/],
    ['both', 'Empty', /Both sides .* are empty/],
  ] as const)('says which side is empty: %s', (emptySide, label, meaning) => {
    const text = describePoolStatus({ kind: 'oneSideEmpty', emptySide })
    expect([text.tone, text.label]).toEqual(['warn', label])
    expect(text.meaning).toMatch(meaning)
  })
})
