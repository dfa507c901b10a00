import type { ReactNode } from 'react'
import { labContent } from '../content'

/** An instrument: what it shows, the controls beside it, and the numbers below. On a phone one after the other. */
export function LabLayout({
  picture,
  controls,
  numbers,
}: {
  picture: ReactNode
  controls: ReactNode
  numbers: ReactNode
}) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="min-w-0">{picture}</div>
      <section
        aria-label={labContent.settings}
        className="space-y-1 rounded-panel border border-line bg-surface p-3 lg:row-span-2"
      >
        {controls}
      </section>
      <div className="min-w-0 space-y-4">{numbers}</div>
    </div>
  )
}

/** Controls that belong together; folded they take one line. */
export function ControlGroup({
  title,
  isOpen = true,
  children,
}: {
  title: string
  isOpen?: boolean
  children: ReactNode
}) {
  return (
    <details open={isOpen} className="border-b border-line pb-3 last:border-0 last:pb-0">
      <summary className="min-h-9 cursor-pointer py-2 font-medium">{title}</summary>
      {children}
    </details>
  )
}
