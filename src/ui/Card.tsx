import { type ReactNode, type Ref, useId } from 'react'

/** A titled box; its title names it for screen readers. */
export function Card({
  title,
  isTitleHidden = false,
  aside,
  ref,
  children,
}: {
  title: string
  /** Said to screen readers alone, where what is in the box says it to all others. */
  isTitleHidden?: boolean
  aside?: ReactNode
  /** Given where the box itself can be the focus. */
  ref?: Ref<HTMLElement>
  children: ReactNode
}) {
  const id = useId()
  return (
    <section
      ref={ref}
      tabIndex={ref === undefined ? undefined : -1}
      aria-labelledby={id}
      className="scroll-my-20 rounded-panel border border-line bg-surface"
    >
      <header
        className={
          isTitleHidden
            ? 'sr-only'
            : 'flex min-h-12 items-center justify-between gap-2 border-b border-line px-4 py-2'
        }
      >
        <h2 id={id} className="min-w-0 font-semibold wrap-anywhere">
          {title}
        </h2>
        {aside}
      </header>
      <div className="p-4">{children}</div>
    </section>
  )
}
