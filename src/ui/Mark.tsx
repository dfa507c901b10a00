import type { MarkShape } from '../brand/brand'

/** A mark in the colours of the page; what it stands for is written beside it. */
export function Mark({ shapes }: { shapes: readonly MarkShape[] }) {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
      {shapes.map(({ path, color }) => (
        <path key={path} fillRule="evenodd" d={path} fill={`var(--${color})`} />
      ))}
    </svg>
  )
}
