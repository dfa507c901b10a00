import { useId } from 'react'

/** One choice of a few, all of them visible, on several lines where there is no room: a radio group that looks like a switch. */
export function Segmented<value extends string>({
  label,
  options,
  value,
  onChange,
  isCompact = false,
}: {
  label: string
  options: readonly {
    readonly value: value
    readonly label: string
    /** Read out instead of the label, which it has to contain. */
    readonly spokenLabel?: string
    readonly tone?: string
  }[]
  value: value
  onChange: (value: value) => void
  /** With less room beside the words: for two in a row. */
  isCompact?: boolean
}) {
  const name = useId()
  return (
    <fieldset className="relative min-w-0">
      <legend className="sr-only">{label}</legend>
      <div className="flex max-w-full flex-wrap rounded border border-edge bg-canvas p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={`flex-1 cursor-pointer rounded ${isCompact ? 'px-1.5' : 'px-3'} py-1.5 max-sm:py-2.5 text-center whitespace-nowrap has-checked:bg-surface has-checked:font-semibold has-checked:shadow-[inset_0_0_0_1.5px_currentColor] has-focus-visible:outline-2 has-focus-visible:outline-accent ${
              option.value === value ? (option.tone ?? 'text-ink') : 'text-muted'
            }`}
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              aria-label={option.spokenLabel}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
