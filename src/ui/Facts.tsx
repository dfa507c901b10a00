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
  children,
}: {
  name: string
  hint?: string | undefined
  /** Stands beside the name. */
  explain?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-1.5">
      <dt className="min-w-14 text-muted wrap-anywhere">
        <Tooltip text={hint}>
          <span className={hint === undefined ? undefined : HINTED}>{name}</span>
        </Tooltip>
        {explain !== undefined && <> {explain}</>}
      </dt>
      <dd className="tabular text-right wrap-anywhere">{children}</dd>
    </div>
  )
}
