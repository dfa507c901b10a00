import { type KeyboardEvent, memo, Suspense, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../ui/Button'
import { lazySection } from '../../ui/lazySection'
import { marketsContent as content } from './content'
import type { MarketView } from './marketList'
import type { FilterOptions } from './useFilterOptions'

const FilterChoices = lazySection(() => import('./FilterChoices'))
const SortBy = lazySection(() => import('./SortBy'))

interface FiltersProps {
  readonly options: FilterOptions
  readonly view: MarketView
  readonly isConnected: boolean
  /** Where there is little room: all but the search behind a button, and sorting beside it for want of columns. */
  readonly isFolded: boolean
  readonly onChange: (change: Partial<MarketView>) => void
}

/**
 * Search, filters and grouping of the list. `/` jumps to the search, and the arrow down from it to the first market. A new block
 * does not redraw it.
 */
export const MarketFilters = memo(function MarketFilters({
  options,
  view,
  isConnected,
  isFolded,
  onChange,
}: FiltersProps) {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const active = [view.leverage, view.settlement, view.oracle].filter(Boolean).length
  const count = active + Number(view.onlyMine) + Number(view.onlyHealthy)
  return (
    <search
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:gap-x-2 ${
        // Where no column’s name sorts, it stays in sight; all the choices would take too much of a phone.
        isFolded && !isOpen ? 'search-bar' : ''
      } ${
        // They come a moment later, and are two lines there.
        isFolded ? '' : 'content-start max-xl:min-h-20'
      }`}
    >
      <SearchField value={view.search} onChange={(search) => onChange({ search })} />
      {isFolded && (
        <>
          <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
            {content.filters}
            {count > 0 && <span className="tabular text-accent">{count}</span>}
          </Button>
          {/* As wide as it will be. */}
          <Suspense fallback={<span className="min-h-9 w-52 max-sm:min-h-10" />}>
            <SortBy view={view} onChange={onChange} />
          </Suspense>
        </>
      )}
      {(!isFolded || isOpen) && (
        <div
          id={id}
          className={
            isFolded
              ? 'flex w-full flex-wrap gap-x-4 gap-y-2 max-sm:grid max-sm:grid-cols-2'
              : 'contents'
          }
        >
          <Suspense fallback={<span className="min-h-9 max-sm:min-h-10" />}>
            <FilterChoices
              options={options}
              view={view}
              isConnected={isConnected}
              onChange={onChange}
            />
          </Suspense>
        </div>
      )}
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
    <span className="relative w-full sm:w-52">
      <input
        ref={field}
        type="search"
        aria-label={content.search}
        aria-keyshortcuts="/"
        placeholder={content.search}
        className="min-h-9 w-full max-sm:min-h-10 rounded border border-line bg-surface px-3 py-1.5"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          onChange(event.target.value)
        }}
        onKeyDown={toFirstRow}
      />
      <span aria-hidden="true" className="key-hint">
        /
      </span>
    </span>
  )
}
