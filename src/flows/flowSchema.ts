import * as v from 'valibot'
import type { Flow, StepStatus } from './flow'

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
  ]),
  steps: v.pipe(
    v.array(
      v.object({
        kind: v.picklist(['approve', 'commit', 'batch', 'claim', 'feeClaim', 'upkeep']),
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
