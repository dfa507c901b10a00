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

  it('says of a paused pool that claims stand still too', () => {
    const { tone, meaning } = describePoolStatus({ kind: 'paused' })
    expect(tone).toBe('bad')
    expect(meaning).toMatch(/no commits.*no claims/)
  })

  it('says of a paused committer what stands still, and what goes on', () => {
    const { tone, meaning } = describePoolStatus({ kind: 'committerPaused' })
    expect(tone).toBe('bad')
    expect(meaning).toMatch(/no claims.*no commits.*still rebalances/)
  })

  it('says of a deprecated pool what still works, and what is not offered', () => {
    const { tone, meaning } = describePoolStatus({ kind: 'deprecated' })
    expect(tone).toBe('warn')
    expect(meaning).toMatch(/Take your money out.*burning and claiming.*minting is not offered/)
  })

  it.each([
    ['long', 'No longs', /Nobody is long/],
    ['short', 'No shorts', /Nobody is short/],
    ['both', 'Empty', /Nobody holds either side/],
  ] as const)('says which side is empty: %s', (emptySide, label, meaning) => {
    const text = describePoolStatus({ kind: 'oneSideEmpty', emptySide })
    expect([text.tone, text.label]).toEqual(['warn', label])
    expect(text.meaning).toMatch(meaning)
  })
})
