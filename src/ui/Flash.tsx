import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { lightUp } from './lightUp'

/** Lights its content up for a moment whenever `value` changes: a change is seen, and nothing moves. */
export function Flash({ value, children }: { value: string; children: ReactNode }) {
  const element = useRef<HTMLSpanElement>(null)
  const seen = useRef(value)
  useLayoutEffect(() => {
    // The first value is no change.
    if (seen.current === value || element.current === null) return
    seen.current = value
    lightUp(element.current)
  }, [value])
  return <span ref={element}>{children}</span>
}
