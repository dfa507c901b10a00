import type { ReactNode } from 'react'
import { lightUpChanges } from './lightUp'

/** Lights its content up for a moment whenever that says something else: a change is seen, and nothing moves. */
export function Flash({ children }: { children: ReactNode }) {
  return <span ref={lightUpChanges}>{children}</span>
}
