import { getUpdatedAggregateBalance } from '../../protocol/aggregateUpdate'
import { MAX_ITERATIONS } from '../../protocol/bounds'
import { AMOUNT_OF, CommitType } from '../../protocol/commitType'
import { fromUInt, POSITIVE_ZERO, type Quad } from '../../protocol/quad'
import type { CommitmentAmounts, ExecutedInterval } from '../../protocol/snapshot'
import { NO_AMOUNTS } from '../../protocol/userBalance'
import { WAD } from '../../protocol/wad'
import type { AccountPast } from './accountPast'

/** Pool tokens of both sides, in their units. */
export interface Tokens {
  readonly long: bigint
  readonly short: bigint
}

export const NO_TOKENS: Tokens = { long: 0n, short: 0n }

/** What has become of the account's executed intervals. */
export interface FoldedExecutions {
  /** What the account's commits of each interval come to; mints after their fee. */
  readonly amounts: ReadonlyMap<bigint, CommitmentAmounts>
  /** The minting fee that flips of an interval have paid, wad-scaled: known once they are aggregated, and only where it matters. */
  readonly mintingFees: ReadonlyMap<bigint, Quad>
  /** Whether every claim has paid what its executions give. */
  readonly isSound: boolean
}

/**
 * Follows an account's escrow in one pool through its past, to learn the minting fee that its flips have paid: that of the
 * commit that aggregated them, which says it, or of the claim, which tells it by the tokens that it paid.
 *
 * @param executed What the account's intervals were executed at, as far as that is known
 * @param start The escrow before the past; undefined where that is not known
 */
export function foldExecutions(
  {
    commits,
    claims,
    payouts,
    executions,
  }: Pick<AccountPast, 'commits' | 'claims' | 'payouts' | 'executions'>,
  executed: ReadonlyMap<bigint, ExecutedInterval>,
  start: Tokens | undefined,
): FoldedExecutions {
  const amounts = new Map<bigint, CommitmentAmounts>()
  const mintingFees = new Map<bigint, Quad>()
  let isSound = true
  let escrow = start
  let waiting: bigint[] = []
  const steps = [
    ...commits.map((commit) => ({ ...placeOf(commit), commit })),
    ...claims.map((claim) => ({ ...placeOf(claim), claim })),
    ...executions.map((execution) => ({ ...placeOf(execution), execution })),
  ].sort(byPlace)
  for (const step of steps) {
    if ('execution' in step) {
      waiting.push(step.execution.updateIntervalId)
      continue
    }
    const folded = waiting.flatMap((id) => {
      const interval = executed.get(id)
      return interval ? [{ interval, amounts: amounts.get(id) ?? NO_AMOUNTS }] : []
    })
    // One call folds no more ids; which of more are left is not told.
    const isAll = folded.length === waiting.length && waiting.length <= MAX_ITERATIONS
    let fee: Quad | undefined
    if ('commit' in step) fee = step.commit.mintingFee
    else if (isAll && escrow !== undefined) {
      fee = feeOfClaim(folded, escrow, tokensOfClaim(step.claim, { claims, payouts }))
      if (fee === undefined) isSound = false
    } else if (isAll && !folded.some((one) => hasFlips(one.amounts))) fee = POSITIVE_ZERO
    if (fee !== undefined && isAll) for (const id of waiting) mintingFees.set(id, fee)
    if ('claim' in step) escrow = NO_TOKENS
    else {
      const { commitType, amount, recorded, updateIntervalId, fromAggregateBalance } = step.commit
      const spent = fromAggregateBalance ? tokensTaken(commitType, amount) : NO_TOKENS
      escrow =
        escrow === undefined || !isAll || fee === undefined
          ? undefined
          : subtract(add(escrow, tokensOf(folded, fee)), spent)
      const before = amounts.get(updateIntervalId) ?? NO_AMOUNTS
      const field = AMOUNT_OF[commitType]
      amounts.set(updateIntervalId, { ...before, [field]: before[field] + recorded })
    }
    waiting = []
  }
  return { amounts, mintingFees, isSound }
}

/** Whether something in an interval pays a minting fee only when it is aggregated. */
export function hasFlips({
  longBurnShortMintPoolTokens,
  shortBurnLongMintPoolTokens,
}: CommitmentAmounts): boolean {
  return longBurnShortMintPoolTokens + shortBurnLongMintPoolTokens > 0n
}

interface Place {
  readonly blockNumber: bigint
  readonly logIndex: number
}

interface Folded {
  readonly interval: ExecutedInterval
  readonly amounts: CommitmentAmounts
}

type Placed = Pick<AccountPast['claims'][number], 'transactionHash' | 'logIndex'>

/** What came with a claim: it stands after it in the transaction, before any further claim of the same pool. */
export function payoutsOf<payout extends Placed>(
  claim: Placed,
  claims: readonly Placed[],
  payouts: readonly payout[],
): payout[] {
  const { transactionHash, logIndex } = claim
  const next = claims
    .filter((other) => other.transactionHash === transactionHash && other.logIndex > logIndex)
    .reduce((first, other) => Math.min(first, other.logIndex), Number.POSITIVE_INFINITY)
  return payouts.filter(
    (payout) =>
      payout.transactionHash === transactionHash &&
      payout.logIndex > logIndex &&
      payout.logIndex < next,
  )
}

function tokensOfClaim(
  claim: AccountPast['claims'][number],
  { claims, payouts }: Pick<AccountPast, 'claims' | 'payouts'>,
): Tokens {
  const own = payoutsOf(claim, claims, payouts)
  const sumOf = (side: keyof Tokens) =>
    own.reduce((sum, one) => (one.side === side ? sum + one.tokens : sum), 0n)
  return { long: sumOf('long'), short: sumOf('short') }
}

/** What intervals add to the escrow at a minting fee. */
function tokensOf(folded: readonly Folded[], mintingFeeRate: Quad): Tokens {
  return folded.reduce((sum, { interval, amounts }) => {
    const result = getUpdatedAggregateBalance({
      ...amounts,
      ...interval,
      mintingFeeRate,
      currentUpdateIntervalId: interval.updateIntervalId + 1n,
    })
    return add(sum, { long: result._newLongTokens, short: result._newShortTokens })
  }, NO_TOKENS)
}

/** The lowest minting fee at which a claim has paid what it has; undefined where there is none. */
function feeOfClaim(folded: readonly Folded[], escrow: Tokens, paid: Tokens): Quad | undefined {
  const wanted = { long: paid.long - escrow.long, short: paid.short - escrow.short }
  let fee = 0n
  for (const side of ['long', 'short'] as const) {
    // The higher the fee, the fewer the tokens.
    let [low, high] = [fee, WAD]
    while (low < high) {
      const middle = (low + high) / 2n
      if (tokensOf(folded, fromUInt(middle))[side] > wanted[side]) low = middle + 1n
      else high = middle
    }
    fee = low
  }
  const tokens = tokensOf(folded, fromUInt(fee))
  const isIt = tokens.long === wanted.long && tokens.short === wanted.short
  return isIt ? fromUInt(fee) : undefined
}

/** The pool tokens that a commit takes out of the escrow. */
function tokensTaken(commitType: CommitType, amount: bigint): Tokens {
  switch (commitType) {
    case CommitType.LongBurn:
    case CommitType.LongBurnShortMint:
      return { long: amount, short: 0n }
    case CommitType.ShortBurn:
    case CommitType.ShortBurnLongMint:
      return { long: 0n, short: amount }
    default:
      return NO_TOKENS
  }
}

function add(a: Tokens, b: Tokens): Tokens {
  return { long: a.long + b.long, short: a.short + b.short }
}

function subtract(a: Tokens, b: Tokens): Tokens {
  return { long: a.long - b.long, short: a.short - b.short }
}

const placeOf = ({ blockNumber, logIndex }: Place): Place => ({ blockNumber, logIndex })

function byPlace(a: Place, b: Place): number {
  return a.blockNumber === b.blockNumber
    ? a.logIndex - b.logIndex
    : Number(a.blockNumber - b.blockNumber)
}
