import type { HistoryRow } from '../../chain/accountHistory/historyRow'
import { type FactsOf, toExportLines, toHistoryCsv } from './toExportLines'
import { toKoinlyCsv } from './toKoinlyCsv'

export type ExportFormat = 'csv' | 'json' | 'koinly'

/** Whose history it is, and how much of it. */
export interface ExportScope {
  readonly account: string
  readonly chainId: number
  readonly factsOf: FactsOf
  /** The blocks that were read. */
  readonly fromBlock: bigint
  readonly toBlock: bigint
  /** Nothing lies before them. */
  readonly isWhole: boolean
  /** Addresses of markets that couldn't be loaded: their entries are missing. */
  readonly unreadMarkets: readonly string[]
}

export interface ExportFile {
  readonly name: string
  readonly type: string
  readonly text: string
  /** Rows that should be in it, and whose amounts are not known. */
  readonly missing: number
}

/** Rows as a file. Every number is a decimal text with all of its digits, so that no program rounds it on the way. */
export function toExportFile(
  format: ExportFormat,
  rows: readonly HistoryRow[],
  scope: ExportScope,
): ExportFile {
  const { account, chainId, factsOf, fromBlock, toBlock, isWhole, unreadMarkets } = scope
  const part = isWhole ? '' : '-partial'
  if (format === 'koinly') {
    const { text, missing } = toKoinlyCsv(rows, factsOf)
    return { name: `koinly-${account}${part}.csv`, type: 'text/csv', text, missing }
  }
  const lines = toExportLines(rows, factsOf)
  if (format === 'csv')
    return {
      name: `history-${account}${part}.csv`,
      type: 'text/csv',
      text: toHistoryCsv(lines),
      missing: 0,
    }
  const json = {
    account,
    chain_id: chainId.toString(),
    from_block: fromBlock.toString(),
    to_block: toBlock.toString(),
    is_complete: isWhole && unreadMarkets.length === 0,
    markets_not_loaded: unreadMarkets,
    entries: lines,
  }
  const text = `${JSON.stringify(json, undefined, 2)}\n`
  return { name: `history-${account}${part}.json`, type: 'application/json', text, missing: 0 }
}
