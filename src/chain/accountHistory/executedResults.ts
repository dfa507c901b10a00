import { getUpdatedAggregateBalance } from '../../protocol/aggregateUpdate'
import { AMOUNT_OF, CommitType, isBurn, isMint } from '../../protocol/commitType'
import { POSITIVE_ZERO, type Quad } from '../../protocol/quad'
import type { CommitmentAmounts, ExecutedInterval } from '../../protocol/snapshot'
import { NO_AMOUNTS } from '../../protocol/userBalance'
import type { CommitEntry, ExecutionEntry } from './accountEntry'
import type { ExecutedCommits } from './historyRow'

/** Flips after mints: where both come to the same tokens, the contract divides once for both. */
const ORDER = [
  CommitType.LongMint,
  CommitType.ShortMint,
  CommitType.LongBurn,
  CommitType.ShortBurn,
  CommitType.LongBurnShortMint,
  CommitType.ShortBurnLongMint,
] as const

interface KnownResults {
  readonly interval: ExecutedInterval
  readonly commits: readonly CommitEntry[]
  readonly mintingFee: Quad | undefined
  readonly currentFee: Quad | undefined
  readonly results: readonly ExecutedCommits[] | undefined
}

/** Results by execution: while a long past is read, most of it stays as it is. */
const known = new WeakMap<ExecutionEntry, KnownResults>()

/**
 * What an account's commits of one interval have come to, by their type: fees and what was received, to the unit.
 *
 * @param commits All of the account in the interval
 * @param mintingFee That flips have paid, wad-scaled; undefined while it is open
 * @param currentFee That they would pay now
 * @returns Undefined at prices at which the contract itself could not have computed it
 */
export function executedResults(
  entry: ExecutionEntry,
  interval: ExecutedInterval,
  commits: readonly CommitEntry[],
  mintingFee: Quad | undefined,
  currentFee: Quad | undefined,
): readonly ExecutedCommits[] | undefined {
  const before = known.get(entry)
  const isSame =
    before?.interval === interval &&
    before.mintingFee === mintingFee &&
    before.currentFee === currentFee &&
    before.commits.length === commits.length &&
    before.commits.every((commit, index) => commit === commits[index])
  if (isSame) return before.results
  const results = resultsOf(interval, commits, mintingFee, currentFee)
  known.set(entry, { interval, commits, mintingFee, currentFee, results })
  return results
}

function resultsOf(
  interval: ExecutedInterval,
  commits: readonly CommitEntry[],
  mintingFee: Quad | undefined,
  currentFee: Quad | undefined,
): ExecutedCommits[] | undefined {
  try {
    return ORDER.flatMap((commitType) => {
      const own = commits.filter((commit) => commit.commitType === commitType)
      return own.length === 0
        ? []
        : [resultOf(interval, own, commitType, commits, mintingFee, currentFee)]
    })
  } catch {
    // Prices at which the contract itself could not have computed it.
    return undefined
  }
}

function resultOf(
  interval: ExecutedInterval,
  own: readonly CommitEntry[],
  commitType: CommitType,
  all: readonly CommitEntry[],
  mintingFee: Quad | undefined,
  currentFee: Quad | undefined,
): ExecutedCommits {
  const isFlip = !isMint(commitType) && !isBurn(commitType)
  const fee = mintingFee ?? currentFee
  const { burned, minted } = feesAndTokens(interval, own, fee ?? POSITIVE_ZERO, commitType)
  const isOpen = isFlip && mintingFee === undefined
  // What the flip adds to the mints of the same side, as both are divided by the price together.
  const into = commitType === CommitType.LongBurnShortMint ? 'short' : 'long'
  const mints = all.filter((commit) => commit.commitType === MINT_OF[into])
  const tokens = isFlip
    ? tokensOf(interval, [...mints, ...own], fee)[into] - tokensOf(interval, mints, fee)[into]
    : minted
  return {
    commitType,
    spent: own.reduce((sum, { recorded }) => sum + recorded, 0n),
    mintingFee: own.reduce((sum, { amount, recorded }) => sum + amount - recorded, 0n),
    burningFee: burned.burningFee,
    flipMintingFee: isOpen ? undefined : burned.mintingFee,
    received: isOpen ? undefined : isBurn(commitType) ? burned.settlement : tokens,
    receivedEstimate: isOpen && currentFee !== undefined ? tokens : undefined,
    commits: own,
  }
}

const MINT_OF = { long: CommitType.LongMint, short: CommitType.ShortMint } as const

function feesAndTokens(
  interval: ExecutedInterval,
  own: readonly CommitEntry[],
  mintingFee: Quad,
  commitType: CommitType,
) {
  const result = update(interval, own, mintingFee)
  // The side that is burned gets the burning fee, the other one the minting fee.
  const isLongBurned =
    commitType === CommitType.LongBurn || commitType === CommitType.LongBurnShortMint
  const { _longSettlementFee, _shortSettlementFee } = result
  return {
    burned: {
      burningFee: isLongBurned ? _longSettlementFee : _shortSettlementFee,
      mintingFee: isLongBurned ? _shortSettlementFee : _longSettlementFee,
      settlement: result._newSettlementTokens,
    },
    minted: result._newLongTokens + result._newShortTokens,
  }
}

function tokensOf(
  interval: ExecutedInterval,
  commits: readonly CommitEntry[],
  mintingFee: Quad | undefined,
) {
  const result = update(interval, commits, mintingFee ?? POSITIVE_ZERO)
  return { long: result._newLongTokens, short: result._newShortTokens }
}

function update(interval: ExecutedInterval, commits: readonly CommitEntry[], mintingFee: Quad) {
  const amounts: Record<keyof CommitmentAmounts, bigint> = { ...NO_AMOUNTS }
  for (const { commitType, recorded } of commits) amounts[AMOUNT_OF[commitType]] += recorded
  return getUpdatedAggregateBalance({
    ...amounts,
    ...interval,
    mintingFeeRate: mintingFee,
    currentUpdateIntervalId: interval.updateIntervalId + 1n,
  })
}
