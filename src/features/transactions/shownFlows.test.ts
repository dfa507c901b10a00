import { expect, it } from 'vitest'
import { createFlow } from '../../flows/createFlow'
import type { Flow } from '../../flows/flow'
import type { StepStatus } from '../../flows/step'
import { SAMPLE_COMMIT } from '../../flows/testing/sampleCommit'
import { shownFlows } from './shownFlows'

const DONE: StepStatus = { at: 'done', hash: `0x${'1'.repeat(64)}` }

function flowAt(id: string, status: StepStatus, dismissed = false): Flow {
  const about = { id, chainId: 1, account: SAMPLE_COMMIT.pool, createdAtMs: 0 }
  const flow = createFlow({ ...about, intent: SAMPLE_COMMIT }, false)
  return { ...flow, dismissed, steps: flow.steps.map((step) => ({ ...step, status })) }
}
const shown = (...flows: readonly Flow[]) => shownFlows(flows).map(({ id }) => id)

it('shows all that is unfinished, and the newest result', () => {
  const open = flowAt('open', { at: 'ready' })
  expect(shown(flowAt('new', DONE), open, flowAt('old', DONE))).toEqual(['new', 'open'])
  expect(shown(open, flowAt('old', DONE))).toEqual(['open'])
})

it('brings no older result back when the newest is dismissed', () => {
  expect(shown(flowAt('new', DONE, true), flowAt('old', DONE))).toEqual([])
})
