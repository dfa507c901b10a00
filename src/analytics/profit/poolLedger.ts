import { CommitType, isMint } from '../../protocol/commitType'
import { getBurn, getMint, mintingOrBurningFee } from '../../protocol/poolSwapLibrary'
import type { Quad } from '../../protocol/quad'
import type { Side } from '../poolFigures'
import { EMPTY_LEDGER, type PoolLedger, type Stake } from './ledgerState'
import {
  type ClosedLot,
  isKnown,
  type Lot,
  takeLp,
  takeSide,
  unknownLot,
  unknownLpLot,
} from './lots'
import {
  applyExit,
  applyJoin,
  applySwap,
  type LiquidityEvent,
  type SwapEvent,
} from './outsideTrades'
import { shareOut } from './shareOut'
import { applyStake, type StakeEvent, withFreeTokens } from './stakes'

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
  /** LP tokens between wallets; `lp` is their address, in lower case. */
  | { readonly kind: 'lpReceived' | 'lpSent'; readonly lp: string; readonly tokens: bigint }
  | StakeEvent
  | SwapEvent
  | LiquidityEvent

/**
 * Keeps an account's lots in one pool, first in, first out. What it burns is taken from its lots when it commits, and leaves
 * with the interval. Tokens that no known mint explains are lots of unknown cost.
 *
 * @param events In chain order
 */
export function toPoolLedger(events: readonly AccountEvent[]): PoolLedger {
  return events.reduce(apply, EMPTY_LEDGER)
}

function apply(before: PoolLedger, event: AccountEvent): PoolLedger {
  const ledger = takenBy(event).reduce(withFreeTokens, before)
  switch (event.kind) {
    case 'received':
      return { ...ledger, open: [...ledger.open, unknownLot(event.side, event.tokens)] }
    case 'sent': {
      const [taken, open] = takeSide(ledger.open, event.side, event.tokens)
      return { ...ledger, open, sent: [...ledger.sent, ...taken] }
    }
    case 'lpReceived': {
      const lot = unknownLpLot(event.lp, event.tokens)
      const { liquidity } = ledger
      return { ...ledger, liquidity: { ...liquidity, open: [...liquidity.open, lot] } }
    }
    case 'lpSent': {
      const { liquidity } = ledger
      const [taken, open] = takeLp(liquidity.open, event.lp, event.tokens)
      return {
        ...ledger,
        liquidity: { ...liquidity, open, sent: [...liquidity.sent, ...taken] },
      }
    }
    case 'stake':
    case 'unstake':
      return applyStake(ledger, event)
    case 'swap':
      return applySwap(ledger, event)
    case 'join':
      return applyJoin(ledger, event)
    case 'exit':
      return applyExit(ledger, event)
    case 'commit':
      return commit(ledger, event)
    case 'executed':
      return execute(ledger, event)
  }
}

/** What an event takes out of wallet and escrow. */
function takenBy(event: AccountEvent): readonly Pick<Stake, 'of' | 'tokens'>[] {
  switch (event.kind) {
    case 'sent':
      return [{ of: event.side, tokens: event.tokens }]
    case 'commit':
      return isMint(event.commitType)
        ? []
        : [{ of: paidSide(event.commitType), tokens: event.amount }]
    case 'stake':
      return [event]
    case 'lpSent':
      return [{ of: { lp: event.lp }, tokens: event.tokens }]
    case 'exit':
      return [{ of: { lp: event.lp }, tokens: event.lpTokens }]
    case 'swap': {
      const { of, amount: tokens } = event.given
      return of === 'settlement' ? [] : [{ of, tokens }]
    }
    case 'join':
      return (['long', 'short'] as const).map((side) => ({ of: side, tokens: event[side] }))
    default:
      return []
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
  const [lots, open] = takeSide(ledger.open, side, amount)
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
  const known = closed.filter(isKnown)
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
