import { type ReactNode, useId } from 'react'
import type { PoolAtBlock } from '../../chain/poolAtBlock'
import { formatNameAt } from '../../format/formatAddress'
import { Button } from '../../ui/Button'
import { accountHistoryContent } from './content'
import { type HistoryFilter, isFiltering, KINDS, SIDES } from './historyFilter'

const { filters: content, kinds, sides } = accountHistoryContent
const FIELD =
  'min-h-9 w-full min-w-0 max-sm:min-h-10 rounded border border-line bg-surface px-2 text-ink'

/** What of the history is shown; each choice goes into the link. */
export function HistoryFilters({
  filter,
  pools,
  namesakes,
  onChange,
}: {
  filter: HistoryFilter
  pools: readonly PoolAtBlock[]
  namesakes: ReadonlySet<string>
  onChange: (change: Partial<Record<keyof HistoryFilter, string | undefined>>) => void
}) {
  const markets = pools.map(({ facts: { address, name } }) => ({
    value: address.toLowerCase(),
    name: formatNameAt(name, namesakes.has(address) ? address : undefined),
  }))
  // What the link asks for must be seen, and can be undone.
  if (filter.market !== undefined && markets.every(({ value }) => value !== filter.market))
    markets.push({ value: filter.market, name: formatNameAt(content.unloaded, filter.market) })
  return (
    <fieldset className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      <legend className="sr-only">{content.legend}</legend>
      <Labelled label={content.market} className="col-span-2 sm:max-w-60">
        {(id) => (
          <select
            id={id}
            className={FIELD}
            value={filter.market ?? ''}
            onChange={({ target }) => onChange({ market: target.value })}
          >
            <option value="">{content.allMarkets}</option>
            {markets.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={content.kind}>
        {(id) => (
          <select
            id={id}
            className={FIELD}
            value={filter.kind ?? ''}
            onChange={({ target }) => onChange({ kind: target.value })}
          >
            <option value="">{content.allKinds}</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kinds[kind]}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={content.side}>
        {(id) => (
          <select
            id={id}
            className={FIELD}
            value={filter.side ?? ''}
            onChange={({ target }) => onChange({ side: target.value })}
          >
            <option value="">{content.bothSides}</option>
            {SIDES.map((side) => (
              <option key={side} value={side}>
                {sides[side]}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {(['from', 'to'] as const).map((end) => (
        <Labelled key={end} label={content[end]}>
          {(id) => (
            <input
              id={id}
              type="date"
              className={FIELD}
              value={filter[end] ?? ''}
              onChange={({ target }) => onChange({ [end]: target.value })}
            />
          )}
        </Labelled>
      ))}
      {isFiltering(filter) && (
        <Button
          look="quiet"
          onClick={() =>
            onChange({
              market: undefined,
              kind: undefined,
              side: undefined,
              from: undefined,
              to: undefined,
            })
          }
        >
          {content.clear}
        </Button>
      )}
    </fieldset>
  )
}

function Labelled({
  label,
  className = '',
  children,
}: {
  label: string
  className?: string
  children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={id} className="mb-1 block text-xs text-muted">
        {label}
      </label>
      {children(id)}
    </div>
  )
}
