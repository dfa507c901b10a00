import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react'
import { Explain } from '../../explain/Explain'
import { Choice } from './Choice'
import type { MarketView } from './marketList'
import type { MarketRow } from './marketRow'
import { SortBy } from './SortBy'

/** What there is to choose among the markets. */
interface Options {
  readonly leverages: readonly string[]
  readonly settlementSymbols: readonly string[]
}

/** The very object of before for as long as the choice is the same, whatever else of the markets has changed. */
export function useFilterOptions(rows: readonly MarketRow[] = []): Options {
  const said = JSON.stringify({
    leverages: distinct(rows.map((row) => row.leverage)),
    settlementSymbols: distinct(rows.map((row) => row.settlementSymbol)),
  } satisfies Options)
  return useMemo(() => JSON.parse(said), [said])
}

/**
 * Search, filters and grouping of the list. `/` jumps to the search, and the arrow down from it to the first market. A new block
 * does not draw it anew.
 */
export const MarketFilters = memo(function MarketFilters({
  options,
  view,
  isConnected,
  canSort,
  onChange,
}: {
  options: Options
  view: MarketView
  isConnected: boolean
  /** Where the list has no columns to sort it by. */
  canSort: boolean
  onChange: (change: Partial<MarketView>) => void
}) {
  return (
    <search className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <SearchField value={view.search} onChange={(search) => onChange({ search })} />
      <Choice
        label="Leverage"
        value={view.leverage}
        options={options.leverages}
        onChange={(leverage) => onChange({ leverage })}
      />
      <Choice
        label="Settled in"
        value={view.settlement}
        options={options.settlementSymbols}
        onChange={(settlement) => onChange({ settlement })}
      />
      <Choice
        label="Oracle"
        explain={<Explain topic="sma" />}
        value={view.oracle}
        options={['spot', 'sma']}
        names={{ spot: 'Spot', sma: 'Average (SMA)' }}
        onChange={(oracle) => onChange({ oracle })}
      />
      {canSort && <SortBy view={view} onChange={onChange} />}
      <Toggle
        label="Only mine"
        checked={view.onlyMine}
        isDisabled={!isConnected && !view.onlyMine}
        onChange={(onlyMine) => onChange({ onlyMine })}
      />
      <Toggle
        label="Only healthy"
        checked={view.onlyHealthy}
        onChange={(onlyHealthy) => onChange({ onlyHealthy })}
      />
      <Toggle
        label="Group by index"
        checked={view.grouped}
        onChange={(grouped) => onChange({ grouped })}
      />
    </search>
  )
})

function SearchField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const field = useRef<HTMLInputElement>(null)
  // The URL follows a moment later: typing must not wait for it, nor be overtaken by it.
  const [text, setText] = useState(value)
  useEffect(() => {
    if (document.activeElement !== field.current) setText(value)
  }, [value])
  useEffect(() => {
    const jump = (event: globalThis.KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.matches('input:not([type=checkbox]), select, textarea')
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      field.current?.focus()
    }
    window.addEventListener('keydown', jump)
    return () => window.removeEventListener('keydown', jump)
  }, [])
  const toFirstRow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    document.querySelector<HTMLElement>('[data-market]')?.focus()
  }
  return (
    <input
      ref={field}
      type="search"
      aria-label="Search markets"
      aria-keyshortcuts="/"
      placeholder="Search markets  /"
      className="min-h-9 w-full max-sm:min-h-10 rounded border border-line bg-surface px-3 py-1.5 placeholder:text-muted sm:w-56"
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        onChange(event.target.value)
      }}
      onKeyDown={toFirstRow}
    />
  )
}

function Toggle({
  label,
  checked,
  isDisabled = false,
  onChange,
}: {
  label: string
  checked: boolean
  isDisabled?: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <label
      className={`flex min-h-9 max-sm:min-h-10 items-center gap-2 whitespace-nowrap ${isDisabled ? 'text-muted' : 'cursor-pointer'}`}
    >
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={checked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  )
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}
