import { CommitType, isMint } from '../../protocol/commitType'
import { getBurn, getMint, mintingOrBurningFee } from '../../protocol/poolSwapLibrary'
import type { Quad } from '../../protocol/quad'
import type { Side } from '../poolFigures'
import { shareOut } from './shareOut'

/** Something that changed what one account has in one pool. Amounts in base units. */
export type AccountEvent =
  | {
      readonly kind: 'commit'
      readonly commitType: CommitType
      readonly updateIntervalId: bigint
      /** As in `CreateCommit`: settlement units with the minting fee for a mint, pool tokens otherwise. */
      readonly amount: bigint
      /** The same without the minting fee. */
      readonly recorded: bigint
    }
  | {
      /** An interval in which the account has commits. */
      readonly kind: 'executed'
      readonly updateIntervalId: bigint
      readonly longPrice: Quad
      readonly shortPrice: Quad
      /** Wad-scaled rate at execution. */
      readonly burnFee: Quad
      /** Wad-scaled rate when the interval was aggregated, or now where it has not been: what a flip pays. */
      readonly mintingFee: Quad
    }
  /** Pool tokens between wallets; not those that the pool mints, burns or pays out. */
  | { readonly kind: 'received' | 'sent'; readonly side: Side; readonly tokens: bigint }

/** Tokens of one side that came at one time. */
export interface Lot {
  readonly side: Side
  readonly tokens: bigint
  /** Settlement units that were put in for them, the minting fee included; undefined where no one knows. */
  readonly cost: bigint | undefined
  /** Of `cost`, the own minting fee. */
  readonly mintingFee: bigint
  /** The interval that minted them; undefined where the cost is not known. */
  readonly mintedIn: bigint | undefined
  /** Settlement per token when they were minted. */
  readonly mintPrice: Quad | undefined
}

/** A lot, or a part of one, that was burned or flipped. */
export interface ClosedLot extends Lot {
  readonly burnedIn: bigint
  readonly burnPrice: Quad
  /** Settlement units after the burning fee. */
  readonly proceeds: bigint
  readonly burningFee: bigint
}

/** A mint that waits for its interval. Settlement units. */
export interface QueuedMint {
  readonly side: Side
  readonly updateIntervalId: bigint
  readonly amount: bigint
  readonly recorded: bigint
}

/** A burn or flip that waits for its interval. */
export interface QueuedBurn {
  readonly updateIntervalId: bigint
  readonly commitType: CommitType
  /** First in, first out. */
  readonly lots: readonly Lot[]
}

/** Everything an account has and had in one pool, in lots. */
export interface PoolLedger {
  /** In wallet and escrow, oldest first. */
  readonly open: readonly Lot[]
  readonly queuedMints: readonly QueuedMint[]
  readonly queuedBurns: readonly QueuedBurn[]
  readonly closed: readonly ClosedLot[]
  /** Sent to someone, at cost and without a gain. */
  readonly sent: readonly Lot[]
  /** Settlement units paid for mints so far, from the wallet or out of burns. */
  readonly putIn: bigint
  /** Settlement units that burns of lots of known cost have brought. */
  readonly takenOut: bigint
  /** Of both, what flips have moved from one side to the other. */
  readonly flipped: bigint
}

const EMPTY: PoolLedger = {
  open: [],
  queuedMints: [],
  queuedBurns: [],
  closed: [],
  sent: [],
  putIn: 0n,
  takenOut: 0n,
  flipped: 0n,
}

/**
 * Keeps an account's lots in one pool, first in, first out. What it burns is taken from its lots when it commits, and leaves
 * with the interval. Tokens that no known mint explains are lots of unknown cost.
 *
 * @param events In chain order
 */
export function toPoolLedger(events: readonly AccountEvent[]): PoolLedger {
  return events.reduce(apply, EMPTY)
}

function apply(ledger: PoolLedger, event: AccountEvent): PoolLedger {
  switch (event.kind) {
    case 'received':
      return { ...ledger, open: [...ledger.open, unknownLot(event.side, event.tokens)] }
    case 'sent': {
      const [taken, open] = take(ledger.open, event.side, event.tokens)
      return { ...ledger, open, sent: [...ledger.sent, ...taken] }
    }
    case 'commit':
      return commit(ledger, event)
    case 'executed':
      return execute(ledger, event)
  }
}

function commit(
  ledger: PoolLedger,
  { commitType, updateIntervalId, amount, recorded }: AccountEvent & { readonly kind: 'commit' },
): PoolLedger {
  const side = paidSide(commitType)
  if (isMint(commitType))
    return {
      ...ledger,
      queuedMints: [...ledger.queuedMints, { side, updateIntervalId, amount, recorded }],
      putIn: ledger.putIn + amount,
    }
  const [lots, open] = take(ledger.open, side, amount)
  const queuedBurns = [...ledger.queuedBurns, { updateIntervalId, commitType, lots }]
  return { ...ledger, open, queuedBurns }
}

type Executed = AccountEvent & { readonly kind: 'executed' }

/** What a lot is made from: settlement units with their cost. */
interface Source {
  readonly recorded: bigint
  readonly cost: bigint | undefined
  readonly mintingFee: bigint
}

/** As the committer does it: all of an interval's commits of one kind together. @see PoolSwapLibrary.getUpdatedAggregateBalance */
function execute(ledger: PoolLedger, event: Executed): PoolLedger {
  const isDue = (queued: { readonly updateIntervalId: bigint }) =>
    queued.updateIntervalId === event.updateIntervalId
  const burns = ledger.queuedBurns.filter(isDue)
  const closed: ClosedLot[] = []
  const minted: Lot[] = []
  const close = (commitType: CommitType, mintingFee: Quad | undefined) => {
    const lots = burns.filter((burn) => burn.commitType === commitType).flatMap(({ lots }) => lots)
    if (lots.length === 0) return []
    const burned = burn(lots, commitType, event)
    closed.push(...burned)
    return mintingFee === undefined ? [] : intoMint(burned, mintingFee)
  }
  close(CommitType.LongBurn, undefined)
  close(CommitType.ShortBurn, undefined)
  const intoShort = close(CommitType.LongBurnShortMint, event.mintingFee)
  const intoLong = close(CommitType.ShortBurnLongMint, event.mintingFee)
  for (const [side, flipped] of [
    ['long', intoLong],
    ['short', intoShort],
  ] as const) {
    const mints = ledger.queuedMints
      .filter((mint) => isDue(mint) && mint.side === side)
      .map(({ amount, recorded }) => ({ recorded, cost: amount, mintingFee: amount - recorded }))
    minted.push(...mint(side, [...mints, ...flipped], event))
  }
  const known = closed.filter(({ cost }) => cost !== undefined)
  const takenOut = known.reduce((sum, { proceeds }) => sum + proceeds, ledger.takenOut)
  const flippedIn = [...intoLong, ...intoShort].reduce((sum, { cost = 0n }) => sum + cost, 0n)
  return {
    ...ledger,
    open: [...ledger.open, ...minted],
    queuedMints: ledger.queuedMints.filter((queued) => !isDue(queued)),
    queuedBurns: ledger.queuedBurns.filter((queued) => !isDue(queued)),
    closed: [...ledger.closed, ...closed],
    putIn: ledger.putIn + flippedIn,
    flipped: ledger.flipped + flippedIn,
    takenOut,
  }
}

function burn(lots: readonly Lot[], commitType: CommitType, event: Executed): ClosedLot[] {
  const burnPrice = paidSide(commitType) === 'long' ? event.longPrice : event.shortPrice
  const tokens = lots.reduce((sum, lot) => sum + lot.tokens, 0n)
  const value = getBurn(burnPrice, tokens)
  const fee = mintingOrBurningFee(event.burnFee, value)
  const weights = lots.map((lot) => lot.tokens)
  const proceeds = shareOut(value - fee, weights)
  const fees = shareOut(fee, weights)
  return lots.map((lot, index) => ({
    ...lot,
    burnedIn: event.updateIntervalId,
    burnPrice,
    proceeds: proceeds[index] ?? 0n,
    burningFee: fees[index] ?? 0n,
  }))
}

/** What a flip's burned lots bring into the other side. */
function intoMint(burned: readonly ClosedLot[], mintingFee: Quad): Source[] {
  const total = burned.reduce((sum, { proceeds }) => sum + proceeds, 0n)
  const fees = shareOut(
    mintingOrBurningFee(mintingFee, total),
    burned.map(({ proceeds }) => proceeds),
  )
  return burned.map(({ cost, proceeds }, index) => {
    const fee = fees[index] ?? 0n
    return {
      recorded: proceeds - fee,
      cost: cost === undefined ? undefined : proceeds,
      mintingFee: fee,
    }
  })
}

function mint(side: Side, sources: readonly Source[], event: Executed): Lot[] {
  const recorded = sources.reduce((sum, source) => sum + source.recorded, 0n)
  if (recorded === 0n) return []
  const mintPrice = side === 'long' ? event.longPrice : event.shortPrice
  const tokens = shareOut(
    getMint(mintPrice, recorded),
    sources.map((source) => source.recorded),
  )
  return sources.map(({ cost, mintingFee }, index) => ({
    side,
    tokens: tokens[index] ?? 0n,
    cost,
    mintingFee,
    mintedIn: cost === undefined ? undefined : event.updateIntervalId,
    mintPrice: cost === undefined ? undefined : mintPrice,
  }))
}

/** Takes tokens from a side's lots, oldest first; what the lots do not explain is a lot of unknown cost. */
function take(
  lots: readonly Lot[],
  side: Side,
  tokens: bigint,
): readonly [taken: Lot[], left: Lot[]] {
  const taken: Lot[] = []
  const left: Lot[] = []
  let wanted = tokens
  for (const lot of lots) {
    if (lot.side !== side || wanted === 0n) {
      left.push(lot)
      continue
    }
    const part = wanted < lot.tokens ? wanted : lot.tokens
    const [first, rest] = split(lot, part)
    if (first !== undefined) taken.push(first)
    if (rest !== undefined) left.push(rest)
    wanted -= part
  }
  if (wanted > 0n) taken.push(unknownLot(side, wanted))
  return [taken, left]
}

/** Two lots that add up to one, to the unit. */
function split(lot: Lot, tokens: bigint): readonly [Lot | undefined, Lot | undefined] {
  if (tokens === lot.tokens) return [lot, undefined]
  if (tokens === 0n) return [undefined, lot]
  const cost = lot.cost === undefined ? undefined : (lot.cost * tokens) / lot.tokens
  const mintingFee = (lot.mintingFee * tokens) / lot.tokens
  return [
    { ...lot, tokens, cost, mintingFee },
    {
      ...lot,
      tokens: lot.tokens - tokens,
      cost: lot.cost === undefined || cost === undefined ? undefined : lot.cost - cost,
      mintingFee: lot.mintingFee - mintingFee,
    },
  ]
}

function unknownLot(side: Side, tokens: bigint): Lot {
  return {
    side,
    tokens,
    cost: undefined,
    mintingFee: 0n,
    mintedIn: undefined,
    mintPrice: undefined,
  }
}

/** The side that a mint adds to, or whose tokens a burn or flip takes. */
function paidSide(commitType: CommitType): Side {
  switch (commitType) {
    case CommitType.LongMint:
    case CommitType.LongBurn:
    case CommitType.LongBurnShortMint:
      return 'long'
    default:
      return 'short'
  }
}
