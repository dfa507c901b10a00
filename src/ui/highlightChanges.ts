import { subscribeToSecond } from '../clock'

/** A figure goes out at the clock's next second, but stays lit for this long at least. */
const LEAST_LIT_MS = 400

const figures = new WeakSet<Node>()
/** By when each was lit last. */
const litAtMs = new Map<HTMLElement, number>()
let stopClock: (() => void) | undefined
let observer: MutationObserver | undefined

/**
 * Lights an element up for a moment whenever what it says has changed. With a block hundreds can change at once: so that is seen
 * past React and without animations, and they go out together with the clock's tick. An animation for each took the page as much
 * time as half of all else of a refresh.
 */
export function highlightChanges(element: HTMLElement | null): void {
  if (element === null) return
  figures.add(element)
  observer ??= new MutationObserver((records) => {
    for (const { target } of records) lightUp(target)
  })
  observer.observe(element, { characterData: true, childList: true, subtree: true })
}

function lightUp(changed: Node): void {
  let node: Node | null = changed
  while (node !== null && !figures.has(node)) node = node.parentNode
  if (node === null) return
  const element = node as HTMLElement
  element.classList.add('lit')
  litAtMs.set(element, performance.now())
  stopClock ??= subscribeToSecond(goOut)
}

function goOut(): void {
  const beforeMs = performance.now() - LEAST_LIT_MS
  for (const [element, ms] of litAtMs) {
    if (ms > beforeMs) continue
    element.classList.remove('lit')
    litAtMs.delete(element)
  }
  if (litAtMs.size > 0) return
  stopClock?.()
  stopClock = undefined
}
