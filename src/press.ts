/** Longer than a click takes: who holds something down for longer has the page go on around it. */
const LONGEST_MS = 10_000
/** A finger's click comes a moment after its release. */
const UNTIL_CLICK_MS = 50

let isPressed = false
let timer: ReturnType<typeof setTimeout> | undefined
let waiting: (() => void)[] = []

/**
 * Calls back at once, or, while a button, link or key is being pressed, once the click has come. What changes the page on its own
 * goes through here: what is under the pointer at the press is still there at the release, and the click is not lost.
 */
export function afterPointerUp(callback: () => void): void {
  if (isPressed) waiting.push(callback)
  else callback()
}

/** Watches for presses, of pointers and of the space bar, which clicks when it is released. */
export function watchPresses(): void {
  const capture = { capture: true, passive: true }
  const release = () => endIn(UNTIL_CLICK_MS)
  window.addEventListener('pointerdown', ({ button }) => button === 0 && begin(), capture)
  window.addEventListener(
    'keydown',
    ({ key, repeat }) => key === ' ' && !repeat && begin(),
    capture,
  )
  for (const event of ['pointerup', 'pointercancel', 'keyup'])
    window.addEventListener(event, release, capture)
  // The window's own: at a press an element loses the focus, too.
  window.addEventListener('blur', release)
}

function begin(): void {
  isPressed = true
  endIn(LONGEST_MS)
}

function endIn(ms: number): void {
  if (!isPressed) return
  clearTimeout(timer)
  timer = setTimeout(end, ms)
}

function end(): void {
  isPressed = false
  const callbacks = waiting
  waiting = []
  for (const callback of callbacks) callback()
}
