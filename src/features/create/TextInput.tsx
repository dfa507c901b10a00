import { useId, useState } from 'react'
import { FindingText } from './FindingText'
import type { Finding } from './marketPlan'

/** One field of the form, with what there is to say about it, and what is offered for it. */
export function TextInput({
  label,
  value,
  finding,
  unit,
  placeholder,
  offers = [],
  isAddress = false,
  onChange,
}: {
  label: string
  value: string
  finding: Finding | undefined
  unit?: string
  placeholder?: string
  /** Values that are known, by their names. */
  offers?: readonly { readonly name: string; readonly address: string }[]
  isAddress?: boolean
  onChange: (value: string) => void
}) {
  const id = useId()
  const [isTouched, setIsTouched] = useState(false)
  const isBad = finding?.tone === 'problem'
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={id} className="text-muted">
          {label}
        </label>
        {offers.length > 0 && (
          <span className="flex flex-wrap gap-x-1">
            {offers.map(({ name, address }) => (
              <button
                key={address}
                type="button"
                aria-pressed={address.toLowerCase() === value.trim().toLowerCase()}
                aria-label={`${label}: ${name}`}
                className="rounded border border-line px-1.5 py-0.5 text-xs hover:bg-raised aria-pressed:border-accent aria-pressed:text-accent max-sm:min-h-11 max-sm:px-3"
                onClick={() => onChange(address)}
              >
                {name}
              </button>
            ))}
          </span>
        )}
      </div>
      <div
        className={`mt-1 flex items-center rounded border bg-canvas focus-within:border-accent ${
          isBad ? 'border-short' : 'border-line'
        }`}
      >
        <input
          id={id}
          className={`w-full min-w-0 flex-1 bg-transparent px-3 py-2 outline-none placeholder:text-muted ${
            isAddress ? 'font-mono text-xs leading-6' : ''
          }`}
          // What has a unit beside it is a number.
          inputMode={unit === undefined ? 'text' : 'decimal'}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={value}
          aria-invalid={isBad}
          aria-describedby={`${id}-finding`}
          onBlur={() => setIsTouched(true)}
          onChange={(event) => onChange(event.target.value)}
        />
        {unit !== undefined && <span className="pr-3 text-muted">{unit}</span>}
      </div>
      <FindingText id={`${id}-finding`} finding={finding} isUntouched={!isTouched} />
    </div>
  )
}
