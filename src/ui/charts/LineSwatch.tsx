import { DASHES, type LineDash } from './dashes'

/** A line of a chart as it is drawn there, beside its name. */
export function LineSwatch({ color, dash }: { color: string; dash?: LineDash | undefined }) {
  return (
    <svg aria-hidden="true" width="16" height="4" className="shrink-0">
      <line
        x2="16"
        y1="2"
        y2="2"
        stroke={color}
        strokeWidth="2"
        {...(dash !== undefined && { strokeDasharray: DASHES[dash] })}
      />
    </svg>
  )
}
