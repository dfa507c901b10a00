import { useMemo } from 'react'
import type { MarketRow } from './marketRow'

/** What there is to choose among the markets. */
export interface FilterOptions {
  readonly leverages: readonly string[]
  readonly settlementSymbols: readonly string[]
}

/** The very object of before for as long as the choice is the same, whatever else of the markets has changed. */
export function useFilterOptions(rows: readonly MarketRow[] = []): FilterOptions {
  const text = JSON.stringify({
    leverages: distinct(rows.map((row) => row.leverage)),
    settlementSymbols: distinct(rows.map((row) => row.settlementSymbol)),
  } satisfies FilterOptions)
  return useMemo(() => JSON.parse(text), [text])
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}
