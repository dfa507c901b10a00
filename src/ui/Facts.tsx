import type { ReactNode } from 'react'
import { Tooltip } from './Tooltip'

/** Shows that there is more to say. */
const HINTED = 'underline decoration-line decoration-dotted underline-offset-4'

/** A list of names and values, the values right-aligned. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="divide-y divide-line">{children}</dl>
}

export function Fact({
  name,
  hint,
  explain,
  note,
  children,
}: {
  name: string
  hint?: string | undefined
  /** Stands beside the name. */
  explain?: ReactNode
  /** On a line of its own, below. */
  note?: string | undefined
  children: ReactNode
}) {
  return (
    <div
      className={
        note === undefined
          ? 'flex items-baseline justify-between gap-4 py-1.5'
          : 'grid grid-cols-[auto_1fr] items-baseline gap-x-4 py-1.5'
      }
    >
      <dt className="min-w-14 shrink-2 text-muted wrap-anywhere">
        <Tooltip text={hint}>
          <span className={hint === undefined ? undefined : HINTED}>{name}</span>
        </Tooltip>
        {explain !== undefined && <> {explain}</>}
      </dt>
      {/* A number is one word, which stays whole where it can. */}
      <dd
        className={`tabular text-right wrap-break-word ${note === undefined ? 'max-w-[calc(100%-4.5rem)]' : ''}`}
      >
        {children}
      </dd>
      {note !== undefined && <dd className="col-span-2 text-right text-xs text-muted">{note}</dd>}
    </div>
  )
}
