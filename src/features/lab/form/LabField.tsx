import { type ReactNode, useId } from 'react'
import { Tooltip } from '../../../ui/Tooltip'

const BOX =
  'flex items-center rounded border bg-canvas focus-within:border-accent border-line has-aria-invalid:border-short'

/** A labelled field with its unit; what is wrong with its text stands below it. */
export function LabField({
  label,
  hint,
  value,
  unit,
  problem,
  onChange,
  ...input
}: {
  label: string
  hint?: string
  value: string
  unit?: string
  type?: 'date'
  min?: string
  max?: string
  /** Why the text means nothing, as a sentence. */
  problem: string | undefined
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="min-w-0">
      <Label id={id} label={label} hint={hint} />
      <div className={BOX}>
        <input
          {...input}
          id={id}
          className="w-full min-w-0 flex-1 bg-transparent px-2.5 py-1.5 outline-none max-sm:py-2.5"
          autoComplete="off"
          spellCheck={false}
          value={value}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={`${id}-problem`}
          onChange={(event) => onChange(event.target.value)}
        />
        {unit !== undefined && <span className="shrink-0 pr-2.5 text-xs text-muted">{unit}</span>}
      </div>
      <p id={`${id}-problem`} role="status" className="text-xs text-short empty:hidden">
        {problem}
      </p>
    </div>
  )
}

/** A labelled choice of several. */
export function LabChoice<value extends string>({
  label,
  hint,
  value,
  options,
  onChange,
  children,
}: {
  label: string
  hint?: string
  value: value
  options: readonly { readonly value: value; readonly label: string }[]
  onChange: (value: value) => void
  children?: ReactNode
}) {
  const id = useId()
  return (
    <div className="min-w-0">
      <Label id={id} label={label} hint={hint} />
      <select
        id={id}
        className="w-full rounded border border-line bg-canvas px-2 py-1.5 max-sm:py-2.5"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {children}
    </div>
  )
}

function Label({ id, label, hint }: { id: string; label: string; hint: string | undefined }) {
  return (
    <label htmlFor={id} className="mb-0.5 block text-xs text-muted">
      <Tooltip text={hint}>
        <span>{label}</span>
      </Tooltip>
    </label>
  )
}
