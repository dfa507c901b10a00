import { type RefObject, useLayoutEffect, useState } from 'react'

/** How far beyond the screen's edge still counts as near. */
const MARGIN_PX = 120

const listeners = new WeakMap<Element, (isNear: boolean) => void>()
let observer: IntersectionObserver | undefined

function observe(element: Element, listener: (isNear: boolean) => void): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting)
    },
    { rootMargin: `${MARGIN_PX}px` },
  )
  listeners.set(element, listener)
  observer.observe(element)
  return () => {
    observer?.unobserve(element)
    listeners.delete(element)
  }
}

/**
 * Whether an element is on the screen or close to it, for lists too long to draw and to keep fresh as a whole.
 *
 * @param isAlways True for an element that counts as near wherever it is
 */
export function useIsNearScreen(ref: RefObject<Element | null>, isAlways: boolean): boolean {
  const [isNear, setIsNear] = useState(false)
  // Before the first paint, so that nothing is seen to fill in.
  useLayoutEffect(() => {
    const element = ref.current
    if (isAlways || element === null) return
    const { top, bottom } = element.getBoundingClientRect()
    setIsNear(bottom > -MARGIN_PX && top < window.innerHeight + MARGIN_PX)
    return observe(element, setIsNear)
  }, [ref, isAlways])
  return isAlways || isNear
}
