import { useId } from 'react'
import { pendingContent } from './content'

/** That nothing is pending, in one line: it takes no more room than it is worth. */
export function NoCommits() {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="flex flex-wrap items-baseline justify-between gap-x-3 rounded-panel border border-line bg-surface px-4 py-2.5"
    >
      <h2 id={id} className="font-semibold">
        {pendingContent.title}
      </h2>
      <span className="text-muted">{pendingContent.none}</span>
    </section>
  )
}
