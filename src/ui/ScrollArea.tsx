import { type ReactNode, useEffect, useRef, useState } from 'react'

/** What keeps a table's first column in view. A name of a group of rows spans all columns and keeps itself. */
const FIRST_COLUMN =
  '[&_tr>:first-child:not([colspan])]:sticky [&_tr>:first-child:not([colspan])]:left-0 [&_tr>:first-child:not([colspan])]:z-1 [&_tr>:first-child:not([colspan])]:bg-surface'

/**
 * A named part that scrolls on its own, reachable by keyboard: what cannot be focused cannot be scrolled without a mouse. Where
 * more is hidden at the right, what is there fades away: half a number must not look like a number. The first column of a table
 * stays in view.
 *
 * @param className Its size and margins
 */
export function ScrollArea({
  label,
  className = '',
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  const area = useRef<HTMLElement>(null)
  const [hasMore, setHasMore] = useState(false)
  useEffect(() => (area.current === null ? undefined : watchEnd(area.current, setHasMore)), [])
  return (
    <div className={`relative ${className}`}>
      <section
        ref={area}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable content has to be reachable by keyboard
        tabIndex={0}
        aria-label={label}
        className={`h-full max-h-[inherit] overflow-auto ${FIRST_COLUMN}`}
      >
        {children}
      </section>
      {hasMore && (
        <div
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 right-0 z-2 w-14 bg-linear-to-l from-surface from-15% to-transparent"
        />
      )}
    </div>
  )
}

/** Tells whether more than a pixel is hidden at the right, whenever it may have changed. */
function watchEnd(area: HTMLElement, tell: (hasMore: boolean) => void): () => void {
  const look = () => tell(area.scrollWidth - area.clientWidth - area.scrollLeft > 1)
  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(look)
  for (const each of [area, ...area.children]) observer?.observe(each)
  area.addEventListener('scroll', look, { passive: true })
  look()
  return () => {
    observer?.disconnect()
    area.removeEventListener('scroll', look)
  }
}
