import type { ReactNode } from 'react'

/** Names and values below a figure, values right-aligned; a mark shows which line of the figure is meant. */
export function Rows({ children }: { children: ReactNode }) {
  return <dl className="divide-y divide-line border-y border-line">{children}</dl>
}

export function Row({
  name,
  mark,
  children,
}: {
  name: string
  mark?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="flex items-center justify-between gap-3 py-0.5">
      <dt className="flex min-w-0 items-center gap-2 text-muted">
        {mark}
        {name}
      </dt>
      <dd className="tabular whitespace-nowrap">{children}</dd>
    </div>
  )
}

/** A piece of a figure's line, to name it by. */
export function LineMark({ className, dash }: { className: string; dash?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 18 4" width="18" className="shrink-0">
      <line x2="18" y1="2" y2="2" strokeWidth="2" strokeDasharray={dash} className={className} />
    </svg>
  )
}
