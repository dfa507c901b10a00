import type { Hash } from 'viem'
import { MAX_REVISION } from '../protocol/bounds'
import type { Flow } from './flow'
import type { Step, StepStatus } from './step'

/**
 * The newer of two versions of one flow, with all that either knows of hashes. Two pages can have written at the same time, and a
 * storage can refuse: neither version need come from the other.
 *
 * Newer is, in this order, what has more steps done, what knows a hash that the other does not, what has seen more changes, and
 * what is farther on; of equals it is the stored one, which both pages have.
 *
 * @returns The very object that was given where the other adds nothing to it
 */
export function newerFlow(here: Flow, stored: Flow): Flow {
  const [newer, older] = isNewer(here, stored) ? [here, stored] : [stored, here]
  const left = new Set(unknownTo(newer, older))
  const steps = newer.steps.map((step, index) => {
    const other = older.steps[index]
    const same = other?.kind === step.kind && other.leg === step.leg ? other : undefined
    const hashes = same?.hashes.filter((hash) => left.delete(hash)) ?? []
    const lastRequest = step.lastRequest ?? same?.lastRequest
    if (hashes.length === 0 && lastRequest === step.lastRequest) return step
    const kept = lastRequest === undefined ? {} : { lastRequest }
    return { ...step, hashes: [...step.hashes, ...hashes], ...kept }
  })
  const [first] = steps
  // Of a batch that the other has split, or the reverse: whatever carries it is looked at before anything is sent again.
  if (first !== undefined && left.size > 0)
    steps[0] = { ...first, hashes: [...first.hashes, ...left] }
  // What only the person can say has to be before their eyes.
  const dismissed =
    newer.dismissed ||
    (older.dismissed && newer.steps.every(({ status }) => status.at !== 'unknown'))
  const isSame =
    dismissed === newer.dismissed && steps.every((step, index) => step === newer.steps[index])
  return isSame ? newer : { ...newer, dismissed, steps }
}

/** How many changes a flow has seen with one more. */
export function nextRevision({ revision = 0 }: Pick<Flow, 'revision'>): number {
  return Math.min(revision + 1, MAX_REVISION)
}

function isNewer(here: Flow, stored: Flow): boolean {
  const more = [
    countDone(here) - countDone(stored),
    Number(unknownTo(stored, here).length > 0) - Number(unknownTo(here, stored).length > 0),
    (here.revision ?? 0) - (stored.revision ?? 0),
    progress(here) - progress(stored),
  ]
  return (more.find((by) => by !== 0) ?? 0) > 0
}

/** The hashes of one version that the other has not heard of. */
function unknownTo(flow: Flow, other: Flow): readonly Hash[] {
  const known = new Set(hashesOf(flow))
  return hashesOf(other).filter((hash) => !known.has(hash))
}

function hashesOf({ steps }: Flow): readonly Hash[] {
  return steps.flatMap(({ hashes }) => hashes)
}

function countDone({ steps }: Flow): number {
  return steps.filter(({ status }) => status.at === 'done').length
}

/** From nothing started to the end. Only used between versions that nothing else tells apart: a retry begins at the front again. */
const ORDER: Readonly<Record<StepStatus['at'], number>> = {
  ready: 0,
  stopped: 1,
  simulating: 2,
  signing: 3,
  unknown: 4,
  submitted: 5,
  sent: 6,
  failed: 7,
  done: 8,
}

function progress({ steps }: { readonly steps: readonly Step[] }): number {
  return steps.reduce((sum, { status }) => sum + ORDER[status.at], 0)
}
