import { describe, expect, it } from 'vitest'
import { createFlow } from '../../flows/createFlow'
import type { Flow } from '../../flows/flow'
import type { CommitIntent } from '../../flows/kinds/commit'
import type { StepStatus } from '../../flows/step'
import { SAMPLE_COMMIT, SAMPLE_LEG } from '../../flows/testing/sampleCommit'
import { describeFlow } from './describeFlow'

const HASH = `0x${'1'.repeat(64)}` as const
const DONE: StepStatus = { at: 'done', hash: HASH }

function anOrder(part: Partial<CommitIntent>, statuses: readonly StepStatus[]): Flow {
  const intent = { ...SAMPLE_COMMIT, ...part }
  const account = intent.pool
  const flow = createFlow({ id: '', chainId: 1, account, createdAtMs: 0, intent }, true)
  const steps = flow.steps.map((step, i) => ({ ...step, status: statuses[i] ?? step.status }))
  return { ...flow, steps }
}

describe('a flow in words', () => {
  it('names its result, with its parts and what its claim costs', () => {
    expect(describeFlow(anOrder({}, [DONE, DONE]))).toMatchObject({
      phase: 'done',
      text: expect.stringMatching(/^Committed\. After the rebalance, claim/),
    })
    const two = anOrder({ legs: [SAMPLE_LEG, SAMPLE_LEG], autoClaimWei: 10n ** 14n }, [
      DONE,
      DONE,
      DONE,
    ])
    const { text } = describeFlow(two)
    expect(text).toMatch(/^2 commits sent\. /)
    expect(text).toMatch(/A claim bot can claim for you and earns 0\.0001 ETH\.$/)
    const [, ...others] = two.steps
    const batch = {
      ...two,
      steps: [{ ...others[0], kind: 'batch', status: DONE }] as Flow['steps'],
    }
    expect(describeFlow(batch).text).toMatch(/^2 commits sent in one transaction\./)
  })

  it('says what is done already when it has stopped on the way', () => {
    const stopped: StepStatus = { at: 'stopped', code: 'REJECTED', message: 'You declined.' }
    expect(
      describeFlow(anOrder({ legs: [SAMPLE_LEG, SAMPLE_LEG] }, [DONE, DONE, stopped])),
    ).toEqual({
      phase: 'problem',
      text: 'Done: Approve this amount; Commit 1 of 2. Commit 2 of 2: You declined.',
    })
  })
})
