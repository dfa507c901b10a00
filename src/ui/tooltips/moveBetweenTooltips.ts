const FIGURE = '[data-tip][tabindex]'
const GROUP = 'table, dl, ul, ol, section, dialog, main, body'
const IN_CONTROL = 'a, button, summary, label'

/**
 * Keeps figures with a tooltip from becoming a hundred tab stops: of those in one list, table or section only one is, and the arrow
 * keys left and right move between them, and from a link among them to the next.
 */
export function moveBetweenTooltips(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  if (event.key === 'Tab') setStops()
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') move(event)
}

function move(event: KeyboardEvent): void {
  const focused = document.activeElement
  if (event.shiftKey || !focused?.matches(`a[href]:focus-visible, ${FIGURE}`)) return
  const figures = figuresOf(groupOf(focused))
  const isBack = event.key === 'ArrowLeft'
  const next = isBack
    ? figures.findLast((figure) => isBefore(figure, focused))
    : figures.find((figure) => isBefore(focused, figure))
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

/** Right before the browser looks for the next stop. The group that has the focus keeps it where it is. */
function setStops(): void {
  const stops = new Map<Element, HTMLElement>()
  const all = [...document.querySelectorAll<HTMLElement>(FIGURE)]
  for (const figure of all) {
    if (figure.closest(IN_CONTROL) !== null) continue
    const group = groupOf(figure)
    if (figure === document.activeElement || !stops.has(group)) stops.set(group, figure)
  }
  const kept = new Set(stops.values())
  for (const figure of all) figure.tabIndex = kept.has(figure) ? 0 : -1
}

function figuresOf(group: Element): readonly HTMLElement[] {
  return [...group.querySelectorAll<HTMLElement>(FIGURE)].filter(
    (figure) =>
      groupOf(figure) === group &&
      figure.closest(IN_CONTROL) === null &&
      figure.offsetParent !== null,
  )
}

function groupOf(element: Element): Element {
  return element.parentElement?.closest(GROUP) ?? document.body
}

function isBefore(one: Node, other: Node): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}
