import type { ReactNode } from 'react'
import { laterContent } from './laterContent'

/** One of several, or none: a named select. */
export function Choice({
  label,
  isLabelHidden = false,
  width = 'w-24',
  explain,
  value,
  options,
  names = {},
  all = laterContent.all,
  onChange,
}: {
  label: string
  /** For screen readers alone, where what is chosen says enough. */
  isLabelHidden?: boolean
  /** A class. The width is fixed: what there is to choose comes late, and can be called anything. */
  width?: string
  explain?: ReactNode
  value: string
  options: readonly string[]
  names?: Readonly<Record<string, string>>
  /** What no choice is called. */
  all?: string
  onChange: (value: string) => void
}) {
  // What a link asks for narrows the list also where nothing has it: it must be seen, and can be undone.
  const shown = value === '' || options.includes(value) ? options : [...options, value]
  return (
    <span
      className={`flex gap-1 text-muted ${isLabelHidden ? 'items-center' : 'items-end sm:items-center'}`}
    >
      <label
        className={`flex items-center gap-2 ${isLabelHidden ? '' : 'max-sm:block max-sm:grow'}`}
      >
        <span className={isLabelHidden ? 'sr-only' : undefined}>{label}</span>
        <select
          className={`min-h-9 ${width} ${isLabelHidden ? '' : 'max-sm:mt-1 max-sm:block max-sm:w-full'} max-sm:min-h-10 rounded border border-line bg-surface px-2 text-ellipsis text-ink`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{all}</option>
          {shown.map((option) => (
            <option key={option} value={option}>
              {/* What a link asks for can be called anything, `constructor` too. */}
              {Object.hasOwn(names, option) ? names[option] : option}
            </option>
          ))}
        </select>
      </label>
      {explain}
    </span>
  )
}
