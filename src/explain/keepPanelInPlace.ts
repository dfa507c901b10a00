import { placePanel } from '../ui/placePanel'

/** Narrower, the panel is as good as as wide as the window, and stays at its lower edge. */
const SHEET_PX = 640
/** What stays at the window's upper edge, and a line above the button. */
const HEAD_PX = 72

/**
 * Keeps a panel beside its button, and off what is around it: beside the card that the button is in where there is room, else below
 * or above the button. On a phone it lies at the window's lower edge, and the page is scrolled until the button is above it.
 *
 * @returns Ends it
 */
export function keepPanelInPlace(box: HTMLElement, button: HTMLElement): () => void {
  let hasScrolled = false
  const place = () => {
    const around = button.getBoundingClientRect()
    const size = box.getBoundingClientRect()
    const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight }
    const isSheet = viewport.width < SHEET_PX
    const { left, top } = isSheet
      ? { left: (viewport.width - size.width) / 2, top: viewport.height - size.height - 8 }
      : placePanel(around, size, viewport, button.closest('section, form')?.getBoundingClientRect())
    // Moved without layout: while the page scrolls, nothing counts as having jumped.
    box.style.translate = `${left}px ${top}px`
    // Once its content has come, and only as far as it takes.
    if (!isSheet || hasScrolled || size.height < 200) return
    hasScrolled = true
    const hidden = around.bottom + 48 - top
    if (hidden > 0) window.scrollBy({ top: Math.min(hidden, around.top - HEAD_PX) })
  }
  place()
  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(place)
  observer?.observe(box)
  window.addEventListener('resize', place)
  document.addEventListener('scroll', place, { capture: true, passive: true })
  return () => {
    observer?.disconnect()
    window.removeEventListener('resize', place)
    document.removeEventListener('scroll', place, { capture: true })
  }
}
