import type { PoolLedger } from '../../analytics/profit/ledgerState'
import { type ClosedLot, isKnown, type Lot, type LpLot } from '../../analytics/profit/lots'
import type { PoolHistoryState } from '../../chain/history/poolHistoryState'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { WAD_DECIMALS } from '../../protocol/wad'
import type { profitContent } from './content'
import { heldLots, lotWorth, type WorthOfLp } from './profitOf'

type State = Exclude<keyof typeof profitContent.lots, 'title' | 'columns'>

/** A lot of known cost as a table shows it. Settlement units, Unix seconds. */
export interface LotRow {
  readonly tokens: bigint
  readonly token: { readonly symbol: string; readonly decimals: number }
  /** How it came, where not by a mint. */
  readonly came: State | undefined
  /** Whether it is held, or how it went. */
  readonly state: State
  readonly cost: bigint
  /** What it brought, or is worth. */
  readonly value: bigint
  readonly fromSec: number | undefined
  readonly toSec: number | undefined
}

/** All lots of known cost, the newest first. */
export function toLotRows(
  pool: PoolAtBlock,
  ledger: PoolLedger,
  history: PoolHistoryState,
  worthOfLp: WorthOfLp,
): readonly LotRow[] {
  const timeOf = executionTimes(history)
  const nowSec = Number(pool.snapshot.timestampSec)
  const ofSide = (lot: Lot | ClosedLot): LotRow => {
    const { tokens, side, opened, mintedIn, cost = 0n } = lot
    const came = opened && (opened.by === 'swap' ? 'bought' : 'unpooled')
    return {
      tokens,
      token: { ...pool.facts.longToken, symbol: side },
      came,
      state: 'burnedIn' in lot ? leftBy(lot) : 'held',
      cost,
      value: 'proceeds' in lot ? lot.proceeds : lotWorth(lot, pool.snapshot),
      fromSec:
        opened !== undefined
          ? Number(opened.timestampSec)
          : mintedIn === undefined
            ? undefined
            : timeOf.get(mintedIn),
      toSec:
        'burnedIn' in lot
          ? lot.closed === undefined
            ? timeOf.get(lot.burnedIn)
            : Number(lot.closed.timestampSec)
          : nowSec,
    }
  }
  const ofLp = (lot: LpLot | PoolLedger['liquidity']['closed'][number]): LotRow[] => {
    const { tokens, cost = 0n, openedSec } = lot
    const value = 'proceeds' in lot ? lot.proceeds : worthOfLp(lot.lp, tokens)
    if (value === undefined) return []
    return [
      {
        tokens,
        token: { symbol: 'LP', decimals: WAD_DECIMALS },
        came: undefined,
        state: 'proceeds' in lot ? 'removed' : 'held',
        cost,
        value,
        fromSec: openedSec === undefined ? undefined : Number(openedSec),
        toSec: 'closedSec' in lot ? Number(lot.closedSec) : nowSec,
      },
    ]
  }
  const { open, closed } = ledger.liquidity
  return [
    ...[...heldLots(ledger), ...ledger.closed].filter(isKnown).map(ofSide),
    ...[...open, ...closed].filter(isKnown).flatMap(ofLp),
  ].sort((a, b) => (b.fromSec ?? 0) - (a.fromSec ?? 0))
}

function leftBy({ closed }: ClosedLot): State {
  if (closed === undefined) return 'sold'
  return closed.by === 'swap' ? 'swapped' : 'pooled'
}

/** When each interval that was read was executed, Unix seconds. */
function executionTimes({ upkeeps }: PoolHistoryState): ReadonlyMap<bigint, number> {
  return new Map(
    upkeeps.flatMap(({ timestampSec, executed }) =>
      executed.map(({ updateIntervalId }) => [updateIntervalId, Number(timestampSec)] as const),
    ),
  )
}
