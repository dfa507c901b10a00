import { commitKind } from '../../chain/accountHistory/commitKind'
import type { CommitRow, HistoryRow } from '../../chain/accountHistory/historyRow'
import { CommitType } from '../../protocol/commitType'
import { type HistoryFilter, type KindChoice, SIDES, type SideChoice } from './historyFilter'

/**
 * The rows of a market, kind and side. Mints, burns and flips come with their executions, which say what became of them: of an
 * interval with commits of several kinds, the part of this one.
 */
export function filterRows(
  rows: readonly HistoryRow[],
  { market, kind, side }: Pick<HistoryFilter, 'market' | 'kind' | 'side'>,
): HistoryRow[] {
  const ofMarket =
    market === undefined ? [...rows] : rows.filter(({ pool }) => pool.toLowerCase() === market)
  const ofKind = kind === undefined ? ofMarket : rowsOfKind(ofMarket, kind)
  return side === undefined ? ofKind : ofKind.filter((row) => sidesOf(row).includes(side))
}

function rowsOfKind(rows: readonly HistoryRow[], kind: KindChoice): HistoryRow[] {
  if (kind !== 'mint' && kind !== 'burn' && kind !== 'flip')
    return rows.filter((row) => kindOf(row) === kind)
  const isCommit = (row: HistoryRow): row is CommitRow => row.kind === kind
  const intervals = new Set(rows.filter(isCommit).map(intervalKey))
  return rows.flatMap((row) => {
    if (row.kind !== 'execution') return isCommit(row) ? row : []
    // Before its results are known, the commits tell what it executed.
    if (row.results === undefined) return intervals.has(intervalKey(row)) ? row : []
    const results = row.results.filter(({ commitType }) => commitKind(commitType) === kind)
    return results.length === 0 ? [] : { ...row, results }
  })
}

function intervalKey({ pool, updateIntervalId }: Pick<CommitRow, 'pool' | 'updateIntervalId'>) {
  return `${pool}:${updateIntervalId}`
}

function kindOf({ kind }: HistoryRow): KindChoice {
  return kind === 'received' || kind === 'sent' ? 'transfer' : kind
}

/** The sides that a row is about; both for a flip. */
export function sidesOf(row: HistoryRow): readonly SideChoice[] {
  switch (row.kind) {
    case 'mint':
    case 'burn':
    case 'flip':
      return SIDES_OF[row.commitType]
    case 'execution':
      return [...new Set((row.results ?? []).flatMap(({ commitType }) => SIDES_OF[commitType]))]
    case 'claim':
      return SIDES.filter((side) => row[`${side}Tokens`] > 0n)
    case 'received':
    case 'sent':
    case 'stake':
    case 'unstake':
      return row.side === 'lp' ? [] : [row.side]
    case 'swap':
      return SIDES.filter((side) => row.given.of === side || row.received.of === side)
    case 'join':
    case 'exit':
      return SIDES.filter((side) => row.amounts.some(({ of }) => of === side))
    case 'farmReward':
    case 'reward':
      return []
  }
}

const SIDES_OF: Record<CommitType, readonly SideChoice[]> = {
  [CommitType.LongMint]: ['long'],
  [CommitType.LongBurn]: ['long'],
  [CommitType.ShortMint]: ['short'],
  [CommitType.ShortBurn]: ['short'],
  [CommitType.LongBurnShortMint]: ['long', 'short'],
  [CommitType.ShortBurnLongMint]: ['long', 'short'],
}
