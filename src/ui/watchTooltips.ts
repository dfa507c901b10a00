const EVENTS = ['pointerover', 'focusin'] as const

/** Fetches the code of tooltips when someone first points at one, or first moves the focus; after a failure, at the next time. */
export function watchTooltips(): void {
  const start = async (event: Event) => {
    const { target, type } = event
    if (type === 'pointerover' && !(target as Element).closest('[data-tip]')) return
    for (const name of EVENTS) document.removeEventListener(name, start)
    try {
      ;(await import('./tooltips/startTooltips')).startTooltips(event)
    } catch {
      watchTooltips()
    }
  }
  for (const name of EVENTS) document.addEventListener(name, start)
}
