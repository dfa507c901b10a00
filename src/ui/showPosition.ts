/** Where a pool's page has the account's position, and the button that claims. */
export const POSITION_ID = 'position'

/** Brings the position into view, with the focus on what claims there; nothing on a page without one. */
export function showPosition(): void {
  const position = document.getElementById(POSITION_ID)
  position?.scrollIntoView({ block: 'center' })
  position?.querySelector<HTMLElement>('[data-claim]')?.focus({ preventScroll: true })
}
