import { Explain } from '../../explain/Explain'
import { Choice } from './Choice'
import { laterContent as content } from './laterContent'
import type { MarketView } from './marketList'
import type { FilterOptions } from './useFilterOptions'

/** What narrows the list and groups it. */
export default function FilterChoices({
  options,
  view,
  isConnected,
  onChange,
}: {
  options: FilterOptions
  view: MarketView
  isConnected: boolean
  onChange: (change: Partial<MarketView>) => void
}) {
  return (
    <>
      <Choice
        label={content.leverage}
        width="w-18"
        value={view.leverage}
        options={options.leverages}
        onChange={(leverage) => onChange({ leverage })}
      />
      <Choice
        label={content.settlement}
        value={view.settlement}
        options={options.settlementSymbols}
        onChange={(settlement) => onChange({ settlement })}
      />
      <Choice
        label={content.oracle}
        width="w-20"
        explain={<Explain topic="sma" />}
        value={view.oracle}
        options={['spot', 'sma']}
        names={{ spot: content.spot, sma: content.sma }}
        onChange={(oracle) => onChange({ oracle })}
      />
      <Toggle
        label={content.onlyMine}
        checked={view.onlyMine}
        isDisabled={!isConnected && !view.onlyMine}
        onChange={(onlyMine) => onChange({ onlyMine })}
      />
      <Toggle
        label={content.onlyHealthy}
        checked={view.onlyHealthy}
        onChange={(onlyHealthy) => onChange({ onlyHealthy })}
      />
      <Toggle
        label={content.grouped}
        checked={view.grouped}
        onChange={(grouped) => onChange({ grouped })}
      />
    </>
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
      className={`flex min-h-9 max-sm:min-h-10 items-center gap-2 max-sm:self-end sm:whitespace-nowrap ${isDisabled ? 'text-muted' : 'cursor-pointer'}`}
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
