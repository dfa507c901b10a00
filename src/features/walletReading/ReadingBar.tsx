import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/**
 * A sentence at the header's lower edge.
 *
 * @param isOver Whether it lies over the page, as it came without a click
 */
export function ReadingBar({
  text,
  isOver = false,
  children,
}: {
  text: string
  isOver?: boolean
  children?: ReactNode
}) {
  // Looked up each time: the header of the first paint is replaced by the app's.
  const header = document.querySelector('header')
  if (header === null) return null
  return createPortal(
    <div
      role="status"
      className={`border-t border-line border-b-2 border-b-warn bg-raised text-sm ${isOver ? 'absolute inset-x-0 top-full shadow-lg' : ''}`}
    >
      <div className="mx-auto flex max-w-content flex-wrap items-center justify-between gap-x-5 gap-y-2 px-4 py-2">
        <p className="min-w-0 flex-1 basis-64 wrap-anywhere">{text}</p>
        {children}
      </div>
    </div>,
    header,
  )
}
