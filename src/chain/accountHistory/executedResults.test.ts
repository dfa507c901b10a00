import { expect, it } from 'vitest'
import { CommitType } from '../../protocol/commitType'
import { fromUInt, ONE, POSITIVE_ZERO } from '../../protocol/quad'
import type { ExecutedInterval } from '../../protocol/snapshot'
import type { CommitEntry, ExecutionEntry } from './accountEntry'
import { executedResults } from './executedResults'

const INTERVAL: ExecutedInterval = {
  updateIntervalId: 7n,
  longPrice: ONE,
  shortPrice: ONE,
  burnFee: POSITIVE_ZERO,
}
const FLIP = { commitType: CommitType.LongBurnShortMint, amount: 1_000n, recorded: 1_000n }
const COMMITS = [FLIP as CommitEntry]
/** Wad-scaled. */
const ONE_PERCENT = fromUInt(10n ** 16n)

it('estimates what an open flip brings at the current fee, which is what it brings if that becomes its fee', () => {
  const open = executedResults({} as ExecutionEntry, INTERVAL, COMMITS, undefined, ONE_PERCENT)
  expect(open).toMatchObject([{ received: undefined, receivedEstimate: 990n }])
  const settled = executedResults({} as ExecutionEntry, INTERVAL, COMMITS, ONE_PERCENT, ONE)
  expect(settled).toMatchObject([{ received: 990n, receivedEstimate: undefined }])
  const unknown = executedResults({} as ExecutionEntry, INTERVAL, COMMITS, undefined, undefined)
  expect(unknown).toMatchObject([{ received: undefined, receivedEstimate: undefined }])
})
