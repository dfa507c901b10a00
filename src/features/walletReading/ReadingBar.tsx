import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useMediaQuery } from '../../ui/useMediaQuery'

/**
 * A sentence about what the page reads the chain through: in a row of its own below the header, or, as what comes without a click,
 * among the notices over the page, so that nothing moves. A phone has one column: there it is a row below the header, too, and
 * covers no button.
 *
 * @param details What a phone has no room for
 * @param isOver Whether it came without a click, to a page with something to click
 */
export function ReadingBar({
  text,
  details,
  isOver,
  children,
}: {
  text: string
  details?: string
  isOver?: boolean
  children?: ReactNode
}) {
  const isNarrow = useMediaQuery('(width < 40rem)')
  const line = (
    <div
      className={`mx-auto flex max-w-content items-center justify-between gap-y-2 ${isOver ? 'gap-x-3 px-3 py-1' : 'flex-wrap gap-x-5 px-4 py-2'}`}
    >
      <p
        className={`min-w-0 flex-1 wrap-anywhere ${isOver ? 'max-sm:line-clamp-4 max-sm:text-xs' : 'basis-64'}`}
      >
        {text}
        {details !== undefined && <span className="max-sm:hidden"> {details}</span>}
      </p>
      {children}
    </div>
  )
  if (isOver && !isNarrow)
    return (
      <div
        role="status"
        className="rounded border border-l-4 border-warn bg-raised text-sm shadow-lg"
      >
        {line}
      </div>
    )
  // Looked up each time: the header of the first paint is replaced by the app's.
  const header = document.querySelector('header')
  if (header === null) return null
  return createPortal(
    <div
      role="status"
      className={`border-t border-line bg-raised text-sm ${children === undefined ? 'text-muted' : 'border-b-2 border-b-warn'}`}
    >
      {line}
    </div>,
    header,
  )
}
