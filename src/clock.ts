import { afterPointerUp } from './press'

const listeners = new Set<() => void>()
let nowMs = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

/**
 * Calls back once a second, all at the same moment: what changes with time alone costs the page one frame a second.
 *
 * @returns Ends it
 */
export function subscribeToSecond(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => afterPointerUp(tick), 1_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

function tick(): void {
  nowMs = Date.now()
  for (const listener of listeners) listener()
}

/** `Date.now()` at the last second that was called out. */
export function clockMs(): number {
  return nowMs
}
