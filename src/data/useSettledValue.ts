import { useEffect, useState } from 'react'

/** Typing asks for no quote until it has paused for this long. */
export const QUOTE_PAUSE_MS = 450

/** A value once it has not changed for a while; until then the one before. */
export function useSettledValue<value>(value: value, pauseMs: number): value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), pauseMs)
    return () => clearTimeout(timer)
  }, [value, pauseMs])
  return settled
}
