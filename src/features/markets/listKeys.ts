import type { KeyboardEvent, MouseEvent } from 'react'

const MARKET = '[data-market]'

/** Arrow up and down move the focus from one market to the next, in the table and among the cards. */
export function moveBetweenMarkets(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>(MARKET)]
  const current = links.indexOf(document.activeElement as HTMLElement)
  const next = links[current + (event.key === 'ArrowDown' ? 1 : -1)]
  if (current === -1 || next === undefined) return
  event.preventDefault()
  next.focus()
}

/**
 * Lets a click on a figure that lies over its market’s link do what a click on the link does, also in a new tab. The
 * keyboard has the link itself.
 */
export function openMarket(event: MouseEvent<HTMLElement>): void {
  const { target, ctrlKey, metaKey, shiftKey } = event
  if (!(target instanceof Element) || target.closest('a, button, [role=dialog]') !== null) return
  if (target.closest('[data-tip]') === null) return
  target
    .closest('tr, li')
    ?.querySelector(MARKET)
    ?.dispatchEvent(
      new window.MouseEvent('click', {
        ...{ bubbles: true, cancelable: true },
        ...{ ctrlKey, metaKey, shiftKey },
      }),
    )
}
