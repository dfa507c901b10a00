import type { AccountEvent } from '../../analytics/profit/poolLedger'
import { getUpdatedAggregateBalance } from '../../protocol/aggregateUpdate'
import { AMOUNT_OF, CommitType } from '../../protocol/commitType'
import { fromUInt, type Quad } from '../../protocol/quad'
import type { CommitmentAmounts, ExecutedInterval } from '../../protocol/snapshot'
import { NO_AMOUNTS } from '../../protocol/userBalance'
import { WAD } from '../../protocol/wad'
import type { AccountPast } from './getAccountPast'

/**
 * An account's past in one pool, in the order in which it happened, with the minting fee that its flips have paid: that of the
 * commit that aggregated them, which says it, or of the claim, which tells it by the tokens that it paid.
 *
 * @param executed What the account's intervals were executed at
 * @param mintingFee The pool's now, wad-scaled
 * @returns Undefined where an interval's prices are not known, or the tokens that a claim has paid do not go with its flips
 */
export function toAccountEvents(
  { commits, claims, transfers, payouts, executions }: AccountPast,
  executed: ReadonlyMap<bigint, ExecutedInterval>,
  mintingFee: Quad,
): AccountEvent[] | undefined {
  const steps: (Place & ({ readonly event: AccountEvent } | { readonly fold: Fold }))[] = []
  for (const commit of commits) {
    const place = placeOf(commit)
    const { commitType, updateIntervalId, amount, recorded, fromAggregateBalance } = commit
    const event = { kind: 'commit', commitType, updateIntervalId, amount, recorded } as const
    const spent = fromAggregateBalance ? tokensTaken(commitType, amount) : NO_TOKENS
    steps.push({ ...place, fold: { mintingFee: commit.mintingFee, spent } }, { ...place, event })
  }
  for (const claim of claims) {
    const ofClaim = payouts.filter(({ blockNumber }) => blockNumber === claim.blockNumber)
    const paid = { long: sumOf(ofClaim, 'long'), short: sumOf(ofClaim, 'short') }
    steps.push({ ...placeOf(claim), fold: { paid } })
  }
  for (const { kind, side, tokens, ...place } of transfers)
    steps.push({ ...place, event: { kind, side, tokens } })
  for (const { updateIntervalId, ...place } of executions) {
    const interval = executed.get(updateIntervalId)
    if (interval === undefined) return undefined
    steps.push({ ...place, event: { kind: 'executed', ...interval, mintingFee } })
  }

  const events: AccountEvent[] = []
  const queued = new Map<bigint, CommitmentAmounts>()
  /** Executed and not aggregated: where their events stand. */
  let waiting: number[] = []
  let escrow = NO_TOKENS
  for (const step of steps.sort(byPlace)) {
    if ('event' in step) {
      const { event } = step
      if (event.kind === 'executed') waiting.push(events.length)
      if (event.kind === 'commit') {
        const { updateIntervalId: id, commitType, recorded } = event
        const amounts = queued.get(id) ?? NO_AMOUNTS
        const field = AMOUNT_OF[commitType]
        queued.set(id, { ...amounts, [field]: amounts[field] + recorded })
      }
      events.push(event)
      continue
    }
    const folded = waiting.flatMap((index) => {
      const event = events[index]
      if (event?.kind !== 'executed') return []
      return { event, index, amounts: queued.get(event.updateIntervalId) ?? NO_AMOUNTS }
    })
    const { fold } = step
    const fee = 'paid' in fold ? feeOfClaim(folded, escrow, fold.paid) : fold.mintingFee
    if (fee === undefined) return undefined
    for (const { event, index } of folded) events[index] = { ...event, mintingFee: fee }
    const came = add(escrow, tokensOf(folded, fee))
    escrow =
      'paid' in fold
        ? NO_TOKENS
        : { long: came.long - fold.spent.long, short: came.short - fold.spent.short }
    waiting = []
  }
  return events
}

interface Place {
  readonly blockNumber: bigint
  readonly logIndex: number
}

interface Tokens {
  readonly long: bigint
  readonly short: bigint
}

/** Whatever an account does in a pool aggregates what has been executed for it. */
type Fold = { readonly mintingFee: Quad; readonly spent: Tokens } | { readonly paid: Tokens }

interface Folded {
  readonly event: ExecutedInterval
  readonly amounts: CommitmentAmounts
}

const NO_TOKENS: Tokens = { long: 0n, short: 0n }

/** What intervals add to the escrow at a minting fee. */
function tokensOf(folded: readonly Folded[], mintingFeeRate: Quad): Tokens {
  return folded.reduce((sum, { event, amounts }) => {
    const result = getUpdatedAggregateBalance({
      ...amounts,
      ...event,
      mintingFeeRate,
      currentUpdateIntervalId: event.updateIntervalId + 1n,
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

function sumOf(
  tokens: readonly { readonly side: keyof Tokens; readonly tokens: bigint }[],
  side: keyof Tokens,
): bigint {
  return tokens.reduce((sum, one) => (one.side === side ? sum + one.tokens : sum), 0n)
}

function add(a: Tokens, b: Tokens): Tokens {
  return { long: a.long + b.long, short: a.short + b.short }
}

const placeOf = ({ blockNumber, logIndex }: Place): Place => ({ blockNumber, logIndex })

function byPlace(a: Place, b: Place): number {
  return a.blockNumber === b.blockNumber
    ? a.logIndex - b.logIndex
    : Number(a.blockNumber - b.blockNumber)
}
