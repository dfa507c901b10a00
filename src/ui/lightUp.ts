const LIT_MS = 800

/** The elements that go out together. */
type Batch = Set<HTMLElement>

let filling: Batch | undefined
/** In which batch each element was lit last: it goes out with that one. */
const latest = new WeakMap<HTMLElement, Batch>()

/**
 * Lights an element up for a moment. With a block hundreds can change at once, so that they go on and off together, past React
 * and without animations: one for each of them took the page as much time as half of all else of a refresh.
 */
export function lightUp(element: HTMLElement): void {
  filling ??= begin()
  filling.add(element)
  latest.set(element, filling)
  element.classList.add('lit')
}

function begin(): Batch {
  const batch: Batch = new Set()
  queueMicrotask(() => {
    filling = undefined
  })
  setTimeout(() => {
    for (const element of batch) {
      if (latest.get(element) === batch) element.classList.remove('lit')
    }
  }, LIT_MS)
  return batch
}
