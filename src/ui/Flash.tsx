import { type ReactNode, useState } from 'react'

/** Lights its content up for a moment whenever `value` changes: a change is seen, and nothing moves. */
export function Flash({ value, children }: { value: string; children: ReactNode }) {
  const [seen, setSeen] = useState(value)
  const [changes, setChanges] = useState(0)
  if (seen !== value) {
    setSeen(value)
    setChanges(changes + 1)
  }
  return (
    // A new key starts the animation anew; the first value is no change.
    <span key={changes} className={changes === 0 ? undefined : 'flash'}>
      {children}
    </span>
  )
}
