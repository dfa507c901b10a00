import { type ReactNode, useState } from 'react'

/** Lights its content up for a moment whenever `value` changes: a change is seen, and nothing moves. */
export function Flash({ value, children }: { value: string; children: ReactNode }) {
  const [seen, setSeen] = useState(value)
  const [changes, setChanges] = useState(0)
  if (seen !== value) {
    setSeen(value)
    setChanges(changes + 1)
  }
  // The first value is no change.
  return <span className={changes === 0 ? undefined : FLASH[changes % 2]}>{children}</span>
}

const FLASH = ['flash', 'flash flash-odd']
