import { CommitType } from '../../protocol/commitType'
import { getBurn, getMint, mintingOrBurningFee } from '../../protocol/poolSwapLibrary'
import type { Quad } from '../../protocol/quad'
import type { Side } from '../poolFigures'
import { type AccountEvent, paidSide } from './accountEvent'
import type { PoolLedger } from './ledgerState'
import { type ClosedLot, isKnown, type Lot } from './lots'
import { shareOut } from './shareOut'

type Executed = AccountEvent & { readonly kind: 'executed' }

/** What a lot is made from: settlement units with their cost. */
interface Source {
  readonly recorded: bigint
  readonly cost: bigint | undefined
  readonly mintingFee: bigint
}

/** The ledger after an interval, as the committer executes it: all of an interval's commits of one kind together. @see PoolSwapLibrary.getUpdatedAggregateBalance */
export function executeInterval(ledger: PoolLedger, event: Executed): PoolLedger {
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
