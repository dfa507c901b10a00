import { type ReactNode, useState } from 'react'

/** What is one click away, and costs nothing before. */
export function LazyDetails({
  title,
  initiallyOpen = false,
  children,
}: {
  title: string
  initiallyOpen?: boolean
  children: () => ReactNode
}) {
  const [isOpen, setOpen] = useState(initiallyOpen)
  return (
    <details
      className="border-t border-line"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="py-2 text-muted max-sm:py-2.5 hover:text-ink">{title}</summary>
      {isOpen && <div className="pb-2">{children()}</div>}
    </details>
  )
}
