import { useId } from 'react'

/** A named slider; its value stands at the right, and is what a screen reader says. */
export function Slider({
  label,
  text,
  value,
  min,
  max,
  step = 1,
  onChange,
}: {
  label: string
  text: string
  value: number
  min: number
  max: number
  step?: number
  onChange: (value: number) => void
}) {
  const id = useId()
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-muted">
          {label}
        </label>
        <span aria-hidden="true" className="tabular font-semibold whitespace-nowrap">
          {text}
        </span>
      </div>
      <input
        id={id}
        type="range"
        className="m-0 mt-0.5 block h-6 w-full cursor-pointer accent-accent focus-visible:outline-offset-0"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  )
}
