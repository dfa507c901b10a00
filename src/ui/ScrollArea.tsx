import type { ReactNode } from 'react'

/** A named part that scrolls on its own, reachable by keyboard: what cannot be focused cannot be scrolled without a mouse. */
export function ScrollArea({
  label,
  className = 'overflow-x-auto',
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable content has to be reachable by keyboard
    <section tabIndex={0} aria-label={label} className={className}>
      {children}
    </section>
  )
}
