/** Where the version before kept its flows: one commit each, always exactly approved. */
export const OLD_FLOWS_KEY = 'flows.v1'

/** Fields that are called something else today. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['asked', 'lastRequest'],
  ['promise', 'projection'],
  ['parts', 'byLeg'],
  ['isUnprojected', 'hasNoAmounts'],
])

/** An object of a stored flow under the names of this version. */
export function renameOldFields(value: unknown): unknown {
  if (!isRecord(value) || !Object.keys(value).some((name) => RENAMED.has(name))) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [RENAMED.get(name) ?? name, field]),
  )
}

/** A flow of the version before in the form of this one; anything else as it is, for the schema to judge. */
export function upgradeFlow(value: unknown): unknown {
  if (!isRecord(value) || !isRecord(value.intent) || !Array.isArray(value.steps)) return value
  const steps = value.steps.map((step: unknown) =>
    isRecord(step) && step.kind === 'commit' ? { ...step, leg: 0 } : step,
  )
  const flow = { ...value, steps, unbatched: false }
  if (value.intent.kind !== 'commit') return flow
  const { commitType, amount, fromAggregateBalance, ...rest } = value.intent
  const legs = [{ commitType, amount, fromAggregateBalance }]
  return { ...flow, intent: { ...rest, legs, approval: 'exact', autoClaimWei: 0n } }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
