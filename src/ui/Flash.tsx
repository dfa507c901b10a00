import type { ReactNode } from 'react'
import { highlightChanges } from './highlightChanges'

/** Lights its content up for a moment whenever that says something else: a change is seen, and nothing moves. */
export function Flash({ children }: { children: ReactNode }) {
  return <span ref={highlightChanges}>{children}</span>
}
