import * as v from 'valibot'
import type { Flow, StepKind, StepStatus } from './flow'

const STATUSES = [
  'ready',
  'simulating',
  'signing',
  'unknown',
  'submitted',
  'sent',
  'done',
  'failed',
  'stopped',
] as const satisfies readonly StepStatus['at'][]

const KINDS = [
  'approve',
  'commit',
  'batch',
  'claim',
  'feeClaim',
  'upkeep',
  'deploySpot',
  'deploySma',
  'deployEth',
  'deployPool',
] as const satisfies readonly StepKind[]

const poolIntent = { pool: v.string(), title: v.string() }

const flowSchema = v.object({
  id: v.string(),
  chainId: v.number(),
  account: v.string(),
  createdAtMs: v.number(),
  unbatched: v.boolean(),
  dismissed: v.boolean(),
  intent: v.variant('kind', [
    v.looseObject({
      ...poolIntent,
      kind: v.literal('commit'),
      committer: v.string(),
      settlementToken: v.string(),
      legs: v.pipe(
        v.array(
          v.object({
            commitType: v.picklist([0, 1, 2, 3, 4, 5]),
            amount: v.bigint(),
            fromAggregateBalance: v.boolean(),
          }),
        ),
        v.minLength(1),
      ),
      approval: v.picklist(['exact', 'unlimited']),
      autoClaimWei: v.bigint(),
    }),
    v.looseObject({ ...poolIntent, kind: v.literal('claim'), committer: v.string() }),
    v.looseObject({ ...poolIntent, kind: v.literal('feeClaim') }),
    v.looseObject({ ...poolIntent, kind: v.literal('upkeep'), pools: v.array(v.string()) }),
    v.looseObject({
      kind: v.literal('create'),
      title: v.string(),
      poolFactory: v.string(),
      terms: v.looseObject({ poolName: v.string(), settlementToken: v.string() }),
      code: v.object({ spot: v.string(), sma: v.string() }),
      created: v.record(v.string(), v.string()),
    }),
  ]),
  steps: v.pipe(
    v.array(
      v.object({
        kind: v.picklist(KINDS),
        status: v.looseObject({ at: v.picklist(STATUSES) }),
        hashes: v.array(v.string()),
      }),
    ),
    v.minLength(1),
  ),
})

/** What another version or a hand has written there must not stop the page from opening. */
export function isFlow(value: unknown): value is Flow {
  return v.is(flowSchema, value)
}
