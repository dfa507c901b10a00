import type { Hash } from 'viem'
import { describe, expect, it } from 'vitest'
import { type Intent, stepName } from '../../flows/kinds/kinds'
import type { FailedBecause, StepStatus } from '../../flows/step'
import { SAMPLE_COMMIT, SAMPLE_LEG } from '../../flows/testing/sampleCommit'
import { describeStep, describeUnsent } from './describeStep'
import { describeUnresolvedStep } from './UnresolvedStepNotice'

const HASH = `0x${'1'.repeat(64)}` as const
const { pool, committer } = SAMPLE_COMMIT
const CLAIM: Intent = { kind: 'claim', title: 'Claim', pool, committer }

function text(status: StepStatus, kind: string = 'commit', isCurrent = true) {
  return describeStep({ kind, leg: undefined, status, hashes: [] }, isCurrent)
}

describe('a step in words', () => {
  it.each<[StepStatus, string]>([
    [{ at: 'ready' }, 'waiting'],
    [{ at: 'simulating' }, 'active'],
    [{ at: 'signing', fromBlock: 1n }, 'active'],
    [{ at: 'unknown', fromBlock: 1n }, 'problem'],
    [{ at: 'sent', hash: HASH }, 'active'],
    [{ at: 'sent', hash: HASH, missing: true }, 'problem'],
    [{ at: 'sent', hash: HASH, missing: true, isUnfinished: true }, 'problem'],
    [{ at: 'done', hash: HASH }, 'done'],
    [{ at: 'failed', hash: HASH, because: 'reverted' }, 'problem'],
    [{ at: 'failed', hash: HASH, because: 'replaced' }, 'problem'],
    [{ at: 'stopped', code: 'REJECTED', message: 'You declined.' }, 'problem'],
  ])('$at has a sentence and is marked as %s', (status, phase) => {
    const described = text(status)
    expect(described.phase).toBe(phase)
    expect(described.text).toMatch(/^[A-Z].*[.…]$/)
  })

  it('waits for the person only when it is its turn', () => {
    expect(text({ at: 'ready' }, 'commit', true).text).not.toBe(
      text({ at: 'ready' }, 'commit', false).text,
    )
  })

  it('passes on why it was stopped, in the same words', () => {
    const message = 'You declined in your wallet. Nothing was sent.'
    expect(text({ at: 'stopped', code: 'REJECTED', message }).text).toBe(message)
  })

  it('tells a revert, which costs the fee, from a replacement', () => {
    expect(text({ at: 'failed', hash: HASH, because: 'reverted' }).text).toMatch(/fee was spent/)
    expect(text({ at: 'failed', hash: HASH, because: 'replaced' }).text).toMatch(
      /Replaced by another/,
    )
  })

  it('says of an approval without a transaction that it was there, and of no other step', () => {
    const done = { at: 'done', hash: undefined } as const
    expect(text(done, 'approve').text).toMatch(/^Already/)
    expect(text(done, 'commit').text).toBe('Done.')
  })

  it('is never said not to have been sent when it was', () => {
    const unsent = (status: StepStatus, hashes: readonly Hash[] = [HASH]) =>
      describeUnsent({ kind: 'commit', leg: 0, status, hashes })
    const failed = (because: FailedBecause) => unsent({ at: 'failed', hash: HASH, because })
    expect(unsent({ at: 'ready' }, [])).toBe(
      'Nothing is committed until you confirm the new figures.',
    )
    expect(unsent({ at: 'ready' })).toBe('It was not resent.')
    for (const because of ['reverted', 'replaced', 'cancelled'] as const)
      expect(failed(because)).toBe('The transaction did nothing. It was not resent.')
    expect(failed('dropped')).toMatch(/may still be included/)
    expect(failed('partly')).toBeUndefined()
    expect(unsent({ at: 'submitted', callsId: '0x1', fromBlock: 1n }, [])).toBeUndefined()
  })

  it('is called by what it does', () => {
    const name = (kind: string, intent: Intent = SAMPLE_COMMIT, index?: number) =>
      stepName(intent, { kind, leg: index })
    expect([name('approve'), name('commit'), name('claim', CLAIM)]).toEqual([
      'Approve this amount',
      'Commit',
      'Claim',
    ])
    expect(name('approve', { ...SAMPLE_COMMIT, approval: 'unlimited' })).toBe('Approve unlimited')
    expect(name('commit', { ...SAMPLE_COMMIT, legs: [SAMPLE_LEG, SAMPLE_LEG] }, 1)).toBe(
      'Commit 2 of 2',
    )
  })
})

it('nobody is asked whether a transaction is gone while it may be among what was not looked at', () => {
  const missing = { at: 'sent', hash: HASH, missing: true } as const
  expect(describeUnresolvedStep(missing)?.answer).toBe('It’s no longer in my wallet')
  expect(describeUnresolvedStep({ ...missing, isUnfinished: true })).toBeUndefined()
  const unknown = { at: 'unknown', fromBlock: 1n, searched: 'unfinished' } as const
  expect(describeUnresolvedStep(unknown)?.text).toContain('The search continues')
})
