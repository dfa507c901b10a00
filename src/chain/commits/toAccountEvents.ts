import type { AccountEvent } from '../../analytics/profit/accountEvent'
import type { Quad } from '../../protocol/quad'
import type { ExecutedInterval } from '../../protocol/snapshot'
import { byPlace } from '../accountHistory/accountEntry'
import type { AccountPast } from './accountPast'
import { foldExecutions, NO_TOKENS } from './foldExecutions'

/**
 * An account's past in one pool, in the order in which it happened, with the minting fee that its flips have paid.
 *
 * @param executed What the account's intervals were executed at
 * @param mintingFee The pool's now, wad-scaled: what flips that are not aggregated yet would pay
 * @returns Undefined where an interval's prices are not known, or the tokens that a claim has paid do not go with its flips
 */
export function toAccountEvents(
  past: AccountPast,
  executed: ReadonlyMap<bigint, ExecutedInterval>,
  mintingFee: Quad,
): AccountEvent[] | undefined {
  const { mintingFees, isSound } = foldExecutions(past, executed, NO_TOKENS)
  if (!isSound) return undefined
  const steps: { blockNumber: bigint; logIndex: number; event: AccountEvent }[] = []
  for (const { blockNumber, logIndex, ...commit } of past.commits) {
    const { commitType, updateIntervalId, amount, recorded } = commit
    const event = { kind: 'commit', commitType, updateIntervalId, amount, recorded } as const
    steps.push({ blockNumber, logIndex, event })
  }
  for (const { kind, side, tokens, blockNumber, logIndex } of past.transfers)
    steps.push({ blockNumber, logIndex, event: { kind, side, tokens } })
  steps.push(...past.moves)
  for (const { updateIntervalId, blockNumber, logIndex } of past.executions) {
    const interval = executed.get(updateIntervalId)
    if (interval === undefined) return undefined
    const fee = mintingFees.get(updateIntervalId) ?? mintingFee
    steps.push({ blockNumber, logIndex, event: { kind: 'executed', ...interval, mintingFee: fee } })
  }
  return steps.sort(byPlace).map(({ event }) => event)
}
