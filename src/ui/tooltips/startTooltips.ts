import { createTooltip } from './createTooltip'
import { moveBetweenTooltips } from './moveBetweenTooltips'
import { tipAt } from './tipAt'

const HOVER_MS = 350
const LONG_PRESS_MS = 500
/** Between a figure and its tooltip the pointer may be on neither. */
const LEAVE_MS = 150
/** A finger that moves farther than this scrolls. */
const STILL_PX = 10
const INTERACTIVE = 'a, button, input, select, textarea, summary, label'

/**
 * Shows the text of `data-tip`: on hover, on keyboard focus, on a tap, and on a long press of what does something when it is tapped.
 *
 * @param first The event that has fetched this code, to be answered like those that follow
 */
export function startTooltips(first: Event): void {
  const tooltip = createTooltip()
  let timer: ReturnType<typeof setTimeout> | undefined
  let pressedAt: { readonly x: number; readonly y: number } | undefined
  let swallowsClick = false

  const later = (ms: number, act: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(act, ms)
  }
  const stop = () => clearTimeout(timer)

  const onPointerOver = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return
    if (tooltip.contains(event.target)) return stop()
    const trigger = tipAt(event.target)
    if (trigger !== undefined && trigger === tooltip.trigger()) return stop()
    if (trigger !== undefined)
      return later(tooltip.isOpen() ? 0 : HOVER_MS, () => tooltip.show(trigger))
    // What the keyboard has opened stays while the pointer rests or wanders elsewhere.
    if (tooltip.isOpen() && tooltip.trigger() !== tipOfFocus()) return later(LEAVE_MS, tooltip.hide)
    stop()
  }
  const onFocusIn = () => {
    stop()
    const trigger = tipOfFocus()
    if (trigger === undefined) tooltip.hide()
    else tooltip.show(trigger)
  }
  const onPointerDown = (event: PointerEvent) => {
    if (tooltip.contains(event.target)) return
    stop()
    swallowsClick = false
    const trigger = tipAt(event.target)
    // On a touch screen a second tap closes it again: that is for `onClick`.
    if (event.pointerType !== 'touch' || trigger !== tooltip.trigger()) tooltip.hide()
    if (event.pointerType !== 'touch' || trigger === undefined || !isInteractive(event.target))
      return
    pressedAt = { x: event.clientX, y: event.clientY }
    later(LONG_PRESS_MS, () => {
      tooltip.show(trigger)
      swallowsClick = true
    })
  }
  const onPointerMove = ({ pointerType, clientX, clientY }: PointerEvent) => {
    if (pointerType !== 'touch' || pressedAt === undefined) return
    if (Math.hypot(clientX - pressedAt.x, clientY - pressedAt.y) > STILL_PX) onPointerEnd()
  }
  const onPointerEnd = () => {
    if (pressedAt === undefined) return
    pressedAt = undefined
    stop()
  }
  const onClick = (event: PointerEvent) => {
    if (swallowsClick) {
      swallowsClick = false
      event.preventDefault()
      event.stopPropagation()
      return
    }
    const trigger = tipAt(event.target)
    if (event.pointerType !== 'touch' || trigger === undefined || isInteractive(event.target))
      return
    if (trigger === tooltip.trigger()) tooltip.hide()
    else tooltip.show(trigger)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !tooltip.isOpen()) return moveBetweenTooltips(event)
    // It closes this alone, not a dialog around it.
    event.preventDefault()
    event.stopPropagation()
    stop()
    tooltip.hide()
  }

  document.addEventListener('pointerover', onPointerOver)
  document.addEventListener('focusin', onFocusIn)
  document.addEventListener('pointerdown', onPointerDown, true)
  document.addEventListener('pointermove', onPointerMove, { passive: true })
  document.addEventListener('pointerup', onPointerEnd)
  document.addEventListener('pointercancel', onPointerEnd)
  document.addEventListener('click', onClick as (event: MouseEvent) => void, true)
  document.addEventListener('keydown', onKeyDown, true)
  document.documentElement.addEventListener('pointerleave', () => {
    if (tooltip.isOpen() && tooltip.trigger() !== tipOfFocus()) later(LEAVE_MS, tooltip.hide)
    else stop()
  })

  if (first.type === 'focusin') onFocusIn()
  else if ((first as PointerEvent).pointerType !== 'touch') onPointerOver(first as PointerEvent)
  // The tap may be over before the code has come.
  else if (!isInteractive(first.target)) {
    const trigger = tipAt(first.target)
    if (trigger !== undefined) tooltip.show(trigger)
  }
}

/** Of what the keyboard has moved to: its own, or that of a figure inside a link or button, which takes no focus there. */
function tipOfFocus(): HTMLElement | undefined {
  const focused = document.activeElement
  if (focused === null || !focused.matches(':focus-visible')) return undefined
  const inside = focused.matches('a, button, summary') ? focused.querySelector('[data-tip]') : null
  return tipAt(focused) ?? tipAt(inside)
}

function isInteractive(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(INTERACTIVE) !== null
}
