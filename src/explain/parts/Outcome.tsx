import type { ReactNode } from 'react'

/** What the figure shows, in words: for everybody, and read out when it changes. Room for three lines is kept. */
export function Outcome({ children }: { children: ReactNode }) {
  return (
    <output className="tabular box-content block min-h-[3lh] rounded bg-raised px-3 py-2 text-pretty">
      {children}
    </output>
  )
}
