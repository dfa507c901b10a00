import { subscribeToSecond } from '../../clock'
import { placePanel } from '../placePanel'

const ID = 'tooltip'

/** The page's one tooltip. It lies in the top layer, so that no scrolling table cuts it off and nothing moves. */
export function createTooltip() {
  const box = document.createElement('div')
  box.id = ID
  box.setAttribute('role', 'tooltip')
  box.setAttribute('popover', 'manual')
  box.className =
    'fixed inset-auto top-0 left-0 z-50 m-0 w-max max-w-[min(22rem,calc(100vw-1rem))] rounded border border-line bg-raised px-2.5 py-1.5 text-left text-xs whitespace-pre-line text-ink shadow-lg wrap-anywhere select-text'
  let trigger: HTMLElement | undefined
  let described: Element | undefined
  let stopClock: (() => void) | undefined
  const observer = new MutationObserver(() => update())

  /** The figure may change, move or go while its exact value is read. */
  const update = () => {
    if (trigger === undefined) return
    const text = trigger.dataset.tip
    const around = trigger.getBoundingClientRect()
    const isSeen = around.bottom > 0 && around.top < window.innerHeight && around.width > 0
    if (!trigger.isConnected || text === undefined || !isSeen) return hide()
    if (box.textContent !== text) box.textContent = text
    const { left, top } = placePanel(around, box.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: window.innerHeight,
    })
    box.style.translate = `${left}px ${top}px`
  }

  const show = (element: HTMLElement) => {
    if (trigger === element) return
    hide()
    if (!element.isConnected) return
    trigger = element
    box.textContent = element.dataset.tip ?? ''
    box.dir = 'auto'
    // Outside a modal dialog that is open everything is inert.
    ;(element.closest('dialog') ?? document.body).append(box)
    box.showPopover?.()
    // A figure inside a link or button takes no focus of its own.
    described = element.closest('a, button, summary') ?? element
    described.setAttribute('aria-describedby', idsWith(described, true))
    observer.observe(element, { attributes: true, attributeFilter: ['data-tip'] })
    stopClock = subscribeToSecond(update)
    window.addEventListener('resize', update)
    document.addEventListener('scroll', update, { capture: true, passive: true })
    update()
  }

  const hide = () => {
    if (trigger === undefined) return
    trigger = undefined
    observer.disconnect()
    stopClock?.()
    window.removeEventListener('resize', update)
    document.removeEventListener('scroll', update, { capture: true })
    if (described !== undefined) {
      const ids = idsWith(described, false)
      if (ids === '') described.removeAttribute('aria-describedby')
      else described.setAttribute('aria-describedby', ids)
    }
    box.remove()
  }

  return {
    show,
    hide,
    trigger: () => trigger,
    isOpen: () => trigger !== undefined,
    contains: (target: EventTarget | null) => target instanceof Node && box.contains(target),
  }
}

/** The ids of what describes an element, with the tooltip or without it. */
function idsWith(element: Element, isShown: boolean): string {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ')
  const others = ids.filter((id) => id !== '' && id !== ID)
  return [...others, ...(isShown ? [ID] : [])].join(' ')
}
